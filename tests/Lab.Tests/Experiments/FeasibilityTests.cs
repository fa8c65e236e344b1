using Lab.Core;
using Lab.Learning;
using static TorchSharp.torch;

namespace Lab.Tests;

public sealed record OnlyOneOptions : EnvironmentOptions;

/// <summary>Has one problem, which stands on one side of the split or on the other.</summary>
[Environment("test-only-one", "Has one problem.")]
public sealed class OnlyOne(OnlyOneOptions options) : IEnvironment
{
    public OnlyOneOptions Options { get; } = options;

    public Problem Pose(ulong seed, double difficulty) => new One(seed, difficulty);

    public Verdict Verify(Problem problem, Episode episode) => Verdict.Wrong(null, "nobody is right");

    private sealed record One(ulong Seed, double Difficulty) : Problem(Seed, Difficulty)
    {
        public override string Key => "the only one";

        public override EquatableArray<Part> Prompt(int seat) => [new TextPart("?")];
    }
}

public sealed record UnmakeableOptions : EstimatorOptions;

/// <summary>Cannot be made.</summary>
[AdvantageEstimator("test-unmakeable", "Cannot be made.")]
public sealed class Unmakeable : IAdvantageEstimator
{
    public Unmakeable(UnmakeableOptions options) => throw new InvalidOperationException($"no clay for {options.GetType().Name}");

    public bool UsesValues => false;

    public void Estimate(IReadOnlyList<RowGroup> groups)
    {
    }
}

public sealed record UnmakeableRegularizerOptions : RegularizerOptions;

/// <summary>Cannot be made either.</summary>
[Regularizer("test-unmakeable", "Cannot be made.")]
public sealed class UnmakeableRegularizer : IRegularizer
{
    public UnmakeableRegularizer(UnmakeableRegularizerOptions options) => throw new InvalidOperationException($"no clay for {options.GetType().Name}");

    public ReferenceRule? Reference => null;

    public void Adjust(TrainingRow row)
    {
    }

    public Tensor? Loss_N(BatchTensors batch, Outputs outputs, Moment moment) => null;

    public void Adapt(UpdateReport report)
    {
    }
}

[TestClass]
public sealed class FeasibilityTests
{
    private const string Possible = """
        {
          "name": "test",
          "environment": { "kind": "arithmetic" },
          "tools": [{ "kind": "calculator" }],
          "policy": { "layers": 1, "width": 16, "heads": 1 },
          "rewards": [{ "kind": "correct" }],
          "stages": [{ "kind": "imitate", "episodes": 1 }, { "kind": "reinforce", "iterations": 1 }]
        }
        """;

    [TestMethod]
    public async Task A_possible_experiment_is_accepted()
    {
        using var runs = new Runs();
        await runs.Planner.Check(runs.Read(Possible), "test.json", CancellationToken.None);
    }

    [TestMethod]
    [DataRow("environment={\"kind\":\"test-only-one\",\"heldOut\":0.01}", "seed=1", "$.environment.heldOut: a held-out share of 0.01 leaves no problem to evaluate on")]
    [DataRow("environment={\"kind\":\"test-only-one\",\"heldOut\":0.9}", "seed=1", "$.environment.heldOut: a held-out share of 0.9 leaves no problem to train on")]
    [DataRow("policy.context=11", "seed=1", "$.policy.context: 11 tokens are too few: a prompt with its answer takes 12")]
    [DataRow("policy.context=20", "seed=1", "$.policy.context: 20 tokens are too few for 105 of 500 demonstrations; the longest takes 25")]
    [DataRow("tools=[]", "seed=1", "$.tools: the demonstrations call 'calculator', which is not listed")]
    [DataRow("rewards=[{\"kind\":\"tests\"}]", "seed=1", "$.rewards[0]: 'tests' reads the fact 'tests', which environment 'arithmetic' does not declare; it declares closeness, readable")]
    [DataRow("rewards=[{\"kind\":\"correct\"},{\"kind\":\"partial\",\"fact\":\"closenes\"}]", "seed=1", "$.rewards[1]: 'partial' reads the fact 'closenes', which environment 'arithmetic' does not declare; it declares closeness, readable")]
    [DataRow("environment={\"kind\":\"code\"}", "rewards=[{\"kind\":\"partial\"}]", "$.rewards[0]: 'partial' reads the fact 'closeness', which environment 'code' does not declare; it declares tests, readable")]
    [DataRow("environment={\"kind\":\"test-only-one\",\"heldOut\":0}", "rewards=[{\"kind\":\"format\"}]", "$.rewards[0]: 'format' reads the fact 'readable', which environment 'test-only-one' does not declare; it declares none")]
    [DataRow("rewards=[{\"kind\":\"outcome\"}]", "seed=1", "$.rewards[0]: 'outcome' reads the fact 'payoff', which environment 'arithmetic' does not declare; it declares closeness, readable")]
    [DataRow("stages[1].algorithm={\"kind\":\"ppo\",\"estimator\":{\"kind\":\"test-unmakeable\"}}", "seed=1", "$.stages[1].algorithm.estimator: 'test-unmakeable' cannot be made: no clay for UnmakeableOptions")]
    [DataRow("stages[1].algorithm={\"kind\":\"ppo\",\"regularizers\":[{\"kind\":\"entropy\"},{\"kind\":\"test-unmakeable\"}]}", "seed=1", "$.stages[1].algorithm.regularizers[1]: 'test-unmakeable' cannot be made: no clay for UnmakeableRegularizerOptions")]
    public async Task An_impossible_combination_is_refused_in_one_line(string first, string second, string expected)
    {
        using var runs = new Runs();
        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => runs.Planner.Check(runs.Read(Possible, first, second), "test.json", CancellationToken.None));
        Assert.Contains(expected, error.Message);
    }
}
