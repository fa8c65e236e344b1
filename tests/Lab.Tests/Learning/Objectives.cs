using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Tests;

/// <summary>Objectives and rows for the tests of learning.</summary>
internal static class Objectives
{
    /// <summary>Nothing that a plugin could ask for.</summary>
    public static IServiceProvider Ports { get; } = new NoPorts();

    public static PluginFactory Plugins { get; } = new(Catalog.Scan(typeof(Ppo).Assembly), Ports);

    public static Improvement Make(AlgorithmOptions options, int tokens = 1024) => new(options, Plugins, context: 64, tokens);

    /// <summary>A group of its own for each row.</summary>
    public static RowGroup[] Groups(params IEnumerable<TrainingRow> rows) => [.. rows.Select(row => new RowGroup(new("test", 1, 1), 0, [row]))];

    /// <summary>One group of all rows.</summary>
    public static RowGroup[] Group(params IEnumerable<TrainingRow> rows) => [new RowGroup(new("test", 1, 1), 0, [.. rows])];

    /// <summary>A row with a reward after its last token.</summary>
    public static TrainingRow Row(int[] tokens, bool[] said, double reward)
    {
        var row = new TrainingRow(tokens, said);
        row.Rewards[^1] = (float)reward;
        return row;
    }

    /// <summary>Episodes that the policy sampled; those with an even last token are paid.</summary>
    public static async Task<TrainingRow[]> Sample(Policy policy, int count, double temperature = 1) => await Torch.Wave(policy, Enumerable.Range(0, count), async index =>
    {
        using var sequence = policy.Generator.Open(Draw.From(11).At(index));
        sequence.Append([CharacterTokenizer.Begin, 20, 30]);
        var said = await sequence.Say(new(3 + (index % 9), [], temperature), CancellationToken.None);
        var row = new TrainingRow([CharacterTokenizer.Begin, 20, 30, .. said.Tokens], [false, false, false, .. said.Tokens.Select(_ => true)])
        {
            Sampled = [0, 0, 0, .. said.LogProbabilities],
            Values = [0, 0, 0, .. said.Values],
            IsCorrect = said.Tokens[^1] % 2 == 0,
        };
        row.Rewards[^1] = said.Tokens[^1] % 2 == 0 ? 1 : 0;
        return row;
    });

    /// <summary>A batch of said tokens only, a place before each episode to predict its first.</summary>
    public static BatchTensors Batch(float[][] said, float[][] before, float[][] advantages, float[][]? sampled = null)
    {
        var rows = said.Select((flags, index) => new TrainingRow(new int[flags.Length + 1], [false, .. flags.Select(flag => flag != 0)])
        {
            Sampled = [0, .. (sampled ?? before)[index]],
        }).ToArray();
        for (var index = 0; index < rows.Length; index++)
        {
            advantages[index].CopyTo(rows[index].Advantages, 1);
            before[index].CopyTo(rows[index].Before, 1);
        }

        var packed = new PackedBatch([.. rows.Select(row => new[] { row })], 64);
        return new(packed, TorchSharp.torch.CPU) { Before_N = TorchSharp.torch.tensor(packed.Gather(row => row.Before)) };
    }

    private sealed class NoPorts : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
