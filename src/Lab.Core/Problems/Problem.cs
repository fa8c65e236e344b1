namespace Lab.Core;

/// <summary>
/// What an environment poses, determined by (seed, difficulty). A subclass carries the secret (the answer, hidden tests); it
/// never leaves the process: a problem travels as its <see cref="ProblemId"/>.
/// </summary>
public abstract record Problem(ulong Seed, double Difficulty)
{
    /// <summary>Names the problem for the held-out split: two problems with one key are the same thing to learn.</summary>
    public abstract string Key { get; }

    /// <summary>How many sit at its table.</summary>
    public virtual int Seats => 1;

    /// <summary>What the seat is told first. Roles stand in it, so that one policy can take every seat.</summary>
    public abstract EquatableArray<Part> Prompt(int seat);
}

/// <summary>Where to find a problem again.</summary>
/// <param name="Environment">The environment's kind.</param>
/// <param name="Seed">What it is posed from.</param>
/// <param name="Difficulty">In [0, 1].</param>
public readonly record struct ProblemId(string Environment, ulong Seed, double Difficulty);
