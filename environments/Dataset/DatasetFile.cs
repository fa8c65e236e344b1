using System.Globalization;
using Lab.Core;

namespace Lab.Environments;

/// <summary>The lines of a data file: those that can be posed, and what is wrong with the others.</summary>
/// <param name="Lines">In the file's order, at least one.</param>
/// <param name="Bad">One sentence for each bad line, with its number.</param>
/// <param name="Count">Lines in all; blank ones are none.</param>
internal sealed record DatasetFile(IReadOnlyList<DatasetLine> Lines, IReadOnlyList<string> Bad, int Count)
{
    private const long LongestFile = 256 << 20;
    private const int Shown = 3;

    /// <summary>The first bad lines, and how many more there are.</summary>
    public string Complaint => Complain(Bad, Bad.Count);

    /// <summary>Reads a file.</summary>
    /// <exception cref="OptionException">It cannot be read, has no good line, or has more bad ones than the options allow.</exception>
    public static DatasetFile Read(DatasetOptions options, IAnswerVerifier verifier)
    {
        var bytes = Load(options.File);
        var reader = new LineReader(options, verifier);
        var known = new Dictionary<string, DatasetLine>(StringComparer.Ordinal);
        var (lines, bad, count) = (new List<DatasetLine>(), new List<string>(), 0);
        foreach (var (number, text) in Split(bytes))
        {
            count++;
            var line = reader.Read(text, number, out var error);
            if (line is not null && !known.TryAdd(line.Key, line) && known[line.Key] is var first && first.Right.Text != line.Right.Text)
            {
                (line, error) = (null, $"asks what line {first.Number} asks, with another answer");
            }

            if (line is null)
            {
                bad.Add(string.Create(CultureInfo.InvariantCulture, $"line {number} {error}"));
            }
            else
            {
                lines.Add(line);
            }
        }

        return bad.Count > options.BadLines || lines.Count == 0
            ? throw new OptionException(nameof(options.File), Refusal(options, bad, count))
            : new(lines, bad, count);
    }

    private static string Refusal(DatasetOptions options, List<string> bad, int count) =>
        count == 0 ? $"'{options.File}' is empty"
        : bad.Count == count ? $"no line of '{options.File}' can be used: {Complain(bad, count)}"
        : $"{bad.Count} of {count} lines of '{options.File}' cannot be used, and badLines allows {options.BadLines}: {Complain(bad, bad.Count)}";

    private static string Complain(IReadOnlyList<string> bad, int count) =>
        string.Join("; ", bad.Take(Shown)) + (count > Shown ? $"; and {count - Shown} more" : "");

    private static byte[] Load(string path)
    {
        try
        {
            return Directory.Exists(path) ? throw new OptionException(nameof(DatasetOptions.File), $"'{path}' is a folder, not a file")
                : new FileInfo(path) is { Exists: true, Length: > LongestFile } ? throw new OptionException(nameof(DatasetOptions.File), $"'{path}' is longer than {LongestFile >> 20} MiB")
                : File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OptionException(nameof(DatasetOptions.File), $"there is no file '{path}'");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OptionException(nameof(DatasetOptions.File), $"'{path}' cannot be read: {error.Message}");
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
