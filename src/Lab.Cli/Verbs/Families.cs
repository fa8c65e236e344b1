namespace Lab.Cli;

/// <summary>Families of plugins as people call them.</summary>
internal static class Families
{
    private const string Suffix = "Options";

    /// <summary>"environment" for the family of <c>EnvironmentOptions</c>.</summary>
    public static string Name(Type family) => family.Name.Replace(Suffix, "", StringComparison.Ordinal).ToLowerInvariant();
}
