using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Reads comparison files, as strictly as experiment files are read.</summary>
public sealed class ComparisonReader
{
    private readonly InputReader<Comparison> _reader = new(Catalog.Scan());

    /// <summary>Whether a file is a comparison: it has variants or a base. One that cannot be read is none.</summary>
    public static bool IsComparison(string path)
    {
        try
        {
            using var document = SourceText.Parse(SourceText.Load(path), path);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && (root.TryGetProperty("variants", out _) || root.TryGetProperty("base", out _));
        }
        catch (InvalidInputException)
        {
            return false;
        }
    }

    /// <summary>Whether a change from the command line is one of the comparison itself; others change every run of it.</summary>
    public static bool IsItsOwn(string change) => Override.Parse(change).Root is "name" or "base" or "set" or "variants" or "seeds";

    /// <inheritdoc cref="ExperimentReader.Read"/>
    public Comparison Read(string path, params IEnumerable<string> overrides) => Parse(SourceText.Load(path), path, overrides);

    /// <inheritdoc cref="ExperimentReader.Parse"/>
    public Comparison Parse(string text, string source, params IEnumerable<string> overrides) => _reader.Parse(text, source, overrides);
}
