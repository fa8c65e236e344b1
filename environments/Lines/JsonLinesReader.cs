using System.Globalization;
using System.Text.Json;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Reads files of JSON lines: an object a line. Blank lines are none.</summary>
/// <param name="option">What names the file, in C#.</param>
/// <param name="path">Where it is.</param>
/// <param name="badLines">How many lines may be bad; those are left out, and told.</param>
internal sealed class JsonLinesReader(string option, string path, int badLines)
{
    private const long LongestFile = 256 << 20;
    private const int LongestLine = 1 << 20;
    private const int Shown = 3;

    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Reads the file.</summary>
    /// <param name="read">Makes a line of its object and its number, or throws a <see cref="BadLineException"/>.</param>
    /// <param name="again">As <see cref="KnownLines{TLine}"/> has it.</param>
    /// <exception cref="OptionException">It cannot be read, has no good line, or has more bad ones than are allowed.</exception>
    public JsonLines<TLine> Read<TLine>(Func<JsonElement, int, TLine> read, Func<TLine, TLine, TLine?> again)
        where TLine : DataLine
    {
        var (known, bad, count) = (new KnownLines<TLine>(again), new List<string>(), 0);
        foreach (var (number, text) in Split(Load()))
        {
            count++;
            try
            {
                known.Add(Parse(text, number, read));
            }
            catch (BadLineException wrong)
            {
                bad.Add(string.Create(CultureInfo.InvariantCulture, $"line {number} {wrong.Message}"));
            }
        }

        return bad.Count > badLines || bad.Count == count ? throw new OptionException(option, Refusal(bad, count))
            : new(known.Named(), bad.Count == 0 ? [] : [(option, $"{bad.Count} of {count} lines are left out: {Complain(bad)}")]);
    }

    private static TLine Parse<TLine>(ReadOnlyMemory<byte> bytes, int number, Func<JsonElement, int, TLine> read)
    {
        if (bytes.Length > LongestLine)
        {
            throw new BadLineException($"is longer than {LongestLine} bytes");
        }

        using var document = Parse(bytes);
        try
        {
            return document.RootElement is { ValueKind: JsonValueKind.Object } line ? read(line, number) : throw new BadLineException("is no JSON object");
        }
        catch (Exception error) when (error is InvalidOperationException or JsonException)
        {
            // A string of bytes that are no UTF-8, or with half a character.
            throw new BadLineException("holds text that is not Unicode");
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, s_strict);
        }
        catch (JsonException)
        {
            throw new BadLineException("is no JSON object");
        }
    }

    private string Refusal(List<string> bad, int count) =>
        count == 0 ? $"'{path}' is empty"
        : bad.Count == count ? $"no line of '{path}' can be used: {Complain(bad)}"
        : $"{bad.Count} of {count} lines of '{path}' cannot be used, and badLines allows {badLines}: {Complain(bad)}";

    private static string Complain(List<string> bad) =>
        string.Join("; ", bad.Take(Shown)) + (bad.Count > Shown ? $"; and {bad.Count - Shown} more" : "");

    private byte[] Load()
    {
        try
        {
            return Directory.Exists(path) ? throw new OptionException(option, $"'{path}' is a folder, not a file")
                : new FileInfo(path) is { Exists: true, Length: > LongestFile } ? throw new OptionException(option, $"'{path}' is longer than {LongestFile >> 20} MiB")
                : File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OptionException(option, $"there is no file '{path}'");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OptionException(option, $"'{path}' cannot be read: {error.Message}");
        }
    }

    /// <summary>The lines that are not blank, by number.</summary>
    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Text)> Split(ReadOnlyMemory<byte> bytes)
    {
        // A mark of the byte order, which some editors put in front.
        var rest = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        for (var number = 1; rest.Length > 0; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span.ContainsAnyExcept(" \t\r"u8))
            {
                yield return (number, line);
            }
        }
    }
}
