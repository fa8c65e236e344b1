using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace MyLab;

public sealed record LetterCounterOptions : ToolOptions
{
    [Description("Longest word, in characters.")]
    [Range(1, 1000)]
    public int MaxLength { get; init; } = 40;
}

[Tool("letter-counter", "How often a letter is in a word: called with r strawberry it returns 3")]
public sealed class LetterCounter(LetterCounterOptions options) : ITool
{
    public ValueTask<ToolResult> Call(string arguments, CancellationToken stop) => ValueTask.FromResult(Count(arguments));

    private ToolResult Count(string text) => text switch
    {
        { Length: var length } when length > options.MaxLength + 2 => ToolResult.Refuse("too long"),
        [var letter, ' ', _, ..] => ToolResult.Answer($"{text[2..].Count(other => other == letter)}"),
        _ => ToolResult.Refuse("say a letter, a space and a word"),
    };
}
