using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Reads a <typeparamref name="T"/> from a file that a person wrote, or says all that is wrong with it.</summary>
internal sealed class InputReader<T>(Catalog catalog)
    where T : class
{
    private readonly Shapes _shapes = new(catalog);

    /// <param name="text">JSON.</param>
    /// <param name="source">Where it is: the paths in it are relative to it, and messages name it.</param>
    /// <param name="overrides">As in <see cref="Override.Parse"/>.</param>
    /// <exception cref="InvalidInputException">It cannot be read.</exception>
    public T Parse(string text, string source, IEnumerable<string> overrides)
    {
        var changes = overrides.Select(Override.Parse).ToArray();
        using var document = SourceText.Parse(text, source);
        return Read(Locate(changes.Aggregate(document.RootElement, (root, change) => change.Apply(root)), source), source);
    }

    /// <inheritdoc cref="FilePaths.Locate"/>
    public JsonElement Locate(JsonElement document, string file) => FilePaths.Locate(document, typeof(T), _shapes, file);

    /// <param name="root">JSON.</param>
    /// <param name="source">What to call it in messages.</param>
    /// <exception cref="InvalidInputException">Something in it is wrong.</exception>
    public T Read(JsonElement root, string source)
    {
        var errors = Inspector.Inspect(root, typeof(T), _shapes);
        return errors.Count == 0 ? root.Deserialize<T>(_shapes.Json)! : throw new InvalidInputException(source, errors);
    }
}
