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
        var rows = await Sample(policy, 60);
        var spy = new Spy(new(new() { Passes = 2 }));
        await using var learner = await Learner.Create(policy, new() { Warmup = 0, MinibatchTokens = 512 }, 1e-2, keepReference: true);
        await learner.Update(rows, spy, new(0, 1), Draw.From(1), CancellationToken.None);
        Assert.IsGreaterThan(3, spy.Ratios.Count);
        Assert.AreEqual(0f, spy.Ratios[0]);
        Assert.IsTrue(spy.Ratios.Skip(1).All(ratio => ratio > 0));
        Assert.AreEqual(0f, spy.References[0]);
    }

    [TestMethod]
    public async Task Sampler_and_trainer_agree()
    {
        await using var policy = await Torch.Tiny();
        await using var learner = await Learner.Create(policy, new(), 1e-4, keepReference: false);
        var report = await learner.Update(await Sample(policy, 60), new Ppo(new() { Kl = 0 }), new(0, 1), Draw.From(1), CancellationToken.None);
        Assert.IsLessThan(1e-4, report.SamplerDifference);
        Assert.IsNull(report.Kl);
    }

    [TestMethod]
    [DataRow(0.5)]
    [DataRow(2.0)]
    public async Task Sampler_and_trainer_agree_at_every_temperature(double temperature)
    {
        await using var policy = await Torch.Tiny();
        await using var learner = await Learner.Create(policy, new(), 1e-4, keepReference: true, temperature);
        var report = await learner.Update(await Sample(policy, 60, temperature), new Ppo(new()), new(0, 1), Draw.From(1), CancellationToken.None);
        Assert.IsLessThan(1e-4, report.SamplerDifference);
    }

    [TestMethod]
    public async Task A_gradient_that_is_not_finite_leaves_the_weights_alone()
    {
        await using var policy = await Torch.Tiny();
        await using var learner = await Learner.Create(policy, new() { Warmup = 0 }, 1e-3, keepReference: false);
        var before = await policy.Export(CancellationToken.None);
        var row = Row([CharacterTokenizer.Begin, 20, 30], advantage: float.PositiveInfinity);
        await Assert.ThrowsExactlyAsync<LearningDivergedException>(() => learner.Update([row], new Ppo(new() { Kl = 0 }), new(0, 1), Draw.From(1), CancellationToken.None));
        var after = await policy.Export(CancellationToken.None);
        Assert.IsTrue(before.Weights.All(weight => weight.Value.Bytes.Span.SequenceEqual(after.Weights[weight.Key].Bytes.Span)));
    }

    [TestMethod]
    public async Task The_entropy_bonus_goes_from_its_first_to_its_last_weight()
    {
        await using var policy = await Torch.Tiny();
        var rows = new[] { Row([CharacterTokenizer.Begin, 20, 30], advantage: 1) };
        Assert.AreEqual(await Loss(new() { Kl = 0, Entropy = 0.2 }, progress: 1), await Loss(new() { Kl = 0, Entropy = 0.2, EntropyFinal = 0.2 }, progress: 1), 1e-6);
        Assert.AreEqual(await Loss(new() { Kl = 0, Entropy = 0 }, progress: 1), await Loss(new() { Kl = 0, Entropy = 0.2, EntropyFinal = 0 }, progress: 1), 1e-6);
        Assert.AreEqual(await Loss(new() { Kl = 0, Entropy = 0.1 }, progress: 0.5), await Loss(new() { Kl = 0, Entropy = 0.2, EntropyFinal = 0 }, progress: 0.5), 1e-6);

        async Task<double> Loss(PpoOptions options, double progress)
        {
            await using var learner = await Learner.Create(policy, new() { Warmup = 0, Final = 0 }, 1e-9, keepReference: false);
            return (await learner.Update(rows, new Ppo(options), new(0, progress), Draw.From(1), CancellationToken.None)).Loss;
        }
    }

    [TestMethod]
    public async Task One_batch_can_be_learned_by_heart()
    {
        await using var policy = await Torch.Tiny();
        await using var learner = await Learner.Create(policy, new() { Warmup = 0, Final = 1 }, 1e-2, keepReference: false);
        var rows = Enumerable.Range(0, 4).Select(index => Row([CharacterTokenizer.Begin, 20 + index, 60 - index, 40 + (index * 3), CharacterTokenizer.End])).ToArray();
        var loss = double.PositiveInfinity;
        for (var iteration = 0; iteration < 60; iteration++)
        {
            loss = (await learner.Update(rows, new Likelihood(), new(0, 1), Draw.From(1), CancellationToken.None)).Loss;
        }

        Assert.IsLessThan(0.01, loss);
    }

    [TestMethod]
    public async Task What_pays_becomes_likelier_and_what_costs_less_likely()
    {
        await using var policy = await Torch.Tiny();
        await using var learner = await Learner.Create(policy, new() { Warmup = 0 }, 1e-3, keepReference: false);
        var good = Row([CharacterTokenizer.Begin, 20, 30], advantage: 1);
        var bad = Row([CharacterTokenizer.Begin, 20, 31], advantage: -1);
        var before = (await Probability(policy, 30), await Probability(policy, 31));
        await learner.Update([good, bad], new Ppo(new() { Entropy = 0, Kl = 0 }), new(0, 1), Draw.From(1), CancellationToken.None);
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
            await using var learner = await Learner.Create(policy, new() { MinibatchTokens = 512 }, 1e-3, keepReference: true);
            for (var iteration = 0; iteration < 3; iteration++)
            {
                await learner.Update(await Sample(policy, 40), new Ppo(new()), Progress.Of(iteration, 3), Draw.From(1).At(iteration), CancellationToken.None);
            }

            return [.. (await policy.Export(CancellationToken.None)).Weights.Values.SelectMany(weight => weight.Bytes.ToArray())];
        }
    }

    [TestMethod]
    public async Task Tensors_do_not_pile_up_over_iterations()
    {
        await using var policy = await Torch.Tiny();
        await using var learner = await Learner.Create(policy, new() { MinibatchTokens = 512 }, 1e-3, keepReference: true);
        await Iterate();
        var live = torch.Tensor.TotalCount;
        await Iterate();
        await Iterate();
        Assert.AreEqual(live, torch.Tensor.TotalCount);

        async Task Iterate() => await learner.Update(await Sample(policy, 40), new Ppo(new()), new(0, 1), Draw.From(1), CancellationToken.None);
    }

    private static async Task<TrainingRow[]> Sample(Policy policy, int count, double temperature = 1) => await Torch.Wave(policy, Enumerable.Range(0, count), async index =>
    {
        using var sequence = policy.Generator.Open(Draw.From(11).At(index));
        sequence.Append([CharacterTokenizer.Begin, 20, 30]);
        var said = await sequence.Say(new(3 + (index % 9), [], temperature), CancellationToken.None);
        return new TrainingRow
        {
            Tokens = [CharacterTokenizer.Begin, 20, 30, .. said.Tokens],
            Said = [false, false, false, .. said.Tokens.Select(_ => true)],
            Sampled = [0, 0, 0, .. said.LogProbabilities],
            Values = [0, 0, 0, .. said.Values],
            Advantages = [0, 0, 0, .. said.Tokens.Select(token => token % 2 == 0 ? 1f : -1f)],
            Returns = [0, 0, 0, .. said.Tokens.Select(_ => 1f)],
        };
    });

    private static TrainingRow Row(int[] tokens, float advantage = 0) => new()
    {
        Tokens = tokens,
        Said = [.. tokens.Select((_, index) => index == tokens.Length - 1 || (advantage == 0 && index > 1))],
        Sampled = new float[tokens.Length],
        Values = new float[tokens.Length],
        Advantages = [.. Enumerable.Repeat(advantage, tokens.Length)],
        Returns = new float[tokens.Length],
    };

    private static async Task<float> Probability(Policy policy, int token)
    {
        using var sequence = policy.Generator.Open(Draw.From(1));
        sequence.Append([CharacterTokenizer.Begin, 20]);
        var prediction = await sequence.Peek(CharacterTokenizer.Size, CancellationToken.None);
        return prediction.Top.Single(candidate => candidate.Token == token).LogProbability;
    }

    /// <summary>PPO that remembers how far the log-probabilities of each minibatch were from those before, and from the reference.</summary>
    private sealed class Spy(Ppo ppo) : IAlgorithm
    {
        public List<float> Ratios { get; } = [];

        public List<float> References { get; } = [];

        public int Passes => ppo.Passes;

        public bool UsesBefore => true;

        public bool UsesReference => true;

        public IReadOnlyList<TrainingRow> Estimate(IReadOnlyList<Group> groups, Func<Episode, TrainingRow> lay) => ppo.Estimate(groups, lay);

        public Objective Evaluate(BatchTensors batch, Outputs outputs, double progress)
        {
            Ratios.Add((outputs.Said_N - batch.Before_N).abs().max().item<float>());
            References.Add((outputs.Said_N - batch.Reference_N!).abs().max().item<float>());
            return ppo.Evaluate(batch, outputs, progress);
        }
    }
}
