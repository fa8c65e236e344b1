namespace Lab.Core;

/// <summary>One thing wrong with what a person wrote.</summary>
/// <param name="Path">Where, as a JSON path such as <c>$.environment.digits</c>.</param>
/// <param name="Message">What is wrong and what would be right, in one line.</param>
public sealed record InputError(string Path, string Message);

/// <summary>Bad input from outside: shown as one line per error, without a stack trace, with exit code 2.</summary>
public sealed class InvalidInputException(string source, IReadOnlyList<InputError> errors, Exception? inner = null)
    : Exception(string.Join('\n', errors.Select(error => error.Path.Length == 0 ? $"{source}: {error.Message}" : $"{source}: {error.Path}: {error.Message}")), inner)
{
    public InvalidInputException(string source, string message)
        : this(source, [new InputError("", message)])
    {
    }

    /// <summary>Everything that is wrong, in the order of the input.</summary>
    public IReadOnlyList<InputError> Errors { get; } = errors;
}
