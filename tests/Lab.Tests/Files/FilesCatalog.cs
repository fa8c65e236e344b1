using Lab.Core;
using Lab.Experiments;
using Lab.Learning;

namespace Lab.Tests;

/// <summary>The real stages and algorithms, and the environments, tools and rewards of these tests.</summary>
internal static class FilesCatalog
{
    public static Catalog Scan() => Catalog.Scan(typeof(Experiment).Assembly, typeof(AlgorithmOptions).Assembly, typeof(FilesCatalog).Assembly);

    /// <summary>An experiment with these members in front of those that it cannot do without.</summary>
    public static string Text(string members = "", string environment = """{ "kind": "test-sums" }""", string stages = """[ { "kind": "imitate" } ]""") =>
        $$"""{ {{members}} "name": "a", "environment": {{environment}}, "stages": {{stages}} }""";

    public static Experiment Read(string text, params IEnumerable<string> overrides) => new ExperimentReader(Scan()).Parse(text, "a.json", overrides);

    /// <summary>What is wrong with the text, a line for each error, in order.</summary>
    public static string[] Errors(string text, params IEnumerable<string> overrides) =>
        [.. Assert.ThrowsExactly<InvalidInputException>(() => Read(text, overrides)).Message.Split('\n').Select(line => line.Replace("a.json: ", "", StringComparison.Ordinal))];
}
