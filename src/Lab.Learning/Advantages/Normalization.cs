namespace Lab.Learning;

/// <summary>Shifts and scales advantages to mean 0 and deviation 1 over all said tokens of a role.</summary>
public static class Normalization
{
    // Keeps advantages that are all alike at 0 instead of dividing noise by nothing.
    private const double Floor = 1e-4;

    /// <summary>Changes the advantages of an iteration in place.</summary>
    public static void Apply(IReadOnlyList<RowGroup> groups)
    {
        foreach (var role in groups.GroupBy(group => group.Role))
        {
            Apply([.. role.SelectMany(group => group.Rows)]);
        }
    }

    private static void Apply(TrainingRow[] rows)
    {
        double sum = 0, squares = 0;
        long count = 0;
        Each(rows, (row, token) =>
        {
            sum += row.Advantages[token];
            squares += (double)row.Advantages[token] * row.Advantages[token];
            count++;
        });
        if (count == 0)
        {
            return;
        }

        var mean = sum / count;
        var deviation = Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)));
        Each(rows, (row, token) => row.Advantages[token] = (float)((row.Advantages[token] - mean) / (deviation + Floor)));
    }

    private static void Each(TrainingRow[] rows, Action<TrainingRow, int> visit)
    {
        foreach (var row in rows)
        {
            for (var token = 0; token < row.Said.Length; token++)
            {
                if (row.Said[token])
                {
                    visit(row, token);
                }
            }
        }
    }
}
