using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Learning;

/// <summary>Which groups are learned from.</summary>
public interface IBatchRule
{
    /// <summary>How many times groups that were left out are replaced with fresh ones.</summary>
    int Refills { get; }

    /// <summary>Whether a group is learned from.</summary>
    bool Keeps(Group group);
}

/// <summary>What becomes of episodes that the limit on tokens cut.</summary>
public enum Truncated
{
    /// <summary>They are learned from like others.</summary>
    Learn,

    /// <summary>They are left out: nothing says whether the answer would have been right.</summary>
    Mask,

    /// <summary>Their score falls, softly as the limit comes near: DAPO, arXiv:2503.14476, equation 13.</summary>
    Punish,
}

/// <summary>What every batch rule can be told.</summary>
public abstract record BatchRuleOptions
{
    [Description("Passes over an iteration's episodes.")]
    [Range(1, 100)]
    public int Passes { get; init; } = 1;

    [Description("What becomes of episodes that the limit on tokens cut.")]
    public Truncated Truncated { get; init; } = Truncated.Learn;

    [Description("For truncated punish: how many tokens before a limit the punishment begins, the context's end or limits.tokens, whichever is nearer; it is 1 at the limit.")]
    [Range(1, 100_000)]
    public int PunishWithin { get; init; } = 16;

    [Description("Each token's loss is weighted by trainer over sampler probability, at most this (truncated importance sampling). Default: not.")]
    [Range(1.0, 1000.0)]
    public double? ImportanceCap { get; init; }
}

/// <summary>An <see cref="IBatchRule"/>.</summary>
public sealed class BatchRuleAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(BatchRuleOptions), typeof(IBatchRule));
