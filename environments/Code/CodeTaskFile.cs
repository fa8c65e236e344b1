using Lab.Core;

namespace Lab.Environments;

/// <summary>Reads a file of tasks.</summary>
internal static class CodeTaskFile
{
    private const int Shown = 10;

    /// <summary>The tasks, in the order of their lines. Empty lines are nothing.</summary>
    /// <param name="path">Where they are.</param>
    /// <param name="badLines">How many lines may be bad; those are left out.</param>
    /// <exception cref="InvalidInputException">There are more bad lines, or no good one, or no such file.</exception>
    public static IReadOnlyList<CodeTask> Read(string path, int badLines)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException("$.environment.tasks", error.Message);
        }

        var tasks = new List<CodeTask>();
        var errors = new List<InputError>();
        for (var index = 0; index < lines.Length; index++)
        {
            if (!string.IsNullOrWhiteSpace(lines[index]))
            {
                if (CodeTaskLine.Read(lines[index], out var error) is { } task)
                {
                    tasks.Add(task);
                }
                else
                {
                    errors.Add(new($"line {index + 1}", error));
                }
            }
        }

        return errors.Count > badLines || tasks.Count == 0 ? throw new InvalidInputException(path, Summarize(errors)) : tasks;
    }

    private static List<InputError> Summarize(List<InputError> errors) => errors.Count switch
    {
        0 => [new("", "holds no task")],
        > Shown => [.. errors.Take(Shown), new("", $"and {errors.Count - Shown} more bad lines")],
        _ => errors,
    };
}
