namespace Lab.Hosting;

/// <summary>Writes a path as a person would: relative where it lies below the process's own folder, else in full.</summary>
public static class ShownPath
{
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative == ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative;
    }
}
