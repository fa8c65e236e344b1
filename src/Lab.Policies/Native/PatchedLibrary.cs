using System.Security.Cryptography;
using Lab.Core;

namespace Lab.Policies;

/// <summary>Keeps the changed copy of a library in a private folder of the user's. The original is never touched.</summary>
internal static class PatchedLibrary
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The path of the changed copy, made where it is missing; null where the fix does not apply.</summary>
    /// <param name="original">The library's file, or a link to it.</param>
    /// <param name="cache">The folder that copies are kept in, by the hash of the original.</param>
    /// <exception cref="IOException">The copy cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The copy cannot be written.</exception>
    public static string? Of(string original, string cache)
    {
        var library = File.ReadAllBytes(original);
        if (LibStdCxxCompatibility.Patch(library).Library is not { } patched)
        {
            return null;
        }

        var folder = Path.Combine(cache, Convert.ToHexStringLower(SHA256.HashData(library)));
        var path = Path.Combine(folder, Path.GetFileName(original));
        if (!Holds(path, patched))
        {
            CreatePrivate(folder);
            // Two processes may do this at once: the renames replace one another's files whole.
            DurableFile.Write(path, stream => stream.Write(patched));
        }

        return path;
    }

    /// <summary>Where copies are kept: <c>$XDG_CACHE_HOME/lab/native</c>, by default under <c>~/.cache</c>.</summary>
    public static string DefaultCache()
    {
        var configured = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var cache = Path.IsPathRooted(configured)
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "lab", "native");
    }

    // A copy that a crash cut short, or that someone changed, is not trusted: it is written again.
    private static bool Holds(string path, byte[] content) =>
        File.Exists(path) && new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Private);
        }
    }
}
