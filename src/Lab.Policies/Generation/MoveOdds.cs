using Lab.Core;

namespace Lab.Policies;

/// <summary>Works out exactly how likely a policy is to say each of some texts as its whole turn, without sampling any.</summary>
/// <param name="generator">The policy's.</param>
/// <param name="renderer">Maps parts to tokens.</param>
public sealed class MoveOdds(IGenerator generator, Renderer renderer)
{
    /// <summary>The probabilities at temperature 1. What they lack to 1 is the probability of saying something else.</summary>
    /// <param name="soFar">What the seat has seen and said; it is its turn.</param>
    /// <param name="texts">Different texts, none empty.</param>
    /// <param name="length">The turn's own length, in characters; null where an end mark ends it.</param>
    /// <param name="draw">Nothing is drawn, but in lockstep it says where among others this is computed.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="ArgumentException">They do not fit into the context.</exception>
    public async Task<EquatableArray<Possibility>> Of(Episode soFar, EquatableArray<string> texts, int? length, Draw draw, CancellationToken stop)
    {
        var odds = new Dictionary<string, double>(StringComparer.Ordinal);
        using var sequence = generator.Open(draw);
        sequence.Append([.. renderer.Render(soFar.Transcript)]);
        await Follow(sequence, "", 1).ConfigureAwait(false);
        return [.. texts.Select(text => new Possibility(text, odds[text]))];

        async Task Follow(ISequence at, string begun, double probability)
        {
            if (begun.Length == length)
            {
                odds[begun] = probability;
                return;
            }

            var next = (await at.Peek(CharacterTokenizer.Size, stop).ConfigureAwait(false)).Top.ToDictionary(candidate => candidate.Token, candidate => Math.Exp(candidate.LogProbability));
            odds[begun] = probability * next[CharacterTokenizer.End];
            foreach (var character in texts.Where(text => text.Length > begun.Length && text.StartsWith(begun, StringComparison.Ordinal)).Select(text => text[begun.Length]).Distinct())
            {
                var token = CharacterTokenizer.Encode(character);
                using var longer = at.Fork(draw.At(begun + character));
                longer.Append([token]);
                await Follow(longer, begun + character, probability * next[token]).ConfigureAwait(false);
            }
        }
    }
}
