using Lab.Core;
using Lab.Learning;

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
            var groups = await SmallProblem.Play(policy, Prompts, Attempts, said: 2, (prompt, token) => token % 2 == prompt % 2, Draw.From(5).At(iteration));
            accuracy = SmallProblem.Accuracy(groups);
            await learner.Update(groups, iteration, Progress.Of(iteration, Iterations), Draw.From(6).At(iteration));
        }

        Assert.IsGreaterThan(Learned, accuracy);
    }
}
