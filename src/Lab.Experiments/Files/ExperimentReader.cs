using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Reads experiment files: strictly, and with everything that is wrong at once.</summary>
/// <param name="catalog">The plugins that the file may name.</param>
public sealed class ExperimentReader(Catalog catalog)
{
    private readonly InputReader<Experiment> _reader = new(catalog);

    /// <summary>Reads a file, and makes the paths whole that it names.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="overrides">Changes from the command line, such as <c>environment.digits=[3,3]</c>.</param>
    /// <exception cref="InvalidInputException">It cannot be read, or something in it is wrong.</exception>
    public Experiment Read(string path, params IEnumerable<string> overrides) => Parse(SourceText.Load(path), path, overrides);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The experiment as JSON.</param>
    /// <param name="source">Where it is: the paths in it are relative to it, and messages name it.</param>
    /// <param name="overrides">As in <see cref="Read"/>.</param>
    /// <exception cref="InvalidInputException">Something in it is wrong.</exception>
    public Experiment Parse(string text, string source, params IEnumerable<string> overrides) => Related(_reader.Parse(text, source, overrides), source);

    /// <inheritdoc cref="FilePaths.Locate"/>
    internal JsonElement Locate(JsonElement document, string file) => _reader.Locate(document, file);

    /// <summary>Reads a document whose paths are whole.</summary>
    /// <exception cref="InvalidInputException">Something in it is wrong.</exception>
    internal Experiment ReadDocument(JsonElement root, string source) => Related(_reader.Read(root, source), source);

    private Experiment Related(Experiment experiment, string source)
    {
        InputError[] errors = [.. ExperimentRelations.Check(experiment, catalog)];
        return errors.Length == 0 ? experiment : throw new InvalidInputException(source, errors);
    }
}
