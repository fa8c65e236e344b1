namespace Lab.Environments;

/// <summary>A line of a data file cannot be used.</summary>
/// <param name="message">Why, in a few words that follow the line's number.</param>
internal sealed class BadLineException(string message) : Exception(message);
