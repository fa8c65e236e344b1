using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Tests;

/// <summary>Say tokens that suit the prompt, which is one token: small enough to be learned in seconds.</summary>
internal static class SmallProblem
{
    /// <summary>Groups of attempts, paid 1 where every said token suits the prompt.</summary>
    public static async Task<RowGroup[]> Play(Policy policy, int prompts, int attempts, int said, Func<int, int, bool> suits, Draw draw)
    {
        var rows = await Torch.Wave(policy, Enumerable.Range(0, prompts * attempts), async index =>
        {
            var prompt = 20 + (index / attempts);
            using var sequence = policy.Generator.Open(draw.At(index));
            sequence.Append([CharacterTokenizer.Begin, prompt]);
            var answer = await sequence.Say(new(said, []), CancellationToken.None);
            var right = answer.Tokens.Count == said && answer.Tokens.All(token => suits(prompt, token));
            var row = new TrainingRow([CharacterTokenizer.Begin, prompt, .. answer.Tokens], [false, false, .. answer.Tokens.Select(_ => true)])
            {
                Sampled = [0, 0, .. answer.LogProbabilities],
                Values = [0, 0, .. answer.Values],
                IsCorrect = right,
            };
            row.Rewards[^1] = right ? 1 : 0;
            return row;
        });
        return [.. rows.Chunk(attempts).Select((group, index) => new RowGroup(new("small", (ulong)index, 1), 0, group))];
    }

    /// <summary>The share of rows that are right.</summary>
    public static double Accuracy(RowGroup[] groups) => groups.SelectMany(group => group.Rows).Average(row => row.IsCorrect ? 1.0 : 0.0);
}
