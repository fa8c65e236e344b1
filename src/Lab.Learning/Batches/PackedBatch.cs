namespace Lab.Learning;

/// <summary>
/// A minibatch as arrays: B rows of T places hold the tokens, and N said tokens are what is learned, each with the place that
/// predicts it.
/// </summary>
public sealed class PackedBatch
{
    internal PackedBatch(IReadOnlyList<IReadOnlyList<TrainingRow>> bins, int width)
    {
        Rows = bins.Count;
        Width = width;
        Tokens_BT = new long[Rows * width];
        Positions_BT = new long[Rows * width];
        Episodes_BT = new long[Rows * width];
        var said = bins.Sum(bin => bin.Sum(row => row.SaidCount));
        Places_N = new long[said];
        Targets_N = new long[said];
        Sampled_N = new float[said];
        Values_N = new float[said];
        Advantages_N = new float[said];
        Returns_N = new float[said];

        var next = 0;
        for (var bin = 0; bin < Rows; bin++)
        {
            var start = bin * width;
            for (var index = 0; index < bins[bin].Count; index++)
            {
                var row = bins[bin][index];
                Lay(row, start, index + 1, ref next);
                start += row.Tokens.Length;
                Used += row.Tokens.Length;
            }
        }
    }

    /// <summary>B.</summary>
    public int Rows { get; }

    /// <summary>T.</summary>
    public int Width { get; }

    /// <summary>Places that hold a token; the others are padding.</summary>
    public int Used { get; private set; }

    /// <summary>Token ids, 0 in padding.</summary>
    public long[] Tokens_BT { get; }

    /// <summary>The position of a token in its own episode.</summary>
    public long[] Positions_BT { get; }

    /// <summary>Which episode of its row a token belongs to, from 1; 0 is padding.</summary>
    public long[] Episodes_BT { get; }

    /// <summary>The place (row · T + column) whose prediction a said token is.</summary>
    public long[] Places_N { get; }

    /// <summary>The said tokens.</summary>
    public long[] Targets_N { get; }

    /// <summary>Their log-probabilities when sampled.</summary>
    public float[] Sampled_N { get; }

    /// <summary>The values before them when sampled.</summary>
    public float[] Values_N { get; }

    /// <summary>Their advantages.</summary>
    public float[] Advantages_N { get; }

    /// <summary>The value head's targets before them.</summary>
    public float[] Returns_N { get; }

    private void Lay(TrainingRow row, int start, int episode, ref int next)
    {
        for (var token = 0; token < row.Tokens.Length; token++)
        {
            var place = start + token;
            Tokens_BT[place] = row.Tokens[token];
            Positions_BT[place] = token;
            Episodes_BT[place] = episode;
            if (row.Said[token])
            {
                Places_N[next] = place - 1;
                Targets_N[next] = row.Tokens[token];
                Sampled_N[next] = row.Sampled[token];
                Values_N[next] = row.Values[token];
                if (row.Advantages.Length > 0)
                {
                    Advantages_N[next] = row.Advantages[token];
                    Returns_N[next] = row.Returns[token];
                }

                next++;
            }
        }
    }
}
