using Lab.Learning;
using static TorchSharp.torch;

namespace Lab.Tests;

[TestClass]
public sealed class RegularizerTests
{
    [TestMethod]
    public void The_weight_of_a_divergence_adapts_as_worked_out_elsewhere()
    {
        var golden = Golden.Learning("adaptive_kl");
        var kl = new KlRegularizer(new() { Coefficient = golden.Number("start"), Target = golden.Number("target"), Factor = golden.Number("factor") });
        foreach (var (measured, expected) in golden.Floats("measured").Zip(golden.Floats("coefficient_after")))
        {
            kl.Adapt(new() { Kl = (0, 0, measured) });
            Close.Assert(expected, kl.Coefficient);
        }

        var again = new KlRegularizer(new() { Coefficient = golden.Number("start"), Target = 1 });
        again.Restore(kl.Save());
        Assert.AreEqual(kl.Coefficient, again.Coefficient);
    }

    [TestMethod]
    public void A_fork_that_changes_the_weight_of_a_divergence_has_the_weight_it_asked_for()
    {
        var parent = new KlRegularizer(new() { Coefficient = 0.001, Target = 1 });
        parent.Adapt(new() { Kl = (0, 0, 0) });
        Assert.AreNotEqual(0.001, parent.Coefficient);
        foreach (var options in new[] { new KlOptions { Coefficient = 0.1 }, new KlOptions { Coefficient = 0.1, Target = 1 } })
        {
            var fork = new KlRegularizer(options);
            fork.Restore(parent.Save());
            Assert.AreEqual(0.1, fork.Coefficient);
        }
    }

    [TestMethod]
    public void A_divergence_in_the_reward_costs_each_said_token_its_own()
    {
        var row = Objectives.Row([1, 2, 3, 4], [false, true, false, true], 1);
        (row.Before[1], row.Before[3]) = (-1, -2);
        (row.Reference[1], row.Reference[3]) = (-1.5f, -1);
        new KlRegularizer(new() { Coefficient = 0.1, Estimator = DivergenceEstimator.K1, In = KlPlace.Reward }).Adjust(row);
        Close.Assert([0, -0.05f, 0, 1.1f], row.Rewards);
    }

    [TestMethod]
    public Task The_entropy_bonus_goes_from_its_first_to_its_last_weight() => Close.OnTorch(() =>
    {
        var outputs = new Outputs(tensor(new float[,] { { 0.5f, 0.25f, 0.25f } }).log(), zeros([1]), zeros([1]));
        Assert.AreEqual(-0.2 * 1.5 * Math.Log(2), Loss(new() { Weight = 0.2 }, progress: 1), 1e-6);
        Assert.AreEqual(-0.1 * 1.5 * Math.Log(2), Loss(new() { Weight = 0.2, Final = 0 }, progress: 0.5), 1e-6);
        Assert.IsNull(new EntropyBonus(new() { Weight = 0.2, Final = 0 }).Loss_N(null!, outputs, new(0, 1)));

        double Loss(EntropyOptions options, double progress) => new EntropyBonus(options).Loss_N(null!, outputs, new(0, progress))!.item<float>();
    });

    // Rock, paper, scissors with unequal stakes. In self-play each learns against the other's play as it is: whatever the stakes,
    // the bonus makes the play go to the one mixture that answers itself, softmax(Ux / weight).
    [TestMethod]
    [DataRow(0.5, new[] { 0.29813319, 0.41382045, 0.28804635 })]
    [DataRow(0.1, new[] { 0.17347803, 0.48630324, 0.34021873 })]
    public Task The_entropy_bonus_leads_self_play_to_its_regularized_equilibrium(double weight, double[] equilibrium) => Close.OnTorch(() =>
    {
        var bonus = new EntropyBonus(new() { Weight = weight });
        var payoffs_33 = (tensor(new double[,] { { 0, -3, 3 }, { 3, 0, -1 }, { -3, 1, 0 } }) + 3) / 6;
        var logits_13 = zeros(1, 3, dtype: ScalarType.Float64, requires_grad: true);
        for (var step = 0; step < 3_000; step++)
        {
            using var scope = NewDisposeScope();
            var logProbabilities_13 = logits_13.log_softmax(-1);
            var play_13 = logProbabilities_13.exp();
            var gain = (play_13 * payoffs_33.mv(play_13.detach().squeeze(0))).sum();
            var loss = bonus.Loss_N(null!, new(logProbabilities_13, zeros([1]), zeros([1])), new(0, 0))!.sum() - gain;
            var gradient_13 = autograd.grad([loss], [logits_13])[0];
            using (no_grad())
            {
                logits_13.sub_(gradient_13);
            }
        }

        var play = logits_13.softmax(-1).data<double>().ToArray();
        for (var move = 0; move < play.Length; move++)
        {
            Assert.AreEqual(equilibrium[move], play[move], 5e-9);
        }
    });

    [TestMethod]
    public async Task A_reference_that_follows_moves_as_worked_out_elsewhere()
    {
        var golden = Golden.Learning("moving_average");
        await using var policy = await Torch.Tiny();
        await Close.OnTorch(() =>
        {
            var count = golden.Floats("start").Length;
            using var reference = Reference.Of(policy, new() { Follow = golden.Number("rate") }, golden.Floats("start"));
            foreach (var (weights, expected) in golden.Rows("weights").Zip(golden.Rows("after_each_step")))
            {
                reference.Move(tensor(weights), 1);
                Close.Assert(expected, reference.Save()!);
            }
        });
    }

    [TestMethod]
    public async Task A_reference_is_refreshed_when_it_is_time()
    {
        await using var policy = await Torch.Tiny();
        await Close.OnTorch(() =>
        {
            using var reference = Reference.Of(policy, new() { Refresh = 2 }, [1, 2]);
            reference.Move(tensor(new float[] { 3, 4 }), 1);
            Close.Assert([1, 2], reference.Save()!);
            reference.Move(tensor(new float[] { 3, 4 }), 2);
            Close.Assert([3, 4], reference.Save()!);
        });
    }
}
