using Lab.Core;
using Lab.Learning;

namespace Lab.Tests;

/// <summary>
/// A problem that chance solves in one of fourteen cases. Without remedies PPO can fall to 0 from there: an untrained value head
/// makes normalised advantages noise. With them it must rise.
/// </summary>
[TestClass]
public sealed class HardProblemTests
{
    private const int Iterations = 40;

    [TestMethod]
    public async Task Ppo_climbs_from_7_percent_with_a_warm_value_head_a_bounded_step_and_a_reference()
    {
        await using var policy = await Torch.Tiny(seed: 3);
        var algorithm = new Ppo { Value = new() { Warmup = 4 }, KlLimit = 0.05, Regularizers = [new KlOptions { Coefficient = 0.01 }], Batch = new AllOptions { Passes = 2 } };
        await using var learner = await Learner.Create(policy, Objectives.Make(algorithm), new(new() { Warmup = 0.1, MinibatchTokens = 512 }, 5e-3));
        var accuracies = new List<double>();
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var groups = await SmallProblem.Play(policy, prompts: 4, attempts: 32, said: 1, (prompt, token) => token % 14 == prompt % 14, Draw.From(8).At(iteration));
            accuracies.Add(SmallProblem.Accuracy(groups));
            await learner.Update(groups, iteration, Progress.Of(iteration, Iterations), Draw.From(9).At(iteration));
        }

        Assert.IsLessThan(0.15, accuracies.Take(4).Average());
        Assert.IsGreaterThan(0.5, accuracies.TakeLast(4).Average(), string.Join(' ', accuracies.Select(accuracy => accuracy.ToString("F2", null))));
    }
}
