using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Writes experiments with every default filled in; read again, they are equal.</summary>
/// <param name="catalog">The plugins that they may name.</param>
public sealed class ExperimentWriter(Catalog catalog)
{
    private readonly JsonSerializerOptions _json = LabJson.For(catalog);

    /// <summary>The experiment as the text of a file: members as declared, the kind of a plugin first.</summary>
    public string Write(Experiment experiment) => JsonSerializer.Serialize(experiment, _json) + "\n";
}
