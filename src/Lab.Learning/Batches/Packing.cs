using Lab.Core;

namespace Lab.Learning;

/// <summary>
/// Lays episodes of unequal length side by side into rows of one width, so that hardly a token is padding, and rows into
/// minibatches of at most a budget of tokens.
/// </summary>
public static class Packing
{
    private const int Granule = 64;
    private const int Widest = 4;
    private const double WellFilled = 0.9;

    /// <summary>Minibatches over all episodes in which something was said, each in exactly one.</summary>
    /// <param name="rows">The episodes.</param>
    /// <param name="budget">Tokens in a minibatch, padding included; one row at least.</param>
    /// <param name="draw">Shuffles the episodes.</param>
    public static IReadOnlyList<PackedBatch> Pack(IReadOnlyList<TrainingRow> rows, int budget, Draw draw)
    {
        var order = rows.Where(row => row.SaidCount > 0).ToArray();
        if (order.Length == 0)
        {
            return [];
        }

        draw.Shuffle<TrainingRow>(order);
        var (bins, width) = Fill(order);
        var most = Math.Max(1, budget / width);
        var count = (bins.Count + most - 1) / most;
        return Enumerable.Range(0, count)
            .Select(batch => bins[(batch * bins.Count / count)..((batch + 1) * bins.Count / count)])
            .Select(part => new PackedBatch(part, width))
            .ToArray();
    }

    // A wider row leaves less unused at its end and costs more attention: the narrowest that is well filled, else the best filled.
    private static (List<List<TrainingRow>> Bins, int Width) Fill(TrainingRow[] order)
    {
        var narrowest = (order.Max(row => row.Tokens.Length) + Granule - 1) / Granule * Granule;
        var used = order.Sum(row => (double)row.Tokens.Length);
        (List<List<TrainingRow>> Bins, int Width, double Filled) best = ([], 0, 0);
        for (var factor = 1; factor <= Widest && best.Filled < WellFilled; factor++)
        {
            var bins = Fill(order, factor * narrowest);
            var filled = used / ((double)bins.Count * factor * narrowest);
            if (filled > best.Filled)
            {
                best = (bins, factor * narrowest, filled);
            }
        }

        return (best.Bins, best.Width);
    }

    // First fit over the few rows that still have room, so that the order stays close to the shuffled one.
    private static List<List<TrainingRow>> Fill(IEnumerable<TrainingRow> order, int width)
    {
        const int Open = 16;
        var bins = new List<List<TrainingRow>>();
        var room = new List<int>();
        foreach (var row in order)
        {
            var bin = room.FindIndex(Math.Max(0, bins.Count - Open), free => free >= row.Tokens.Length);
            if (bin < 0)
            {
                bin = bins.Count;
                bins.Add([]);
                room.Add(width);
            }

            bins[bin].Add(row);
            room[bin] -= row.Tokens.Length;
        }

        return bins;
    }
}
