using System.Globalization;
using System.Text;
using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>JSON as a person wrote it: a file loaded, a text parsed, or one clear line why not.</summary>
internal static class SourceText
{
    private const int LongestFile = 4 << 20;

    /// <summary>Comments and trailing commas may stand in it.</summary>
    public static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="InvalidInputException">It is missing, no file, too long or not readable.</exception>
    public static string Load(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidInputException(path, "is a folder, not a file");
        }

        try
        {
            return new FileInfo(path) is { Exists: true, Length: > LongestFile }
                ? throw new InvalidInputException(path, "is longer than 4 MiB")
                : File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException(path, Neighbour(path) is { } near ? $"no such file; did you mean '{near}'?" : "no such file");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException(path, $"cannot be read: {error.Message}");
        }
    }

    /// <exception cref="InvalidInputException">It is empty or no JSON.</exception>
    public static JsonDocument Parse(string text, string source)
    {
        text = text.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidInputException(source, "is empty");
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var document = JsonDocument.Parse(bytes, Lenient);
            RequireText(bytes, source);
            return document;
        }
        catch (JsonException error)
        {
            var message = error.Message.Split(" LineNumber:")[0];
            throw new InvalidInputException(source, $"{Place(bytes, error.LineNumber ?? 0, error.BytePositionInLine ?? 0)}: {message}");
        }
    }

    // The parser takes a lone half of a surrogate pair, such as "\ud800"; nothing that reads the string later does.
    private static void RequireText(ReadOnlySpan<byte> bytes, string source)
    {
        var reader = new Utf8JsonReader(bytes, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            try
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                var before = bytes[..(int)reader.TokenStartIndex];
                var place = Place(bytes, before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'));
                throw new InvalidInputException(source, $"{place}: the string holds half a character (a lone surrogate)");
            }
        }
    }

    /// <summary>Where an editor shows it: lines and characters counted from 1.</summary>
    private static string Place(ReadOnlySpan<byte> bytes, long line, long position)
    {
        for (var skipped = 0; skipped < line; skipped++)
        {
            bytes = bytes[(bytes.IndexOf((byte)'\n') + 1)..];
        }

        var column = Encoding.UTF8.GetCharCount(bytes[..(int)Math.Min(position, bytes.Length)]) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, column {column}");
    }

    private static string? Neighbour(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder)
            ? Nearest.To(Path.GetFileName(path), Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal))
            : null;
    }
}
