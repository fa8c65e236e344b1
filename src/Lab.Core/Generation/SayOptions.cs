namespace Lab.Core;

/// <summary>How one turn is sampled.</summary>
/// <param name="MaxTokens">At most this many tokens, at least 1.</param>
/// <param name="Stops">A token that ends the turn; it belongs to the turn.</param>
/// <param name="Temperature">Divides the logits; 0 takes the likeliest token (the lowest id among equals).</param>
public readonly record struct SayOptions(int MaxTokens, EquatableArray<int> Stops, double Temperature = 1);
