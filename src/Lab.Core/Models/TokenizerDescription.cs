namespace Lab.Core;

/// <summary>What a tokenizer and a renderer are made from again.</summary>
/// <param name="Kind">Which tokenizer: <see cref="Characters"/>.</param>
/// <param name="Tools">The tools that the policy knows, in order: with one, a call is its arguments alone; with more, it begins with a name.</param>
public sealed record TokenizerDescription(string Kind, EquatableArray<string> Tools)
{
    /// <summary>One token for each printable ASCII character.</summary>
    public const string Characters = "characters";
}
