using System.Buffers;
using System.Collections;
using System.Reflection;
using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// The paths that a document names (<see cref="FilePathAttribute"/>). What a file names relative to itself must not depend on which
/// file it ends up in: paths are made whole before another file changes it, so that what is still relative then was said by that one.
/// </summary>
internal sealed class FilePaths
{
    private readonly Shapes _shapes;
    private readonly Utf8JsonWriter _writer;
    private readonly string _folder;

    private FilePaths(Shapes shapes, Utf8JsonWriter writer, string folder) => (_shapes, _writer, _folder) = (shapes, writer, folder);

    /// <summary>A copy with its paths made whole; whatever else is there, mistakes included, stays as it is.</summary>
    /// <param name="document">Right or wrong.</param>
    /// <param name="type">What it should be read as.</param>
    /// <param name="shapes">What types look like.</param>
    /// <param name="file">What said the paths that are relative.</param>
    public static JsonElement Locate(JsonElement document, Type type, Shapes shapes, string file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            new FilePaths(shapes, writer, Path.GetDirectoryName(Path.GetFullPath(file))!).Copy(document, type, isPath: false);
        }

        using var located = JsonDocument.Parse(buffer.WrittenMemory, SourceText.Lenient);
        return located.RootElement.Clone();
    }

    /// <summary>The paths that options name, and those within them, each with what the attribute says of it.</summary>
    public static IEnumerable<(string Path, FilePathAttribute About)> Of(object options) =>
        from property in options.GetType().GetProperties()
        where property.SetMethod is not null && property.GetIndexParameters().Length == 0
        let about = property.GetCustomAttribute<FilePathAttribute>()
        from item in Items(property.GetValue(options))
        from named in item is string text ? about is not null && IsPath(text) ? [(text, about)] : [] : Of(item)
        select named;

    private static IEnumerable<object> Items(object? value) => value switch
    {
        null or ValueType and not IEnumerable => [],
        string text => [text],
        IEnumerable list => list.OfType<object>().Where(item => !item.GetType().IsValueType),
        _ => [value],
    };

    // What is none is the strict reader's to say.
    private static bool IsPath(string text) => !string.IsNullOrWhiteSpace(text) && !text.Contains('\0', StringComparison.Ordinal);

    private void Copy(JsonElement value, Type type, bool isPath)
    {
        switch (_shapes.Of(type), value.ValueKind)
        {
            case (Shape.Text, JsonValueKind.String) when isPath && value.GetString() is { } path && IsPath(path):
                _writer.WriteStringValue(Path.GetFullPath(path, _folder));
                break;
            case (Shape.Items items, JsonValueKind.Array):
                _writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Copy(item, items.Item, isPath);
                }

                _writer.WriteEndArray();
                break;
            case (Shape.Fields fields, JsonValueKind.Object):
                Copy(value, fields);
                break;
            case (Shape.Family family, JsonValueKind.Object) when Plugin(value, family) is { } plugin && _shapes.Of(plugin.Options) is Shape.Fields fields:
                Copy(value, fields);
                break;
            default:
                Keep(value);
                break;
        }
    }

    private void Copy(JsonElement value, Shape.Fields fields)
    {
        _writer.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            _writer.WritePropertyName(property.Name);
            if (fields.Members.FirstOrDefault(member => member.Name == property.Name) is { } member)
            {
                Copy(property.Value, member.Type, member.IsPath);
            }
            else
            {
                Keep(property.Value);
            }
        }

        _writer.WriteEndObject();
    }

    // As it is written, comments and all.
    private void Keep(JsonElement value) => _writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);

    private static Plugin? Plugin(JsonElement value, Shape.Family family) => value.TryGetProperty(LabJson.Kind, out var kind) && kind.ValueKind == JsonValueKind.String
        ? family.Plugins.FirstOrDefault(plugin => kind.ValueEquals(plugin.Kind))
        : null;
}
