using Lab.Hosting;

namespace Lab.Cli;

/// <summary>A command as a person would type it here.</summary>
internal static class TypedCommand
{
    /// <summary>A program and its first arguments: by its bare name where the search path finds it, else by its path.</summary>
    public static string Of(IReadOnlyList<string> command) => string.Join(' ', command.Select((part, index) =>
        index > 0 || Path.GetFileName(part) != part ? Quote(index == 0 && IsOnSearchPath(part) ? Path.GetFileNameWithoutExtension(part) : ShownPath.Of(part)) : part));

    /// <summary>In double quotes where it has spaces.</summary>
    public static string Quote(string part) => part.Contains(' ', StringComparison.Ordinal) ? $"\"{part}\"" : part;

    private static bool IsOnSearchPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => Path.GetDirectoryName(program) == folder.TrimEnd(Path.DirectorySeparatorChar));
}
