namespace Lab.Core;

/// <summary>What the policy expects next.</summary>
/// <param name="Top">The likeliest tokens at temperature 1, best first, lower id first among equals.</param>
/// <param name="Value">The value head's estimate, in units of the total reward.</param>
public sealed record Prediction(EquatableArray<Candidate> Top, float Value);

/// <summary>A token and the natural logarithm of its probability.</summary>
public readonly record struct Candidate(int Token, float LogProbability);
