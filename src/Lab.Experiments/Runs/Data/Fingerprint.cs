using System.Security.Cryptography;
using System.Text;

namespace Lab.Experiments;

/// <summary>Measures what stands at a path. Within a folder, hidden files, links and what lies very deep are passed over.</summary>
internal static class Fingerprint
{
    private static readonly EnumerationOptions s_visible = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 16,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>Null where there is nothing, or where it cannot be read.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="endings">Which files of a folder count; all where there are none.</param>
    public static DataFile? Of(string path, IReadOnlyList<string> endings)
    {
        try
        {
            return Directory.Exists(path) ? OfFolder(path, endings) : File.Exists(path) ? OfFile(path) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static DataFile OfFile(string path)
    {
        var (bytes, hash) = ManifestEntry.Of(path);
        return new(path, bytes, hash);
    }

    private static DataFile OfFolder(string path, IReadOnlyList<string> endings)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        foreach (var (name, file) in Directory.EnumerateFiles(path, "*", s_visible)
            .Where(file => endings.Count == 0 || endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Select(file => (Name: Path.GetRelativePath(path, file).Replace('\\', '/'), File: file))
            .OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var one = OfFile(file);
            bytes += one.Bytes;
            all.AppendData(Encoding.UTF8.GetBytes($"{name}\0{one.Sha256}\0"));
        }

        return new(path, bytes, Convert.ToHexStringLower(all.GetHashAndReset()));
    }
}
