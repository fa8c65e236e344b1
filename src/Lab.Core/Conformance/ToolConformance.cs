namespace Lab.Core;

/// <summary>What every tool promises, checked on hostile arguments.</summary>
public static class ToolConformance
{
    /// <summary>Longest output, in characters.</summary>
    public const int LongestOutput = 10_000;

    /// <summary>Examines a tool: every check, passed or not, in a fixed order.</summary>
    public static async Task<IReadOnlyList<Check>> Examine(ITool tool, CancellationToken stop)
    {
        IReadOnlyList<string> texts = ["1", "2+2", "17*24", "hello", .. Texts.Hostile()];
        return
        [
            await Check.That("no arguments make it throw or break", () => Find(result => result.Outcome == ToolOutcome.Broken ? $"broke: {result.Text}" : null), stop).ConfigureAwait(false),
            await Check.That("its output is what a policy can read", () => Find(result => Texts.IsReadable(result.Text) ? null : $"returned {Texts.Quote(result.Text)}"), stop).ConfigureAwait(false),
            await Check.That("its output is bounded", () => Find(result => result.Text.Length <= LongestOutput ? null : $"returned {result.Text.Length} characters, more than {LongestOutput}"), stop).ConfigureAwait(false),
            await Check.That("same arguments, same result, from any thread", Inconstant, stop).ConfigureAwait(false),
        ];

        async Task<string?> Find(Func<ToolResult, string?> fault)
        {
            foreach (var text in texts)
            {
                if (fault(await tool.Call(text, stop).ConfigureAwait(false)) is { } found)
                {
                    return $"{Texts.Quote(text)}: {found}";
                }
            }

            return null;
        }

        async Task<string?> Inconstant()
        {
            var alone = new List<ToolResult>();
            foreach (var text in texts)
            {
                alone.Add(await tool.Call(text, stop).ConfigureAwait(false));
            }

            var different = await Threads.FindDifference(index => tool.Call(texts[index], stop).AsTask().GetAwaiter().GetResult(), alone).ConfigureAwait(false);
            return different is { } index ? $"{Texts.Quote(texts[index])}: another result the second time" : null;
        }
    }
}
