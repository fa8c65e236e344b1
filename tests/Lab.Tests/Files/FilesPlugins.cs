using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Lab.Core;

namespace Lab.Tests;

// Plugins with options of every sort. None of them does anything: files are read without making them.
public sealed record SumsOptions : EnvironmentOptions, IValidatableObject
{
    [Description("Digits of each operand.")]
    [MinLength(1)]
    [MaxLength(3)]
    [Range(1, 9)]
    public EquatableArray<int> Digits { get; init; } = [2, 2];

    [Description("Signs between operands.")]
    public EquatableArray<Sign> Signs { get; init; } = [Sign.Plus];

    [Description("Least answer.")]
    public long Least { get; init; }

    [Description("Greatest answer.")]
    public long? Most { get; init; }

    [Description("Written in front of the problem.")]
    [RegularExpression("[a-z ]+")]
    public string Prefix { get; init; } = "what is";

    public bool Signed { get; init; }

    [Description("How hard it gets.")]
    public SlopeOptions Slope { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Most < Least)
        {
            yield return new($"must be at least {Least}, which is the least answer", [nameof(Most)]);
        }

        foreach (var (index, digits) in Digits.Index())
        {
            if (digits > 6 && Signed)
            {
                yield return new("signed operands have at most 6 digits", [$"{nameof(Digits)}[{index}]"]);
            }
        }
    }
}

public enum Sign
{
    [JsonStringEnumMemberName("+")]
    Plus,

    [JsonStringEnumMemberName("-")]
    Minus,
}

public sealed record SlopeOptions : IValidatableObject
{
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public double Start { get; init; } = 0.5;

    public float End { get; init; } = 1;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Start > End)
        {
            yield return new("starts above its end");
        }
    }
}

[Environment("test-sums", "Sums.")]
public sealed class Sums(SumsOptions options) : IEnvironment
{
    public SumsOptions Options => options;

    public Problem Pose(ulong seed, double difficulty) => throw new NotSupportedException();

    public Verdict Verify(Problem problem, Episode episode) => throw new NotSupportedException();
}

public sealed record RiddlesOptions(string Book, int Page = 7) : EnvironmentOptions;

[Environment("test-riddles", "Riddles.")]
public sealed class Riddles(RiddlesOptions options) : IEnvironment
{
    public RiddlesOptions Options => options;

    public Problem Pose(ulong seed, double difficulty) => throw new NotSupportedException();

    public Verdict Verify(Problem problem, Episode episode) => throw new NotSupportedException();
}

public sealed record AbacusOptions : ToolOptions
{
    [Description("Beads on a wire.")]
    [Range(2, 20)]
    public byte Beads { get; init; } = 10;

    [Range(1, 5)]
    public long Wires { get; init; } = 3;

    [Range(0, 1)]
    public double Wear { get; init; }
}

[Tool("test-abacus", "Adds.")]
public sealed class Abacus(AbacusOptions options) : ITool
{
    public AbacusOptions Options => options;

    public ValueTask<ToolResult> Call(string arguments, CancellationToken stop) => throw new NotSupportedException();
}

public sealed record PraiseOptions : RewardOptions;

[Reward("test-praise", "Praises.")]
public sealed class Praise(PraiseOptions options) : IReward
{
    public PraiseOptions Options => options;

    public (double Low, double High) Range => (0, 1);

    public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) => throw new NotSupportedException();
}
