using Lab.Core;

namespace Lab.Policies;

/// <summary>From the options of an experiment file to the architecture of a model.</summary>
internal static class PolicyDescription
{
    public static Architecture Describe(this PolicyOptions options) => new()
    {
        Layers = options.Layers,
        Width = options.Width,
        Heads = options.Heads,
        KeyValueHeads = options.KeyValueHeads ?? options.Heads,
        Inner = options.Inner ?? ((8 * options.Width / 3) + 15) / 16 * 16,
        Vocabulary = CharacterTokenizer.Size,
        Context = options.Context,
        NormEpsilon = 1e-5,
        RotaryBase = options.RotaryBase,
        TiedEmbeddings = true,
    };
}
