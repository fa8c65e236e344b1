using System.Globalization;
using System.Text;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Reads the text files of a folder and of those below it. Hidden ones and links are passed over.</summary>
internal static class DocumentFolder
{
    /// <summary>The endings of what is read.</summary>
    public const string Markdown = ".md", Plain = ".txt";

    /// <summary>Most files.</summary>
    public const int MaxFiles = 10_000;

    /// <summary>Most bytes of all files together.</summary>
    public const long MaxBytes = 64 << 20;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly EnumerationOptions s_visible = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 16,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>A document for each file, titled by its path within the folder without the ending; in the order of these paths.</summary>
    /// <param name="folder">Full path.</param>
    /// <param name="option">What named it.</param>
    /// <exception cref="OptionException">It is missing, empty or too large, or a file is no text.</exception>
    public static IReadOnlyList<Document> Read(string folder, string option)
    {
        if (!Directory.Exists(folder))
        {
            throw new OptionException(option, File.Exists(folder) ? $"'{folder}' is a file, not a folder" : $"there is no folder '{folder}'");
        }

        try
        {
            string[] files = [.. Directory.EnumerateFiles(folder, "*", s_visible).Where(IsText).Take(MaxFiles + 1)];
            if (files.Length is 0 or > MaxFiles)
            {
                throw new OptionException(option, files.Length == 0 ? $"'{folder}' holds no .txt or .md file" : $"'{folder}' holds more than {MaxFiles} files");
            }

            return files.Sum(file => new FileInfo(file).Length) <= MaxBytes
                ? [.. files.OrderBy(file => Name(folder, file), StringComparer.Ordinal).Select(file => Read(folder, file, option))]
                : throw new OptionException(option, string.Create(CultureInfo.InvariantCulture, $"'{folder}' holds more than {MaxBytes >> 20} MiB"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OptionException(option, $"'{folder}' cannot be read: {error.Message}");
        }
    }

    private static string Name(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    private static bool IsText(string file) => Path.GetExtension(file).ToLowerInvariant() is Markdown or Plain;

    private static Document Read(string folder, string file, string option)
    {
        var name = Name(folder, file);
        try
        {
            var text = s_strict.GetString(File.ReadAllBytes(file));
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new OptionException(option, $"'{folder}': '{Excerpt.Of(name)}' is no text")
                : new(name[..^Path.GetExtension(name).Length], text.TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw new OptionException(option, $"'{folder}': '{Excerpt.Of(name)}' is not UTF-8 text");
        }
    }
}
