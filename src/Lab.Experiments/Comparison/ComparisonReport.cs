using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lab.Experiments;

/// <summary>comparison.json: what was compared, and what came of it.</summary>
public sealed record ComparisonReport
{
    /// <summary>The comparison's name.</summary>
    public required string Comparison { get; init; }

    /// <summary>The experiment that was varied, as the comparison file has it.</summary>
    public required string Base { get; init; }

    /// <summary>The changes that all variants share.</summary>
    public required OrderedDictionary<string, JsonElement> Set { get; init; }

    /// <summary>The changes of each variant.</summary>
    public required OrderedDictionary<string, OrderedDictionary<string, JsonElement>> Variants { get; init; }

    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Every variant with every seed: a variant's seeds, then the next variant's.</summary>
    public required IReadOnlyList<ComparedReport> Runs { get; init; }

    /// <summary>Whether a game is played, so that shares are of matches.</summary>
    [JsonIgnore]
    public bool IsGame => Runs.Any(run => run.Report?.IsGame == true);
}

/// <summary>A run of a comparison.</summary>
/// <param name="Label">Its variant's.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Folder">The run's folder, within the comparison's.</param>
/// <param name="Report">What it came to; null where it has not ended.</param>
public sealed record ComparedReport(string Label, ulong Seed, string Folder, RunReport? Report);
