namespace Lab.Experiments;

/// <summary>What a stage has sampled, as its run has written it down: where a budget of tokens ended it cannot be known otherwise.</summary>
internal sealed class SpentTokens
{
    private readonly double[] _after;

    private SpentTokens(double[] after) => _after = after;

    /// <summary>Iterations that are written down.</summary>
    public int Iterations => _after.Length;

    /// <summary>Reads the iterations of a stage up to the first that is missing or damaged.</summary>
    public static SpentTokens Read(RunFolder folder, string stage)
    {
        var after = new List<double>();
        foreach (var line in File.Exists(folder.Metrics) ? JsonLines.Read(folder.Metrics, Path.GetFileName(folder.Metrics), MetricsLine.Parse).Items : [])
        {
            if (line.Stage == stage && line.Iteration == after.Count + 1)
            {
                after.Add(after.LastOrDefault() + line.Values.GetValueOrDefault(MetricNames.SampledTokens));
            }
        }

        return new([.. after]);
    }

    /// <summary>Whether so many tokens were sampled after an iteration; false where that is not known.</summary>
    public bool Reaches(long tokens, int iteration) => iteration >= 1 && iteration <= _after.Length && _after[iteration - 1] >= tokens;
}
