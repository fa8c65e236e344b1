namespace Lab.Experiments;

/// <summary>Folders that stand under their name whole or not at all, and can tell whether they still are what was written.</summary>
internal static class SealedFolder
{
    private const string Partial = ".partial";
    private const string Discarded = ".discarded";

    /// <summary>Fills a folder beside the path, flushes and describes its files, reads them back, and renames it.</summary>
    /// <param name="path">The folder; what stood there is replaced.</param>
    /// <param name="fill">Writes its files, each flushed to the disk.</param>
    /// <exception cref="IOException">It cannot be written; what stood there is untouched unless the last rename failed.</exception>
    public static void Write(string path, Action<string> fill)
    {
        var beside = path + Partial;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Discard(beside);
        Directory.CreateDirectory(beside);
        try
        {
            fill(beside);
            Manifest.Write(beside);
            if (Manifest.Fault(beside) is { } fault)
            {
                throw new IOException($"what was written to {path} does not read back: {fault}");
            }
        }
        catch
        {
            // A full disk has better uses for the room.
            Discard(beside);
            throw;
        }

        Discard(path);
        Directory.Move(beside, path);
    }

    /// <summary>Removes a folder; never does it stand there in parts.</summary>
    public static void Discard(string path)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        var aside = path + Discarded;
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }

        Directory.Move(path, aside);
        Directory.Delete(aside, recursive: true);
    }

    /// <summary>Removes what a process that died left half done.</summary>
    public static void Clean(string parent)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var folder in Directory.GetDirectories(parent).Where(folder => folder.EndsWith(Partial, StringComparison.Ordinal) || folder.EndsWith(Discarded, StringComparison.Ordinal)))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
