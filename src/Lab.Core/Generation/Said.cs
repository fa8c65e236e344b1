namespace Lab.Core;

/// <summary>One sampled turn as tokens.</summary>
/// <param name="Tokens">The sampled ids, the one that stopped the turn included.</param>
/// <param name="LogProbabilities">
/// Natural logarithms, one per token, of the distribution that was sampled from (temperature applied).
/// </param>
/// <param name="Values">The value head's estimate before each token, in units of the total reward.</param>
/// <param name="WeightsVersion">The version of the weights that sampled it.</param>
public sealed record Said(
    EquatableArray<int> Tokens,
    EquatableArray<float> LogProbabilities,
    EquatableArray<float> Values,
    string WeightsVersion);
