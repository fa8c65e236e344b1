using System.Text.Json.Nodes;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// JSON schemas (2020-12) for editors, made from the same types and rules that files are checked with. Relations between
/// options are beyond a schema; the reader knows them.
/// </summary>
public static class ExperimentSchema
{
    /// <summary>The schema of experiment files that may name these plugins, as the text of a file.</summary>
    public static string Write(Catalog catalog) => Text(new SchemaBuilder(new(catalog)).Build(typeof(Experiment), "A lab experiment"));

    /// <summary>The schema of comparison files, as the text of a file.</summary>
    public static string WriteComparison() => Text(new SchemaBuilder(new(Catalog.Scan())).Build(typeof(Comparison), "A lab comparison"));

    /// <summary>The schema of experiments.json, as the text of a file.</summary>
    public static string WriteMachine() => Text(new SchemaBuilder(new(Catalog.Scan())).Build(typeof(MachineOptions), "What the lab runs, and where"));

    private static string Text(JsonObject schema) => schema.ToJsonString(LabJson.For(Catalog.Scan())) + "\n";
}
