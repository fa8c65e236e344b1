namespace Lab.Experiments;

/// <summary>One thing that can go wrong, and how it is told from the metrics. Pure: the same history, the same finding.</summary>
internal interface IAdvice
{
    Cause Cause { get; }

    /// <summary>What is wrong after the history's last iteration, or null where nothing is or too little is known.</summary>
    Finding? Look(StageHistory history);
}

/// <summary>What a rule found.</summary>
/// <param name="Title">In a few words, without a full stop.</param>
/// <param name="Explanation">What the numbers say, in sentences.</param>
/// <param name="Remedy">What to do about it, in a sentence.</param>
internal sealed record Finding(string Title, string Explanation, string Remedy);
