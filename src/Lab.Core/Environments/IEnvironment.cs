namespace Lab.Core;

/// <summary>
/// Poses problems, says whose turn it is, and decides. Stateless and thread-safe: pure functions of what they are handed, so
/// that an episode can be forked, replayed and audited for nothing.
/// </summary>
/// <remarks>A single-seat environment writes <see cref="Pose"/> and <see cref="Verify"/> and inherits the rest.</remarks>
public interface IEnvironment
{
    /// <summary>The problem of this seed and difficulty, always the same one.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="difficulty">In [0, 1].</param>
    Problem Pose(ulong seed, double difficulty);

    /// <summary>What happens next. It is asked only while everything said so far is complete and within the limits.</summary>
    Turn Next(Problem problem, Match soFar) => SingleSeat.Next(soFar);

    /// <summary>Decides an ended episode from its transcript alone.</summary>
    Verdict Verify(Problem problem, Episode episode);

    /// <summary>The facts that its verdicts may carry.</summary>
    IReadOnlyList<FactDeclaration> Facts => [];
}

/// <summary>The usual course of a single-seat match: speak, run what was called, end at the answer.</summary>
public static class SingleSeat
{
    public static Turn Next(Match soFar) => soFar.Episodes[0].Last switch
    {
        { Call: { } call } => new Turn.Call(0, call),
        { Role: Role.Said } => new Turn.End(),
        _ => new Turn.Say(0),
    };
}

/// <summary>An environment that knows a right answer to each of its problems.</summary>
public interface IHasSolution
{
    /// <summary>What to say at once, without a tool, to be correct.</summary>
    EquatableArray<Part> Solution(Problem problem);
}

/// <summary>An environment that can show worked examples, as flawed as its options say.</summary>
public interface IHasDemonstrations
{
    /// <summary>
    /// What the demonstrator says next. The lab plays the match, so that a call in it is really run and the verifier decides
    /// about the demonstration as about any episode.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="soFar">What the demonstrator has seen and said.</param>
    /// <param name="draw">The demonstrator's randomness, the same one in every turn of the episode.</param>
    EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw);
}

/// <summary>An environment that understands a prompt typed by a person.</summary>
public interface IReadsPrompts
{
    /// <summary>The problem that the text poses, or null and why it is none.</summary>
    Problem? Read(string prompt, out string? error);
}
