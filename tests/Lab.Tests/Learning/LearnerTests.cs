using Lab.Core;
using Lab.Learning;
using Lab.Policies;
using TorchSharp;

namespace Lab.Tests;

[TestClass]
public sealed class LearnerTests
{
    [TestMethod]
    public async Task The_ratio_is_exactly_1_until_the_first_step_of_an_iteration()
    {
        await using var policy = await Torch.Tiny();
        var spy = new Spy(Objectives.Make(new Ppo { Batch = new AllOptions { Passes = 2 } }));
        await using var learner = await Learner.Create(policy, spy, new(new() { Warmup = 0, MinibatchTokens = 512 }, 1e-2));
        await learner.Update(Objectives.Groups(await Objectives.Sample(policy, 60)), 0, new(0, 1), Draw.From(1));
        Assert.IsGreaterThan(3, spy.Ratios.Count);
        Assert.AreEqual(0f, spy.Ratios[0]);
        Assert.IsTrue(spy.Ratios.Skip(1).All(ratio => ratio > 0));
        Assert.AreEqual(0f, spy.References[0]);
    }

    [TestMethod]
    [DataRow(0.5)]
    [DataRow(1.0)]
    [DataRow(2.0)]
    public async Task Sampler_and_trainer_agree_at_every_temperature(double temperature)
    {
        await using var policy = await Torch.Tiny();
        var report = await Update(policy, new Ppo(), await Objectives.Sample(policy, 60, temperature), temperature);
        Assert.IsLessThan(1e-4, report.SamplerDifference!.Value);
        Assert.IsLessThan(1e-4, report.SamplerDifferenceMost!.Value);
    }

    [TestMethod]
    public async Task A_weight_that_is_1_percent_off_in_the_sampler_alone_is_caught()
    {
        await using var policy = await Torch.Tiny();
        var head = policy.Layout.Parameters.Single(parameter => parameter.Name == "model.embed_tokens.weight");
        await Scale(1.01);
        var rows = await Objectives.Sample(policy, 60);
        await Scale(1 / 1.01);
        var report = await Update(policy, new Ppo(), rows);
        Assert.IsGreaterThan(1e-3, report.SamplerDifference!.Value);

        Task Scale(double factor) => Close.OnTorch(() =>
        {
            using var by = factor.ToScalar();
            policy.Flat.narrow(0, head.Offset, head.Count).mul_(by);
        });
    }

    [TestMethod]
    public async Task Without_a_weight_on_the_divergence_no_reference_is_scored()
    {
        await using var policy = await Torch.Tiny();
        Assert.IsNull((await Update(policy, new Ppo { Regularizers = [new KlOptions { Coefficient = 0 }] }, await Objectives.Sample(policy, 20))).Kl);
    }

    [TestMethod]
    public async Task Numbers_that_are_not_finite_are_skipped_and_counted_and_then_stop_the_run()
    {
        await using var policy = await Torch.Tiny();
        var objective = Objectives.Make(new DrGrpo());
        await using var learner = await Learner.Create(policy, objective, new(new() { Warmup = 0, Skips = 1 }, 1e-3));
        var before = await policy.Export(CancellationToken.None);
        var group = Objectives.Group(
            Objectives.Row([CharacterTokenizer.Begin, 20, 30], [false, false, true], double.PositiveInfinity),
            Objectives.Row([CharacterTokenizer.Begin, 20, 30], [false, false, true], 0));
        var report = await learner.Update(group, 0, new(0, 1), Draw.From(1));
        Assert.AreEqual((1, 0), (report.Skipped, report.Steps));
        var error = await Assert.ThrowsExactlyAsync<LearningDivergedException>(() => learner.Update(group, 1, new(0, 1), Draw.From(1)));
        StringAssert.Contains(error.Message, "iteration 1: the loss is NaN");
        var after = await policy.Export(CancellationToken.None);
        Assert.IsTrue(before.Weights.All(weight => weight.Value.Bytes.Span.SequenceEqual(after.Weights[weight.Key].Bytes.Span)));
    }

    [TestMethod]
    public async Task An_iteration_is_cut_short_when_the_policy_has_moved_far_enough()
    {
        await using var policy = await Torch.Tiny();
        var report = await Update(policy, new Ppo { KlLimit = 1e-4, Batch = new AllOptions { Passes = 10 } }, await Objectives.Sample(policy, 60), stepSize: 1e-2);
        Assert.IsGreaterThan(0, report.Cut);
        Assert.IsGreaterThan(0, report.Steps);
    }

    [TestMethod]
    public async Task While_the_value_head_warms_up_nothing_else_changes()
    {
        await using var policy = await Torch.Tiny();
        var before = await policy.Export(CancellationToken.None);
        await Update(policy, new Ppo { Value = new() { Warmup = 1 } }, await Objectives.Sample(policy, 60));
        var after = await policy.Export(CancellationToken.None);
        var changed = before.Weights.Keys.Where(name => !before.Weights[name].Bytes.Span.SequenceEqual(after.Weights[name].Bytes.Span)).ToArray();
        CollectionAssert.AreEqual(new[] { ParameterLayout.ValueHead }, changed);
    }

    [TestMethod]
    public async Task One_batch_can_be_learned_by_heart()
    {
        await using var policy = await Torch.Tiny();
        await using var learner = await Learner.Create(policy, new Likelihood(), new(new() { Warmup = 0, Final = 1 }, 1e-2));
        var rows = Objectives.Groups(Enumerable.Range(0, 4).Select(index =>
            Objectives.Row([CharacterTokenizer.Begin, 20 + index, 60 - index, 40 + (index * 3), CharacterTokenizer.End], [false, false, true, true, true], 0)));
        var loss = double.PositiveInfinity;
        for (var iteration = 0; iteration < 60; iteration++)
        {
            loss = (await learner.Update(rows, iteration, new(0, 1), Draw.From(1))).Loss;
        }

        Assert.IsLessThan(0.01, loss);
    }

    [TestMethod]
    public async Task What_pays_becomes_likelier_and_what_costs_less_likely()
    {
        await using var policy = await Torch.Tiny();
        var before = (await Probability(policy, 30), await Probability(policy, 31));
        await using var learner = await Learner.Create(policy, Objectives.Make(new DrGrpo()), new(new() { Warmup = 0 }, 1e-3));
        var group = Objectives.Group(
            Objectives.Row([CharacterTokenizer.Begin, 20, 30], [false, false, true], 1),
            Objectives.Row([CharacterTokenizer.Begin, 20, 31], [false, false, true], -1));
        await learner.Update(group, 0, new(0, 1), Draw.From(1));
        Assert.IsGreaterThan(before.Item1, await Probability(policy, 30));
        Assert.IsLessThan(before.Item2, await Probability(policy, 31));
    }

    [TestMethod]
    public async Task Two_learners_with_the_same_rows_end_with_the_same_bytes()
    {
        var first = await Learn();
        var second = await Learn();
        Assert.IsTrue(first.AsSpan().SequenceEqual(second));

        static async Task<byte[]> Learn()
        {
            await using var policy = await Torch.Tiny();
            await using var learner = await Learner.Create(policy, Objectives.Make(new Ppo()), new(new() { MinibatchTokens = 512 }, 1e-3));
            for (var iteration = 0; iteration < 3; iteration++)
            {
                await learner.Update(Objectives.Groups(await Objectives.Sample(policy, 40)), iteration, Progress.Of(iteration, 3), Draw.From(1).At(iteration));
            }

            return Bytes(await policy.Export(CancellationToken.None));
        }
    }

    [TestMethod]
    public async Task Tensors_do_not_pile_up_over_iterations()
    {
        await using var policy = await Torch.Tiny();
        var algorithm = new Ppo { Regularizers = [new KlOptions { Reference = new() { Follow = 0.1 } }, new EntropyOptions()] };
        await using var learner = await Learner.Create(policy, Objectives.Make(algorithm), new(new() { MinibatchTokens = 512 }, 1e-3));
        await Iterate();
        var live = torch.Tensor.TotalCount;
        await Iterate();
        await Iterate();
        Assert.AreEqual(live, torch.Tensor.TotalCount);

        async Task Iterate() => await learner.Update(Objectives.Groups(await Objectives.Sample(policy, 40)), 0, new(0, 1), Draw.From(1));
    }

    private static byte[] Bytes(ModelFiles files) => [.. files.Weights.Values.SelectMany(weight => weight.Bytes.ToArray())];

    private static async Task<UpdateReport> Update(Policy policy, AlgorithmOptions algorithm, TrainingRow[] rows, double temperature = 1, double stepSize = 1e-3)
    {
        await using var learner = await Learner.Create(policy, Objectives.Make(algorithm), new(new() { Warmup = 0, MinibatchTokens = 512 }, stepSize, temperature));
        return await learner.Update(Objectives.Groups(rows), 0, new(0, 1), Draw.From(1));
    }

    private static async Task<float> Probability(Policy policy, int token)
    {
        using var sequence = policy.Generator.Open(Draw.From(1));
        sequence.Append([CharacterTokenizer.Begin, 20]);
        var prediction = await sequence.Peek(CharacterTokenizer.Size, CancellationToken.None);
        return prediction.Top.Single(candidate => candidate.Token == token).LogProbability;
    }

    /// <summary>Remembers how far the log-probabilities of each minibatch were from those before, and from the reference.</summary>
    private sealed class Spy(Improvement inner) : IObjective
    {
        public List<float> Ratios { get; } = [];

        public List<float> References { get; } = [];

        public int Passes => inner.Passes;

        public bool UsesBefore => true;

        public ReferenceRule? Reference => inner.Reference;

        public double? KlLimit => null;

        public IReadOnlyList<RowGroup> Lay(IReadOnlyList<Group> groups, Func<Episode, TrainingRow> lay) => inner.Lay(groups, lay);

        public void Estimate(IReadOnlyList<RowGroup> groups) => inner.Estimate(groups);

        public Objective Evaluate(BatchTensors batch, Outputs outputs, Moment moment)
        {
            Ratios.Add((outputs.Said_N - batch.Before_N).abs().max().item<float>());
            References.Add((outputs.Said_N - batch.Reference_N!).abs().max().item<float>());
            return inner.Evaluate(batch, outputs, moment);
        }

        public void Adapt(UpdateReport report) => inner.Adapt(report);

        public IReadOnlyDictionary<string, double> Save() => inner.Save();

        public void Restore(IReadOnlyDictionary<string, double> numbers) => inner.Restore(numbers);
    }
}
