using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Tests;

/// <summary>
/// One small problem that every preset must learn: say two tokens that are both even, or both odd, as the prompt is. Chance is a
/// quarter.
/// </summary>
[TestClass]
public sealed class PresetTests
{
    private const int Prompts = 8;
    private const int Attempts = 8;
    private const int Iterations = 30;
    private const double Learned = 0.8;

    public static IEnumerable<object[]> Presets => Objectives.Plugins.Catalog.Of<AlgorithmOptions>().Select(preset => new object[] { preset.Kind });

    [TestMethod]
    [DynamicData(nameof(Presets))]
    public async Task Every_preset_learns_a_small_problem(string preset)
    {
        var options = (AlgorithmOptions)Activator.CreateInstance(Objectives.Plugins.Catalog.Of<AlgorithmOptions>().Single(plugin => plugin.Kind == preset).Options)!;
        await using var policy = await Torch.Tiny();
        var objective = Objectives.Make(options);
        await using var learner = await Learner.Create(policy, objective, new(new() { Warmup = 0, Final = 1, MinibatchTokens = 256 }, 1e-2));
        var accuracy = 0.0;
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var groups = await Play(policy, Draw.From(5).At(iteration));
            accuracy = groups.SelectMany(group => group.Rows).Average(row => row.IsCorrect ? 1.0 : 0.0);
            await learner.Update(groups, iteration, Progress.Of(iteration, Iterations), Draw.From(6).At(iteration), CancellationToken.None);
        }

        Assert.IsGreaterThan(Learned, accuracy);
    }

    private static async Task<RowGroup[]> Play(Policy policy, Draw draw)
    {
        var rows = await Torch.Wave(policy, Enumerable.Range(0, Prompts * Attempts), async index =>
        {
            var prompt = 20 + (index / Attempts);
            using var sequence = policy.Generator.Open(draw.At(index));
            sequence.Append([CharacterTokenizer.Begin, prompt]);
            var said = await sequence.Say(new(2, []), CancellationToken.None);
            var right = said.Tokens.Count == 2 && said.Tokens.All(token => token % 2 == prompt % 2);
            var row = new TrainingRow([CharacterTokenizer.Begin, prompt, .. said.Tokens], [false, false, .. said.Tokens.Select(_ => true)])
            {
                Sampled = [0, 0, .. said.LogProbabilities],
                Values = [0, 0, .. said.Values],
                IsCorrect = right,
            };
            row.Rewards[^1] = right ? 1 : 0;
            return row;
        });
        return [.. rows.Chunk(Attempts).Select((attempts, index) => new RowGroup(new("parity", (ulong)index, 1), 0, attempts))];
    }
}
