namespace Lab.Hosting;

/// <summary>What an experiment file says about itself.</summary>
public static class ExperimentDescription
{
    private const string Comment = "//";

    /// <summary>The file's first line where that is a comment, else the file's name.</summary>
    public static string Of(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.Trim() is { } first
                && first.StartsWith(Comment, StringComparison.Ordinal) && first.TrimStart('/').Trim() is { Length: > 0 } said
                ? said
                : Path.GetFileNameWithoutExtension(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read: {error.Message}";
        }
    }
}
