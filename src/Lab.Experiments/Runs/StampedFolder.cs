using System.Globalization;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Folders named after what is in them and the time, one for each run or comparison.</summary>
internal static class StampedFolder
{
    /// <summary>Makes one; suffixed when the name is taken.</summary>
    /// <exception cref="InvalidInputException">The parent cannot be written.</exception>
    /// <returns>Its path.</returns>
    public static string Create(string parent, string name, TimeProvider time)
    {
        var stamp = time.GetLocalNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        try
        {
            Directory.CreateDirectory(parent);
            for (var suffix = 1; ; suffix++)
            {
                var path = Path.Combine(parent, suffix == 1 ? $"{name}-{stamp}" : $"{name}-{stamp}-{suffix}");
                if (TryClaim(path))
                {
                    return path;
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(parent, $"run folders cannot be made here: {error.Message}");
        }
    }

    // Making a folder succeeds where one exists already; moving a fresh one into place does not.
    private static bool TryClaim(string path)
    {
        if (Directory.Exists(path) || File.Exists(path))
        {
            return false;
        }

        var beside = $"{path}.{Environment.ProcessId}";
        Directory.CreateDirectory(beside);
        try
        {
            Directory.Move(beside, path);
            return true;
        }
        catch (IOException) when (Directory.Exists(path))
        {
            Directory.Delete(beside);
            return false;
        }
    }
}
