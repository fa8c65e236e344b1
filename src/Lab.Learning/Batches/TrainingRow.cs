using Lab.Core;
using Lab.Policies;

namespace Lab.Learning;

/// <summary>One episode as arrays of T tokens, ready to be learned from.</summary>
public sealed class TrainingRow
{
    /// <summary>Token ids.</summary>
    public required int[] Tokens { get; init; }

    /// <summary>Which tokens the seat said, and may be learned. The first token never is: nothing predicts it.</summary>
    public required bool[] Said { get; init; }

    /// <summary>Log-probability of each said token when it was sampled; 0 elsewhere, and in demonstrations.</summary>
    public required float[] Sampled { get; init; }

    /// <summary>The value before each said token when it was sampled; 0 elsewhere, and in demonstrations.</summary>
    public required float[] Values { get; init; }

    /// <summary>How much better each said token was than expected; zeros until estimated.</summary>
    public float[] Advantages { get; init; } = [];

    /// <summary>The value head's target before each said token; zeros until estimated.</summary>
    public float[] Returns { get; init; } = [];

    /// <summary>The number of said tokens.</summary>
    public int SaidCount => Said.Count(said => said);

    /// <summary>
    /// Lays out an episode's tokens up to the last one said: nothing is learned from what comes after it, such as the result
    /// of a tool that no longer fitted into the context.
    /// </summary>
    public static TrainingRow From(Episode episode, Renderer renderer)
    {
        var tokens = new List<int>();
        var said = new List<bool>();
        var sampled = new List<float>();
        var values = new List<float>();
        foreach (var segment in episode.Transcript)
        {
            var start = tokens.Count;
            renderer.Render(segment, tokens);
            for (var token = start; token < tokens.Count; token++)
            {
                said.Add(segment.Role == Role.Said);
                sampled.Add(segment.Said?.LogProbabilities[token - start] ?? 0);
                values.Add(segment.Said?.Values[token - start] ?? 0);
            }
        }

        var length = said.LastIndexOf(true) + 1;
        return new() { Tokens = [.. tokens[..length]], Said = [.. said[..length]], Sampled = [.. sampled[..length]], Values = [.. values[..length]] };
    }

    /// <summary>The same row with advantages and returns.</summary>
    public TrainingRow With(float[] advantages, float[] returns) => new()
    {
        Tokens = Tokens,
        Said = Said,
        Sampled = Sampled,
        Values = Values,
        Advantages = advantages,
        Returns = returns,
    };
}
