namespace Lab.Learning;

/// <summary>
/// A minibatch as arrays: B rows of T places hold the tokens, and N said tokens are what is learned, each with the place that
/// predicts it.
/// </summary>
public sealed class PackedBatch
{
    private readonly IReadOnlyList<TrainingRow> _episodes;

    internal PackedBatch(IReadOnlyList<IReadOnlyList<TrainingRow>> bins, int width)
    {
        Rows = bins.Count;
        Width = width;
        Tokens_BT = new long[Rows * width];
        Positions_BT = new long[Rows * width];
        Episodes_BT = new long[Rows * width];
        _episodes = [.. bins.SelectMany(bin => bin)];
        Count = _episodes.Sum(row => row.SaidCount);
        Places_N = new long[Count];
        Targets_N = new long[Count];
        Episodes_N = new long[Count];

        int next = 0, number = 0;
        for (var bin = 0; bin < Rows; bin++)
        {
            var start = bin * width;
            for (var index = 0; index < bins[bin].Count; index++, number++)
            {
                var row = bins[bin][index];
                Lay(row, start, index + 1, number, ref next);
                start += row.Tokens.Length;
                Used += row.Tokens.Length;
            }
        }
    }

    /// <summary>B.</summary>
    public int Rows { get; }

    /// <summary>T.</summary>
    public int Width { get; }

    /// <summary>N, the number of said tokens.</summary>
    public int Count { get; }

    /// <summary>E, the number of episodes.</summary>
    public int Episodes => _episodes.Count;

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

    /// <summary>Which of the minibatch's episodes a said token belongs to, from 0.</summary>
    public long[] Episodes_N { get; }

    /// <summary>Said tokens of each episode.</summary>
    public float[] Lengths_E => [.. _episodes.Select(row => (float)row.SaidCount)];

    /// <summary>The numbers of the said tokens, from arrays of the episodes' tokens.</summary>
    public float[] Gather(Func<TrainingRow, float[]> array)
    {
        var numbers_N = new float[Count];
        Each((row, token, index) => numbers_N[index] = array(row)[token]);
        return numbers_N;
    }

    /// <summary>Writes numbers of the said tokens to arrays of the episodes' tokens.</summary>
    public void Scatter(ReadOnlySpan<float> numbers_N, Func<TrainingRow, float[]> array)
    {
        var copy = numbers_N.ToArray();
        Each((row, token, index) => array(row)[token] = copy[index]);
    }

    private void Each(Action<TrainingRow, int, int> visit)
    {
        var next = 0;
        foreach (var row in _episodes)
        {
            for (var token = 0; token < row.Said.Length; token++)
            {
                if (row.Said[token])
                {
                    visit(row, token, next++);
                }
            }
        }
    }

    private void Lay(TrainingRow row, int start, int inRow, int inBatch, ref int next)
    {
        for (var token = 0; token < row.Tokens.Length; token++)
        {
            var place = start + token;
            Tokens_BT[place] = row.Tokens[token];
            Positions_BT[place] = token;
            Episodes_BT[place] = inRow;
            if (row.Said[token])
            {
                Places_N[next] = place - 1;
                Targets_N[next] = row.Tokens[token];
                Episodes_N[next++] = inBatch;
            }
        }
    }
}
