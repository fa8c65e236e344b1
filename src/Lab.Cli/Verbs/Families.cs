namespace Lab.Cli;

/// <summary>Families of plugins as people call them.</summary>
internal static class Families
{
    private const string Suffix = "Options";

    /// <summary>"policy loss" for the family of <c>PolicyLossOptions</c>.</summary>
    public static string Name(Type family) => string.Concat(family.Name.Replace(Suffix, "", StringComparison.Ordinal)
        .Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    /// <summary>"policy losses".</summary>
    public static string Plural(Type family) => Name(family) is var name && name.EndsWith('s') ? $"{name}es" : $"{name}s";
}
