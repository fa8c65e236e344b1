using System.Reflection;
using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// The paths that an experiment names: its libraries, and what its plugins' options mark (<see cref="FilePathAttribute"/>). What a
/// file names relative to itself must not depend on which file it ends up in: paths are made whole after each change, so that what is
/// still relative was said by the last.
/// </summary>
internal static class FilePaths
{
    private static readonly (string Member, Type Family)[] s_places =
    [
        ("environment", typeof(EnvironmentOptions)),
        ("tools", typeof(ToolOptions)),
        ("seats", typeof(SeatOptions)),
        ("rewards", typeof(RewardOptions)),
        ("stages", typeof(StageOptions)),
    ];

    /// <summary>The paths that options name, each with what the attribute says of it.</summary>
    public static IEnumerable<(string Path, FilePathAttribute About)> Of(object options) =>
        from option in Marked(options.GetType())
        where option.Property.GetValue(options) is string
        select ((string)option.Property.GetValue(options)!, option.About);

    /// <summary>Makes the paths of a document whole.</summary>
    /// <param name="document">An experiment, right or wrong.</param>
    /// <param name="catalog">The plugins that it may name.</param>
    /// <param name="file">What said the paths that are relative.</param>
    public static JsonElement Locate(JsonElement document, Catalog catalog, string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return Libraries(document).Concat(Options(document, catalog))

            // What is no path is the strict reader's to say.
            .Where(named => named.Path.Length > 0 && !named.Path.Any(char.IsControl) && !Path.IsPathFullyQualified(named.Path))
            .Aggregate(document, (whole, named) =>
                Override.Of(named.Place, JsonSerializer.SerializeToElement(Path.GetFullPath(named.Path, folder)), file).Apply(whole));
    }

    private static IEnumerable<(string Place, string Path)> Libraries(JsonElement document) =>
        from item in Items(document, "plugins")
        where item.Value.ValueKind == JsonValueKind.String
        select (item.Place, item.Value.GetString()!);

    private static IEnumerable<(string Place, string Path)> Options(JsonElement document, Catalog catalog) =>
        from place in s_places
        from item in Items(document, place.Member)
        from known in catalog.Of(place.Family).Where(known => known.Kind == Text(item.Value, LabJson.Kind))
        from option in Marked(known.Options)
        let name = JsonNamingPolicy.CamelCase.ConvertName(option.Property.Name)
        let path = Text(item.Value, name)
        where path is not null
        select ($"{item.Place}.{name}", path);

    // A member that is no list is one item.
    private static IEnumerable<(string Place, JsonElement Value)> Items(JsonElement document, string member) =>
        document.ValueKind != JsonValueKind.Object || !document.TryGetProperty(member, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select((item, index) => ($"{member}[{index}]", item))
        : [(member, value)];

    private static IEnumerable<(PropertyInfo Property, FilePathAttribute About)> Marked(Type options) =>
        from property in options.GetProperties()
        let about = property.GetCustomAttribute<FilePathAttribute>()
        where about is not null
        select (property, about);

    private static string? Text(JsonElement options, string name) =>
        options.ValueKind == JsonValueKind.Object && options.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
