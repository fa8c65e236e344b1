namespace Lab.Core;

/// <summary>A plugin cannot be made for what one of its options says, such as a file that is missing. A person's mistake, not the lab's.</summary>
/// <param name="option">The option's name in C#.</param>
/// <param name="message">What is wrong, in one line.</param>
public sealed class OptionException(string option, string message) : Exception(message)
{
    public string Option { get; } = option;
}
