namespace Lab.Core;

/// <summary>How a program, or a call of its function, ended.</summary>
public enum SandboxOutcome
{
    /// <summary>It came to its end.</summary>
    Returned,

    /// <summary>It threw, or is no function.</summary>
    Threw,

    /// <summary>It went over a limit.</summary>
    Exceeded,

    /// <summary>It does not parse, or uses what the sandbox does not have.</summary>
    Malformed,
}

/// <summary>How a program ended, and what came of it. Whatever is not <see cref="SandboxOutcome.Returned"/> is the program's own fault.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Text">
/// What it printed or returned; else the error, or the limit: <c>statements</c>, <c>bytes</c>, <c>depth</c>, <c>output</c>,
/// <c>source</c>, <c>memory</c> (its process ended) or <c>time</c> (the clock behind the counts). Any characters.
/// </param>
public readonly record struct SandboxResult(SandboxOutcome Outcome, string Text);
