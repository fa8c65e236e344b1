using Lab.Core;

namespace Lab.Experiments;

/// <summary>Reads experiments.json, as strictly as experiment files are read.</summary>
public sealed class MachineReader
{
    private readonly InputReader<MachineOptions> _reader = new(Catalog.Scan());

    /// <inheritdoc cref="ExperimentReader.Read"/>
    public MachineOptions Read(string path, params IEnumerable<string> overrides) => Parse(SourceText.Load(path), path, overrides);

    /// <inheritdoc cref="ExperimentReader.Parse"/>
    public MachineOptions Parse(string text, string source, params IEnumerable<string> overrides) => _reader.Parse(text, source, overrides);
}
