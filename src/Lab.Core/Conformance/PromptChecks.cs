namespace Lab.Core;

/// <summary>Prompts typed by a person, for environments that read them.</summary>
internal static class PromptChecks
{
    public static async Task<IReadOnlyList<Check>> Examine(Subject subject) => subject.Environment is not IReadsPrompts reader ? [] :
    [
        await Check.That("it reads its own prompts", () => Unread(subject, reader), subject.Stop).ConfigureAwait(false),
        await Check.That("a prompt that poses nothing is refused with a reason", () => Unexplained(reader), subject.Stop).ConfigureAwait(false),
    ];

    private static string? Unread(Subject subject, IReadsPrompts reader)
    {
        foreach (var problem in subject.Problems)
        {
            var text = string.Concat(problem.Prompt(0).OfType<TextPart>().Select(part => part.Text));
            if (reader.Read(text, out var error) is not { } read)
            {
                return $"{Texts.Quote(text)}: {error}";
            }

            if (read.Key != problem.Key || Portrait.ToldBy(read) != Portrait.ToldBy(problem))
            {
                return $"{Texts.Quote(text)} is read as another problem, with key {Texts.Quote(read.Key)}";
            }
        }

        return null;
    }

    private static string? Unexplained(IReadsPrompts reader)
    {
        foreach (var text in Texts.Hostile())
        {
            var read = reader.Read(text, out var error);
            if ((read is null) != (error is { Length: > 0 and < 1000 }))
            {
                return $"{Texts.Quote(text)}: {(read is null ? "refused without a reason of one line" : "read, with an error")}";
            }
        }

        return null;
    }
}
