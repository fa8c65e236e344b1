using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

/// <summary>States made up for tests of what keeps them.</summary>
internal static class States
{
    private static readonly Architecture s_architecture = new() { Width = 16, Inner = 16, Layers = 1, Heads = 2, Vocabulary = 100, Context = 32, TiedEmbeddings = true };

    // Values that text would not bring back: a NaN with a payload, minus zero, the smallest number, infinity.
    private static readonly float[] s_odd = [BitConverter.UInt32BitsToSingle(0x7FC12345), -0f, float.Epsilon, float.NegativeInfinity, 0.1f];

    public static RunState At(int stage, int iteration, BestCheckpoint? best = null, int salt = 0) => new()
    {
        At = new(stage, iteration),
        Stage = stage == 0 ? "imitate" : "reinforce",
        Policy = Model(salt),
        Version = $"reinforce/{iteration}",
        Learner = new(s_odd, [.. s_odd.Reverse()], 17, [1, 2, 3], new Dictionary<string, double> { ["baseline"] = 1.0 / 3, ["worst"] = double.NegativeInfinity, ["none"] = double.NaN }),
        Counts = new(1L << 40, 5, new(3, 7)),
        Evaluations = [new("after imitate", 20, Sampling.Greedy, 0.1, 0.05, 1.0 / 3, 6.25, 0.5, 1)],
        Best = best,
        Seconds = 0.1 + 0.2,
    };

    private static ModelFiles Model(int salt) => new(
        s_architecture,
        new TokenizerDescription(TokenizerDescription.Characters, ["calculator"]),
        WeightShape.Of(s_architecture).Select(weight => NamedTensor.Of(weight.Name, weight.Shape, Numbers(weight.Shape, salt))));

    private static float[] Numbers(EquatableArray<long> shape, int salt) =>
        [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, length) => product * length)).Select(index => index < s_odd.Length ? s_odd[index] : index + salt)];
}
