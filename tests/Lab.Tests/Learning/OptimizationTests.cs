using Lab.Learning;
using static TorchSharp.torch;

namespace Lab.Tests;

[TestClass]
public sealed class OptimizationTests
{
    [TestMethod]
    public Task AdamW_matches_independent_steps() => Torch.Runtime.Thread.Run(() =>
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Learning("adamw");
        var parameters = tensor(golden.Floats("start"));
        using var optimizer = new AdamW(parameters, decayed: parameters.numel(), new()
        {
            Beta1 = golden.Number("beta1"),
            Beta2 = golden.Number("beta2"),
            Epsilon = golden.Number("eps"),
            WeightDecay = golden.Number("weight_decay"),
            Clip = 1000,
        });
        var gradients = golden.GetProperty("gradients").EnumerateArray().ToArray();
        var expected = golden.GetProperty("after_each_step").EnumerateArray().ToArray();
        for (var step = 0; step < gradients.Length; step++)
        {
            optimizer.Step(tensor(gradients[step].EnumerateArray().Select(number => (float)number.GetDouble()).ToArray()), golden.Number("lr"));
            var actual = parameters.data<float>().ToArray();
            for (var index = 0; index < actual.Length; index++)
            {
                Assert.AreEqual(expected[step][index].GetDouble(), actual[index], 1e-6);
            }
        }
    });

    [TestMethod]
    public Task Only_the_first_parameters_are_decayed() => Torch.Runtime.Thread.Run(() =>
    {
        using var scope = NewDisposeScope();
        var parameters = ones(2);
        using var optimizer = new AdamW(parameters, decayed: 1, new() { WeightDecay = 0.5 });
        optimizer.Step(zeros(2), 0.1);
        Assert.AreEqual(0.95f, parameters[0].item<float>(), 1e-6f);
        Assert.AreEqual(1f, parameters[1].item<float>());
    });

    [TestMethod]
    public Task A_gradient_longer_than_the_clip_is_scaled_to_it() => Torch.Runtime.Thread.Run(() =>
    {
        using var scope = NewDisposeScope();
        using var optimizer = new AdamW(zeros(2), decayed: 0, new() { Clip = 1 });
        var gradient = tensor(new float[] { 3, 4 });
        Assert.AreEqual(5, optimizer.Step(gradient, 0.1), 1e-6);
        Assert.AreEqual(0.6f, gradient[0].item<float>(), 1e-6f);
        Assert.AreEqual(0.8f, gradient[1].item<float>(), 1e-6f);
    });

    [TestMethod]
    [DataRow(0.05, 0.5)]
    [DataRow(0.1, 1.0)]
    [DataRow(0.55, 0.6)]
    [DataRow(1.0, 0.2)]
    public void The_step_size_rises_then_falls_linearly(double progress, double expected) =>
        Assert.AreEqual(3 * expected, StepSize.At(3, progress, new() { Warmup = 0.1, Final = 0.2 }), 1e-12);

    [TestMethod]
    public void Progress_within_iterations_covers_the_stage_evenly()
    {
        Assert.AreEqual(0.25, Progress.Of(0, 2).After(0, 2), 1e-12);
        Assert.AreEqual(0.5, Progress.Of(0, 2).After(1, 2), 1e-12);
        Assert.AreEqual(1, Progress.Of(1, 2).After(1, 2), 1e-12);
    }
}
