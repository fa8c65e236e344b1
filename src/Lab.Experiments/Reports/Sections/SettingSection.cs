using Lab.Policies;

namespace Lab.Experiments;

/// <summary>What was run, on what, and where everything of it lies.</summary>
internal static class SettingSection
{
    // As many as tell commits apart; the file below has all.
    private const int CommitDigits = 12;

    public static Html Render(Experiment experiment, RunReport report, ResolvedFile file, Lineage? lineage) => Html.Of($"""
        <section><h2>The setting</h2>
        <div class="settings">
        <div>{List("Run", Run(report, experiment.Resolved, lineage))}</div>
        <div>{List("Environment", file.Environment)}</div>
        <div>{List("Policy", Policy(experiment.Policy))}{List("Tools", file.Tools)}{List("Rewards", file.Rewards)}</div>
        </div>
        {(file.Text.Length > 0 ? Html.Of($"<details><summary>The whole experiment, every default filled in</summary><pre>{file.Text.Trim()}</pre></details>") : Html.None)}
        </section>
        <section><h2>Where everything lies</h2>
        <ul class="files">
        {Link("report.json", "the numbers of this page")}
        {Link("metrics.jsonl", "every iteration’s, a line each")}
        {Link("experiment.json", "what was run; it can be run again")}
        {Link("episodes/", "transcripts: a few of each iteration, all of each evaluation")}
        {Link("checkpoints/final/", "the weights that it ended with")}
        </ul></section>
        """);

    public static string Lower<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();

    private static IEnumerable<KeyValuePair<string, string>> Run(RunReport report, Resolution? resolved, Lineage? lineage)
    {
        if (lineage is not null)
        {
            yield return new("fork of", lineage.Name);
            yield return new("branches off after", lineage.At);
            yield return new("changes", lineage.Changes.Count > 0 ? string.Join(", ", lineage.Changes) : "none");
        }

        yield return new("seed", $"{report.Seed}");
        yield return new("wall time", Figures.Duration(report.Seconds));
        yield return new("tokens sampled", Figures.Count(report.Tokens.Sampled));
        yield return new("tokens learned from", Figures.Count(report.Tokens.Trained));
        if (resolved is null)
        {
            yield break;
        }

        yield return new("device", resolved.ActualDevice is { } actual ? $"{actual} (asked for: {Lower(resolved.Device)})" : Lower(resolved.Device));
        foreach (var warning in resolved.Warnings)
        {
            yield return new("warning", warning);
        }

        yield return new("threads", Figures.Plain(resolved.Threads));
        if (resolved.Regime is { } regime)
        {
            yield return new("regime", Describe(regime) + Broken(report.Tripped));
        }

        foreach (var (name, value) in new[] { ("processor", resolved.Processor), ("TorchSharp", resolved.Torch), (".NET", resolved.Runtime), ("Lab", resolved.Lab), ("commit", resolved.Commit?[..Math.Min(CommitDigits, resolved.Commit.Length)]) })
        {
            if (value is not null)
            {
                yield return new(name, value);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Policy(PolicyOptions policy) =>
    [
        new("layers", Figures.Plain(policy.Layers)),
        new("width", Figures.Plain(policy.Width)),
        new("heads", policy.KeyValueHeads is { } shared ? $"{policy.Heads}, {shared} for keys and values" : Figures.Plain(policy.Heads)),
        new("context", $"{policy.Context} tokens"),
    ];

    private static string Describe(Regime regime) => regime == Regime.Invariant
        ? "invariant: a sequence has the same bits in any batch"
        : "lockstep: batches repeat, and with them every bit";

    private static string Broken(long tripped) => tripped == 0 ? ""
        : $"; but the sandbox’s clock ended {(tripped == 1 ? "a program" : $"{Figures.Count(tripped)} programs")}, and this run need not repeat byte for byte";

    private static Html List(string title, IEnumerable<KeyValuePair<string, string>> entries) => !entries.Any() ? Html.None : Html.Of($"""
        <h3>{title}</h3><dl>{entries.Select(entry => Html.Of($"<dt>{entry.Key}</dt><dd>{entry.Value}</dd>"))}</dl>
        """);

    private static Html Link(string path, string meaning) => Html.Of($"""<li><a href="{path}">{path}</a> <span>{meaning}</span></li>""");
}
