using System.Text.Json.Serialization;

namespace Lab.Core;

/// <summary>What the environment decided about an episode.</summary>
public enum Outcome
{
    Correct,

    /// <summary>Everything that the policy's text can cause.</summary>
    Wrong,

    /// <summary>The lab's own failure: left out of learning, and counted.</summary>
    Undecided,
}

/// <summary>The environment's decision about an episode. Never a reward: reward functions read it.</summary>
/// <param name="Outcome">Correct, wrong or undecided.</param>
/// <param name="Answer">The answer as parsed, where one was found.</param>
/// <param name="Reason">What failed, where it is not correct.</param>
/// <param name="Facts">Numbers about the episode that the environment declares in <see cref="IEnvironment.Facts"/>.</param>
public sealed record Verdict(Outcome Outcome, string? Answer, string? Reason, EquatableArray<Fact> Facts)
{
    public static Verdict Correct(string? answer, params ReadOnlySpan<Fact> facts) => new(Outcome.Correct, answer, null, [.. facts]);

    public static Verdict Wrong(string? answer, string reason, params ReadOnlySpan<Fact> facts) =>
        new(Outcome.Wrong, answer, reason, [.. facts]);

    public static Verdict Undecided(string reason) => new(Outcome.Undecided, null, reason, []);

    [JsonIgnore]
    public bool IsCorrect => Outcome == Outcome.Correct;

    /// <summary>The fact with this name, or null where this verdict has none.</summary>
    public double? Fact(string name)
    {
        foreach (var fact in Facts)
        {
            if (fact.Name == name)
            {
                return fact.Value;
            }
        }

        return null;
    }
}

/// <summary>A named number about an episode.</summary>
public readonly record struct Fact(string Name, double Value);

/// <summary>What an environment promises about a fact.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
/// <param name="Meaning">One line for people.</param>
public sealed record FactDeclaration(string Name, double Low, double High, string Meaning);
