using System.Globalization;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Lays an environment's documents into the run's folder, for people to read: nothing reads them again.</summary>
internal static class RunDocuments
{
    private const int LongestName = 60;

    /// <summary>A text file for each document, numbered from 1; the same ones whenever the run goes on.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public static void Write(RunFolder folder, IEnvironment environment)
    {
        if (environment is not IHasDocuments { Documents: { Count: > 0 } documents })
        {
            return;
        }

        Directory.CreateDirectory(folder.Documents);
        foreach (var (index, document) in documents.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{index + 1:D5}-{FileName(document.Title)}.txt");
            File.WriteAllText(Path.Combine(folder.Documents, name), $"{document.Title}\n\n{document.Text}\n");
        }
    }

    // A title may hold anything.
    private static string FileName(string title) => string.Concat(title
        .Take(LongestName)
        .Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
}
