using System.Text.Json;

namespace Lab.Experiments;

/// <summary>What the variants are, and where everything of them lies.</summary>
internal static class ComparisonSetting
{
    public static Html Render(ComparisonReport report) => Html.Of($"""
        <section><h2>What was compared</h2>
        <div class="settings">
        {Changes(report.Base, "as it is", report.Set)}
        {report.Variants.Select(variant => Changes(variant.Key, "the base", variant.Value))}
        </div></section>
        <section><h2>Where everything lies</h2>
        <ul class="files">
        <li><a href="comparison.json">comparison.json</a> <span>the numbers of this page</span></li>
        {report.Runs.Select(run => Html.Of($"<li><a href=\"{run.Folder}/\">{run.Folder}/</a> <span>a run’s folder</span></li>"))}
        </ul></section>
        """);

    private static Html Changes(string title, string otherwise, OrderedDictionary<string, JsonElement> changes) => Html.Of($"""
        <div><h3>{title}</h3>{(changes.Count == 0 ? Html.Of($"<p class=\"fine\">{otherwise}</p>") : Html.Of($"<dl>{changes.SelectMany(change => JsonOptions.Of(change.Value, change.Key)).Select(Entry)}</dl>"))}</div>
        """);

    private static Html Entry(KeyValuePair<string, string> option) => Html.Of($"<dt>{option.Key}</dt><dd>{option.Value}</dd>");
}
