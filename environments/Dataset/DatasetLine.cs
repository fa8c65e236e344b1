using System.Text;
using Lab.Core;

namespace Lab.Environments;

/// <summary>A question of a data file.</summary>
/// <param name="Number">In the file, from 1.</param>
/// <param name="Told">The question, with its choices and a newline at its end.</param>
/// <param name="Right">The answer.</param>
/// <param name="Worked">How one comes to the answer; null where the file does not say.</param>
internal sealed record DatasetLine(int Number, string Told, RightAnswer Right, string? Worked) : DataLine(Number, Told)
{
    /// <summary>What a seat is told: the question, a line for each choice with its letter, the end of the line.</summary>
    public static string Tell(string prompt, EquatableArray<string> choices)
    {
        var told = new StringBuilder(prompt).Append('\n');
        foreach (var (index, choice) in choices.Index())
        {
            told.Append(ChoiceVerifier.Letter(index)).Append(") ").Append(choice).Append('\n');
        }

        return told.ToString();
    }
}
