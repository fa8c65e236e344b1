using System.Text.Json;
using Lab.Core;
using Lab.Experiments;

namespace Lab.Hosting;

/// <summary>An experiment file that was read, and the plugins that it may name.</summary>
/// <param name="Path">Where it is, as messages name it.</param>
/// <param name="Experiment">Its content, with full paths.</param>
/// <param name="Catalog">The lab's plugins and those of the file's libraries.</param>
public sealed record ExperimentFile(string Path, Experiment Experiment, Catalog Catalog)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Loads the libraries that the file names, then reads it strictly.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="overrides">Changes from the command line, such as <c>environment.digits=[3,3]</c>.</param>
    /// <exception cref="InvalidInputException">It cannot be read, or something in it is wrong.</exception>
    public static ExperimentFile Read(string path, params IEnumerable<string> overrides)
    {
        var catalog = PluginAssemblies.Scan(Libraries(path), path, JsonPath.Root.Member("plugins"));
        return new(path, new ExperimentReader(catalog).Read(path, overrides), catalog);
    }

    // Whatever else is wrong with the file is the strict reader's to say.
    private static string[] Libraries(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("plugins", out var plugins) && plugins.ValueKind == JsonValueKind.Array
                ? [.. plugins.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or ArgumentException or InvalidOperationException)
        {
            return [];
        }
    }
}
