namespace Lab.Experiments;

/// <summary>Something that goes wrong in a stage, in words.</summary>
/// <param name="Stage">The stage's label.</param>
/// <param name="Iteration">After which it was raised, from 1.</param>
/// <param name="Cause">What kind of thing.</param>
/// <param name="Title">In a few words, without a full stop.</param>
/// <param name="Explanation">What the numbers say, in sentences.</param>
/// <param name="Remedy">What to do about it, in a sentence.</param>
public sealed record Alarm(string Stage, int Iteration, Cause Cause, string Title, string Explanation, string Remedy)
{
    /// <summary>The iteration after which it was over; null where it was not.</summary>
    public int? Until { get; init; }
}
