using System.Text.Json;

namespace Lab.Experiments;

/// <summary>Reads files of JSON lines as far as they can be read: a report is written about a damaged run too.</summary>
internal static class JsonLines
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is; it may still be open for writing.</param>
    /// <param name="name">What the report calls it.</param>
    /// <param name="parse">Reads one line; null, or a <see cref="JsonException"/>, for one that makes no sense.</param>
    /// <param name="most">Lines to read at most.</param>
    public static Reading<T> Read<T>(string path, string name, Func<string, T?> parse, int most = int.MaxValue)
        where T : class
    {
        var items = new List<T>();
        var damaged = new List<int>();
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            for (var line = 1; line <= most && reader.ReadLine() is { } text; line++)
            {
                if (Parse(text, parse) is { } item)
                {
                    items.Add(item);
                }
                else
                {
                    damaged.Add(line);
                }
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return new([], $"{name} is missing.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(items, $"{name} could not be read to its end: {error.Message}");
        }

        return new(items, damaged switch
        {
            [] when items.Count == 0 => $"{name} is empty.",
            [] => null,
            [var only] => $"Line {only} of {name} could not be read.",
            [var first, ..] => $"{damaged.Count} lines of {name} could not be read, the first of them line {first}.",
        });
    }

    private static T? Parse<T>(string text, Func<string, T?> parse)
        where T : class
    {
        try
        {
            return parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
