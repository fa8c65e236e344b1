using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Learning;

/// <summary>
/// Groups whose episodes all scored alike teach nothing: they are left out, and fresh ones collected in their place. Dynamic
/// sampling: DAPO, arXiv:2503.14476, section 3.2.
/// </summary>
public sealed record DynamicOptions : BatchRuleOptions
{
    [Description("Rounds of fresh problems at most, in one iteration.")]
    [Range(0, 100)]
    public int Refills { get; init; } = 3;
}

/// <inheritdoc cref="DynamicOptions"/>
[BatchRule("dynamic", "Groups that all scored alike are replaced with fresh ones.")]
public sealed class DynamicGroups(DynamicOptions options) : IBatchRule
{
    public int Refills => options.Refills;

    public bool Keeps(Group group) => !group.IsAlike;
}
