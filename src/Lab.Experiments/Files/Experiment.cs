using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>An experiment file: everything that determines a run, apart from the machine.</summary>
public sealed partial record Experiment
{
    internal const string NamePattern = "[a-z0-9][a-z0-9+-]{0,39}";
    internal const string NameRule = "must be 1 to 40 lower-case letters, digits, hyphens and plus signs";

    [JsonPropertyName("$schema")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Where editors find the schema.")]
    public string? Schema { get; init; }

    [Description("Names the run's folder.")]
    [RegularExpression(NamePattern, ErrorMessage = NameRule)]
    public required string Name { get; init; }

    [Description("The root of all randomness: same seed, same result.")]
    public ulong Seed { get; init; } = 1;

    [Description("Libraries with plugins of your own, as paths beside this file.")]
    [FilePath]
    public EquatableArray<string> Plugins { get; init; } = [];

    [Description("Poses the problems and verifies the answers.")]
    public required EnvironmentOptions Environment { get; init; }

    [Description("What the policy may call.")]
    public EquatableArray<ToolOptions> Tools { get; init; } = [];

    [Description("What a seat may use in one episode.")]
    public MatchLimits Limits { get; init; } = new();

    [Description("Who sits at the tables of reinforce stages, seat by seat; from problem to problem everyone moves on by a seat. Default: the policy that learns on every seat.")]
    public EquatableArray<SeatOptions> Seats { get; init; } = [];

    [Description("The size of the policy.")]
    public PolicyOptions Policy { get; init; } = new();

    [Description("The reward functions: their weighted sum is what a reinforce stage raises.")]
    public EquatableArray<RewardOptions> Rewards { get; init; } = [];

    [Description("What happens, in order.")]
    [MinLength(1, ErrorMessage = "must have at least one stage")]
    public required EquatableArray<StageOptions> Stages { get; init; }

    [Description("How the policy is measured after each stage.")]
    public EvaluationOptions Evaluation { get; init; } = new();

    [Description("What the run keeps on its way, to go on from.")]
    public CheckpointOptions Checkpoints { get; init; } = new();

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("What the run found on its machine. Written by the lab; ignored in a file that is run.")]
    public Resolution? Resolved { get; init; }

    /// <summary>Whether a game is played: then a share of correct episodes is one of matches won.</summary>
    [JsonIgnore]
    public bool IsGame => Environment is GameOptions;

    /// <summary>Whether an experiment, a variant or a comparison may be called so.</summary>
    public static bool IsName(string name) => Form().IsMatch(name);

    [GeneratedRegex($@"\A(?:{NamePattern})\z")]
    private static partial Regex Form();
}
