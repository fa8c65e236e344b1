using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Builds one schema: a definition for each record and each plugin, and references to them.</summary>
/// <remarks>
/// The framework's exporter is not used: it takes a type with a converter, such as <see cref="EquatableArray{T}"/>, for
/// anything at all, and refers to the second use of a record by the path of the first.
/// </remarks>
internal sealed class SchemaBuilder(Shapes shapes)
{
    private readonly SortedDictionary<string, JsonObject?> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<(Type Type, Plugin? Plugin), string> _names = [];

    public JsonObject Build(Type root, string title)
    {
        var document = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (keyword, value) in DescribeFields((Shape.Fields)shapes.Of(root), null))
        {
            document[keyword] = value?.DeepClone();
        }

        document["$defs"] = new JsonObject(_definitions.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return document;
    }

    private JsonObject Describe(Type type) => shapes.Of(type) switch
    {
        Shape.Fields fields => Refer(fields.Type.Type.Name, fields, null),
        Shape.Family family => new()
        {
            ["anyOf"] = new JsonArray([.. family.Plugins.Select(plugin =>
                Refer($"{plugin.Family.Name}.{plugin.Kind}", (Shape.Fields)shapes.Of(plugin.Options), plugin))]),
        },
        Shape.Items items => new() { ["type"] = "array", ["items"] = Describe(items.Item) },
        Shape.Entries entries => new() { ["type"] = "object", ["additionalProperties"] = Describe(entries.Value) },
        Shape.Whole whole => new() { ["type"] = "integer", ["minimum"] = Number(whole.Low), ["maximum"] = Number(whole.High) },
        Shape.Real => new() { ["type"] = "number" },
        Shape.Choice choice => new() { ["enum"] = new JsonArray([.. choice.Names.Select(name => JsonValue.Create(name))]) },
        Shape.Text => new() { ["type"] = "string" },
        Shape.Flag => new() { ["type"] = "boolean" },
        _ => [],
    };

    private JsonObject Refer(string name, Shape.Fields fields, Plugin? plugin)
    {
        if (!_names.TryGetValue((fields.Type.Type, plugin), out var known))
        {
            // Records of two libraries may share a name. Entered before it is filled, so that a record may hold itself.
            known = _definitions.ContainsKey(name) ? fields.Type.Type.FullName! : name;
            _names.Add((fields.Type.Type, plugin), known);
            _definitions[known] = null;
            _definitions[known] = DescribeFields(fields, plugin);
        }

        return new() { ["$ref"] = $"#/$defs/{known}" };
    }

    private JsonObject DescribeFields(Shape.Fields fields, Plugin? plugin)
    {
        var properties = new JsonObject();
        var required = new JsonArray([.. fields.Members.Where(member => member.IsRequired).Select(member => JsonValue.Create(member.Name))]);
        if (plugin is not null)
        {
            properties[LabJson.Kind] = new JsonObject { ["const"] = plugin.Kind, ["description"] = plugin.Description };
            required.Insert(0, LabJson.Kind);
        }

        var sample = fields.Type.CreateObject?.Invoke();
        foreach (var member in fields.Members)
        {
            properties[member.Name] = DescribeMember(member, sample);
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
        if (plugin is not null)
        {
            schema.Insert(0, "description", plugin.Description);
        }

        return schema;
    }

    private JsonObject DescribeMember(Member member, object? sample)
    {
        var schema = Describe(member.Type);
        var isList = shapes.Of(member.Type) is Shape.Items;
        foreach (var rule in member.Rules)
        {
            SchemaRule.Apply(rule, isList && rule.IsForItems() ? schema["items"]!.AsObject() : schema, isList);
        }

        if (member.IsNullable)
        {
            schema = new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }

        if (member.Description is { } description)
        {
            schema.Insert(0, "description", description);
        }

        if (!member.IsRequired && member.Default(sample, shapes.Json) is { } usual)
        {
            schema["default"] = usual;
        }

        return schema;
    }

    private static JsonNode Number(BigInteger value) => JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture))!;
}
