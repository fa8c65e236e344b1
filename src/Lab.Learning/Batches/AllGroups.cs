namespace Lab.Learning;

/// <summary>Every group is learned from.</summary>
public sealed record AllOptions : BatchRuleOptions;

/// <inheritdoc cref="AllOptions"/>
[BatchRule("all", "Every group is learned from.")]
public sealed class AllGroups : IBatchRule
{
    // It has no options of its own; the constructor is where the catalogue sees which record is its.
    public AllGroups(AllOptions options) => ArgumentNullException.ThrowIfNull(options);

    public int Refills => 0;

    public bool Keeps(Group group) => true;
}
