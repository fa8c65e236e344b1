using Lab.Learning;
using static TorchSharp.torch;

namespace Lab.Tests;

[TestClass]
public sealed class LossTests
{
    // Single precision on numbers of about 1.
    private const double Tolerance = 2e-6;

    [TestMethod]
    public void Advantages_skip_what_was_observed()
    {
        foreach (var golden in Golden.Learning("gae").GetProperty("cases").EnumerateArray())
        {
            var said = golden.Floats("said").Select(flag => flag != 0).ToArray();
            var advantages = new float[said.Length];
            var returns = new float[said.Length];
            Gae.Estimate(golden.Floats("rewards"), golden.Floats("values"), said, golden.Number("gamma"), golden.Number("lam"), advantages, returns);
            AssertClose(golden.Floats("advantages"), advantages);
            AssertClose(golden.Floats("returns"), returns);
        }
    }

    [TestMethod]
    public Task The_clipped_surrogate_matches_independent_numbers() => OnTorch(() =>
    {
        var golden = Golden.Learning("policy_loss");
        var said = golden.Floats("said");
        var (loss_N, clipped_N) = PolicyLoss.Clip(
            tensor(golden.Floats("new").Where(said)),
            tensor(golden.Floats("old").Where(said)),
            tensor(golden.Floats("advantages").Where(said)),
            golden.Number("clip_low"),
            golden.Number("clip_high"));
        AssertClose(golden.Floats("per_token").Where(said), loss_N.data<float>().ToArray());
        Assert.AreEqual(golden.Number("token_mean"), loss_N.mean().item<float>(), Tolerance);
        Assert.AreEqual(golden.Number("clip_fraction_low") + golden.Number("clip_fraction_high"), clipped_N.to_type(ScalarType.Float32).mean().item<float>(), Tolerance);
    });

    [TestMethod]
    public Task The_clipped_surrogate_has_the_gradient_worked_out_elsewhere() => OnTorch(() =>
    {
        var golden = Golden.Learning("ppo_gradient");
        var said = golden.Floats("said");
        var now_N = tensor(golden.Floats("new").Where(said)).requires_grad_();
        var (loss_N, _) = PolicyLoss.Clip(
            now_N, tensor(golden.Floats("old").Where(said)), tensor(golden.Floats("advantages").Where(said)), golden.Number("clip"), golden.Number("clip"));
        var gradient_N = autograd.grad([loss_N.mean()], [now_N])[0];
        AssertClose(golden.Floats("gradient_with_respect_to_new").Where(said), gradient_N.data<float>().ToArray());
    });

    [TestMethod]
    public Task The_value_loss_matches_an_independent_number() => OnTorch(() =>
    {
        var golden = Golden.Learning("value_loss");
        var said = golden.Floats("said");
        var loss_N = ValueLoss.Clip(
            tensor(golden.Floats("values").Where(said)), tensor(golden.Floats("old_values").Where(said)), tensor(golden.Floats("returns").Where(said)), golden.Number("clip"));
        Assert.AreEqual(golden.Number("token_mean"), loss_N.mean().item<float>(), Tolerance);
    });

    [TestMethod]
    public Task K3_matches_an_independent_number() => OnTorch(() =>
    {
        var golden = Golden.Learning("policy_loss");
        var said = golden.Floats("said");
        var k3_N = Divergence.K3(tensor(golden.Floats("new").Where(said)), tensor(golden.Floats("reference").Where(said)));
        Assert.AreEqual(golden.GetProperty("kl").Number("k3"), k3_N.mean().item<float>(), Tolerance);
    });

    [TestMethod]
    public Task Entropy_is_that_of_a_worked_example() => OnTorch(() =>
    {
        // −(½ ln ½ + ¼ ln ¼ + ¼ ln ¼) = 1.5 ln 2; of certainty, 0.
        var entropy_N = Divergence.Entropy(tensor(new float[,] { { 0.5f, 0.25f, 0.25f }, { 1, 1e-30f, 1e-30f } }).log());
        AssertClose([(float)(1.5 * Math.Log(2)), 0], entropy_N.data<float>().ToArray());
    });

    [TestMethod]
    public void Normalised_advantages_have_mean_0_and_deviation_1_over_said_tokens()
    {
        TrainingRow[] rows = [Row([true, false, true], [1, 100, 2]), Row([false, true], [100, 6])];
        Normalization.Apply(rows);
        // Mean 3, deviation √(14/3).
        var deviation = Math.Sqrt(14.0 / 3);
        AssertClose([(float)(-2 / deviation), 100, (float)(-1 / deviation)], rows[0].Advantages);
        AssertClose([100, (float)(3 / deviation)], rows[1].Advantages);
    }

    [TestMethod]
    public void Advantages_that_are_all_alike_become_0()
    {
        TrainingRow[] rows = [Row([true, true], [0.3f, 0.3f])];
        Normalization.Apply(rows);
        AssertClose([0, 0], rows[0].Advantages);
    }

    private static TrainingRow Row(bool[] said, float[] advantages) => new()
    {
        Tokens = new int[said.Length],
        Said = said,
        Sampled = new float[said.Length],
        Values = new float[said.Length],
        Advantages = advantages,
    };

    private static Task OnTorch(Action test) => Torch.Runtime.Thread.Run(() =>
    {
        using var scope = NewDisposeScope();
        test();
    });

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.HasCount(expected.Length, actual);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.AreEqual(expected[index], actual[index], Tolerance * Math.Max(1, Math.Abs(expected[index])));
        }
    }
}
