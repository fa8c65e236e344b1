namespace Lab.Core;

/// <summary>Something a policy may call. Thread-safe; it never throws for what the policy wrote, and its output is bounded.</summary>
public interface ITool
{
    /// <summary>Runs the tool on the policy's text.</summary>
    ValueTask<ToolResult> Call(string arguments, CancellationToken stop);
}

/// <summary>How a call went.</summary>
public enum ToolOutcome
{
    /// <summary>With a result.</summary>
    Answered,

    /// <summary>The arguments are at fault; the text tells the policy how.</summary>
    Refused,

    /// <summary>The lab is at fault; the episode is undecided, and the policy sees nothing.</summary>
    Broken,
}

/// <summary>What a tool returned.</summary>
/// <param name="Outcome">How it went.</param>
/// <param name="Text">What the policy observes, in printable ASCII; for a broken call, the reason for the log.</param>
public sealed record ToolResult(ToolOutcome Outcome, string Text)
{
    public static ToolResult Answer(string text) => new(ToolOutcome.Answered, text);

    public static ToolResult Refuse(string reason) => new(ToolOutcome.Refused, $"error: {reason}");

    public static ToolResult Break(string reason) => new(ToolOutcome.Broken, reason);
}
