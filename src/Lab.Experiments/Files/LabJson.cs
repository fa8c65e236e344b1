using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>How the lab reads and writes JSON: strictly, in camel case, with plugins told apart by their kind.</summary>
public static class LabJson
{
    /// <summary>The member that names a plugin.</summary>
    public const string Kind = "kind";

    /// <summary>
    /// The options for these plugins. Comments and trailing commas may be read. What is written is indented, the same on every
    /// system, and escapes only what JSON must: escape it again before it enters HTML.
    /// </summary>
    public static JsonSerializerOptions For(Catalog catalog)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(info => AddKinds(info, catalog));
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            TypeInfoResolver = resolver,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowOutOfOrderMetadataProperties = true,
            AllowTrailingCommas = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            IgnoreReadOnlyProperties = true,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void AddKinds(JsonTypeInfo info, Catalog catalog)
    {
        foreach (var plugin in catalog.Of(info.Type))
        {
            info.PolymorphismOptions ??= new() { TypeDiscriminatorPropertyName = Kind };
            info.PolymorphismOptions.DerivedTypes.Add(new(plugin.Options, plugin.Kind));
        }
    }
}
