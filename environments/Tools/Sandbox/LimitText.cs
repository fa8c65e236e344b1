using Lab.Core;

namespace Lab.Environments;

/// <summary>Says how a program ended, in printable ASCII.</summary>
internal static class LimitText
{
    /// <summary>What went wrong, in a few words; what was returned where nothing did.</summary>
    public static string Of(SandboxResult result) => result.Outcome switch
    {
        SandboxOutcome.Exceeded => result.Text switch
        {
            "statements" => "too many statements",
            "bytes" => "too many bytes",
            "depth" => "too deep a recursion",
            "output" => "too much output",
            "source" => "too long",
            "memory" => "out of memory",
            _ => "too slow",
        },
        SandboxOutcome.Malformed => $"cannot read it: {Readable(result.Text)}",
        _ => Readable(result.Text),
    };

    // One character for one, so that a limit on characters still holds.
    private static string Readable(string text) =>
        string.Concat(text.Select(character => PlainText.IsReadable(character) ? character : char.IsWhiteSpace(character) ? ' ' : '?'));
}
