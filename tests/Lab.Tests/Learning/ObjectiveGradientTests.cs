using Lab.Core;
using Lab.Learning;
using Lab.Policies;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Tests;

/// <summary>The gradient of whole objectives, network included, against differences of the loss.</summary>
[TestClass]
public sealed class ObjectiveGradientTests
{
    private const double Distance = 1e-2;

    // Not of cispo: its weight is a constant for the gradient and not for the loss. LossTests has its gradient.
    public static IEnumerable<object[]> Presets => PresetTests.Presets.Where(preset => preset[0] is not "cispo");

    [TestMethod]
    [DynamicData(nameof(Presets))]
    public async Task The_gradient_predicts_what_a_step_changes(string preset)
    {
        var options = (AlgorithmOptions)Activator.CreateInstance(Objectives.Plugins.Catalog.Of<AlgorithmOptions>().Single(plugin => plugin.Kind == preset).Options)!;
        if (options.PolicyLoss is SequenceClipOptions)
        {
            // Its own bounds are narrower than the step below.
            options = options with { PolicyLoss = new SequenceClipOptions { Low = 0.2, High = 0.2 } };
        }

        await using var policy = await Torch.Tiny();
        var objective = Objectives.Make(options);
        var rows = await Objectives.Sample(policy, 12);
        await Close.OnTorch(() =>
        {
            var packed = Packing.Pack(rows, 100_000, Draw.From(1))[0];
            objective.Estimate(Objectives.Group(rows));
            var batch = new BatchTensors(packed, CPU);

            // Away from ratio 1, where the clip has its kinks, and inside of them.
            batch.Before_N = batch.Sampled_N - Noise(batch.Count, 1e-5);
            batch.Reference_N = batch.Sampled_N - Noise(batch.Count, 0.1);
            var parameters = policy.Flat.detach().requires_grad_();
            var gradient = autograd.grad([Loss(parameters)], [parameters])[0];
            var direction = gradient / gradient.norm();
            using var step = (Distance / 2).ToScalar();
            var ahead = Loss(policy.Flat.Plus(direction * step)).item<float>();
            var behind = Loss(policy.Flat - (direction * step)).item<float>();
            var expected = gradient.norm().item<float>();
            Assert.AreEqual(expected, (ahead - behind) / Distance, 0.02 * expected);

            Tensor Loss(Tensor flat) => objective.Evaluate(batch, batch.Forward(policy.Network, flat, 1), new(0, 0.5)).Loss;
        });
    }

    private static Tensor Noise(int count, double size) =>
        tensor(Enumerable.Range(0, count).Select(index => (float)(size * Draw.From(9).Normal(index))).ToArray());
}
