using Lab.Learning;
using static TorchSharp.torch;

namespace Lab.Tests;

[TestClass]
public sealed class LossTests
{
    [TestMethod]
    public Task The_clipped_surrogate_matches_independent_numbers() => Close.OnTorch(() =>
    {
        var golden = Golden.Learning("policy_loss");
        var said = golden.Floats("said");
        var batch = Objectives.Batch(golden.Rows("said"), golden.Rows("old"), golden.Rows("advantages"));
        var loss = new ClipLoss(new() { Low = golden.Number("clip_low"), High = golden.Number("clip_high") }).Evaluate(batch, tensor(golden.Floats("new").Where(said)));
        Close.Assert(golden.Floats("per_token").Where(said), loss.Loss_N);
        Close.Assert(golden.Number("token_mean"), batch.Reduce(loss.Loss_N, LossNormalization.TokenMean, 5).item<float>());
        Close.Assert(golden.Number("sequence_mean"), batch.Reduce(loss.Loss_N, LossNormalization.SequenceMean, 5).item<float>());
        Close.Assert(golden.Number("fixed_length_5"), batch.Reduce(loss.Loss_N, LossNormalization.FixedLength, 5).item<float>());
        Close.Assert(golden.Number("clip_fraction_low"), loss.Low_N!.to_type(ScalarType.Float32).mean().item<float>());
        Close.Assert(golden.Number("clip_fraction_high"), loss.High_N!.to_type(ScalarType.Float32).mean().item<float>());
    });

    [TestMethod]
    public Task The_ratio_of_whole_episodes_matches_independent_numbers() => Close.OnTorch(() =>
    {
        var golden = Golden.Learning("policy_loss");
        var sequences = golden.GetProperty("gspo");
        float[][] advantages = [.. sequences.Floats("sequence_advantages").Select(advantage => Enumerable.Repeat(advantage, 5).ToArray())];
        var batch = Objectives.Batch(golden.Rows("said"), golden.Rows("old"), advantages);
        var new_N = tensor(golden.Floats("new").Where(golden.Floats("said")));
        Close.Assert(sequences.Floats("ratios"), batch.MeanOfEpisodes(new_N - batch.Before_N).exp());
        var loss = new SequenceClipLoss(new() { Low = golden.Number("clip_low"), High = golden.Number("clip_high") }).Evaluate(batch, new_N);
        Close.Assert(sequences.Number("loss"), batch.Reduce(loss.Loss_N, LossNormalization.SequenceMean, 5).item<float>());
    });

    [TestMethod]
    public Task The_clipped_surrogate_has_the_gradient_worked_out_elsewhere() => Close.OnTorch(() =>
    {
        var golden = Golden.Learning("ppo_gradient");
        AssertGradient(golden, new ClipLoss(new() { Low = golden.Number("clip"), High = golden.Number("clip") }));
    });

    [TestMethod]
    public Task The_clipped_weight_has_the_loss_and_the_gradient_worked_out_elsewhere() => Close.OnTorch(() =>
    {
        var golden = Golden.Learning("cispo");
        Close.Assert(golden.Number("loss"), AssertGradient(golden, new ClippedWeightLoss(new() { High = golden.Number("clip_high") })));
    });

    [TestMethod]
    public Task The_likelihood_of_an_advantage_has_that_advantage_as_its_gradient() => Close.OnTorch(() =>
    {
        var batch = Objectives.Batch([[1, 0, 1]], [[-1, 0, -2]], [[3, 9, -5]]);
        var said_N = tensor(new[] { -0.5f, -0.25f }).requires_grad_();
        var loss_N = new LikelihoodLoss(new()).Evaluate(batch, said_N).Loss_N;
        Close.Assert([1.5f, -1.25f], loss_N);
        Close.Assert([-3f, 5f], autograd.grad([loss_N.sum()], [said_N])[0]);
    });

    [TestMethod]
    public Task Truncated_importance_weights_match_independent_numbers() => Close.OnTorch(() =>
    {
        var golden = Golden.Learning("truncated_importance");
        var batch = Objectives.Batch(golden.Rows("said"), golden.Rows("old"), golden.Rows("advantages"), golden.Rows("sampler"));
        var new_N = tensor(golden.Floats("new").Where(golden.Floats("said")));
        var objective = Objectives.Make(new Grpo
        {
            PolicyLoss = new ClipOptions { Low = golden.Number("clip"), High = golden.Number("clip") },
            Normalization = LossNormalization.TokenMean,
            Regularizers = [],
            Batch = new AllOptions { ImportanceCap = golden.Number("cap") },
        });
        var outputs = new Outputs(zeros([batch.Count, 2]), new_N, zeros([batch.Count]));
        Close.Assert(golden.Number("loss"), objective.Evaluate(batch, outputs, new(0, 0)).Loss.item<float>());
    });

    [TestMethod]
    public Task The_value_loss_matches_an_independent_number() => Close.OnTorch(() =>
    {
        var golden = Golden.Learning("value_loss");
        var said = golden.Floats("said");
        var loss_N = ValueLoss.Clip(
            tensor(golden.Floats("values").Where(said)), tensor(golden.Floats("old_values").Where(said)), tensor(golden.Floats("returns").Where(said)), golden.Number("clip"));
        Close.Assert(golden.Number("token_mean"), loss_N.mean().item<float>());
    });

    [TestMethod]
    [DataRow(DivergenceEstimator.K1, "k1")]
    [DataRow(DivergenceEstimator.K2, "k2")]
    [DataRow(DivergenceEstimator.K3, "k3")]
    public Task Divergences_match_independent_numbers(DivergenceEstimator estimator, string name) => Close.OnTorch(() =>
    {
        var golden = Golden.Learning("policy_loss");
        var said = golden.Floats("said");
        float[] policy = golden.Floats("new").Where(said), reference = golden.Floats("reference").Where(said);
        var expected = golden.GetProperty("kl").Number(name);
        Close.Assert(expected, Divergence.Estimate(tensor(policy), tensor(reference), estimator).mean().item<float>());
        Close.Assert(expected, policy.Zip(reference, (now, then) => Divergence.Estimate(now, then, estimator)).Average());
    });

    [TestMethod]
    public Task Entropy_matches_an_independent_number() => Close.OnTorch(() =>
    {
        var golden = Golden.Learning("exact_kl");
        Close.Assert(golden.Number("entropy_p"), Divergence.Entropy(tensor(golden.Floats("p")).log().unsqueeze(0)).item<float>());
    });

    [TestMethod]
    public Task Entropy_is_that_of_a_worked_example() => Close.OnTorch(() =>
    {
        // −(½ ln ½ + ¼ ln ¼ + ¼ ln ¼) = 1.5 ln 2; of certainty, 0.
        var entropy_N = Divergence.Entropy(tensor(new float[,] { { 0.5f, 0.25f, 0.25f }, { 1, 1e-30f, 1e-30f } }).log());
        Close.Assert([(float)(1.5 * Math.Log(2)), 0], entropy_N);
    });

    private static double AssertGradient(System.Text.Json.JsonElement golden, IPolicyLoss loss)
    {
        var said = golden.Floats("said");
        var batch = Objectives.Batch(golden.Rows("said"), golden.Rows("old"), golden.Rows("advantages"));
        var now_N = tensor(golden.Floats("new").Where(said)).requires_grad_();
        var mean = loss.Evaluate(batch, now_N).Loss_N.mean();
        Close.Assert(golden.Floats("gradient_with_respect_to_new").Where(said), autograd.grad([mean], [now_N])[0]);
        return mean.item<float>();
    }
}
