using System.Buffers;
using System.Text;
using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>Copies a document with one value replaced or added; whatever else is there, mistakes included, stays as it is.</summary>
/// <param name="source">What to call the change in messages.</param>
/// <param name="path">The way to the value.</param>
/// <param name="replacement">The value.</param>
internal sealed class JsonEdit(string source, IReadOnlyList<JsonEdit.Step> path, JsonElement replacement)
{
    /// <summary>To a member or, by its name or kind, to an item of a list; or to an item by its index.</summary>
    public readonly record struct Step(string Name, int? Index);

    private JsonPath _changed;

    /// <exception cref="InvalidInputException">The path leads nowhere.</exception>
    public JsonElement Apply(JsonElement document) => Apply(document, out _);

    /// <param name="document">Stays as it is.</param>
    /// <param name="changed">Where the value stands now, items of lists by their index.</param>
    /// <exception cref="InvalidInputException">The path leads nowhere.</exception>
    public JsonElement Apply(JsonElement document, out JsonPath changed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Copy(writer, document, 0, JsonPath.Root);
        }

        changed = _changed;
        using var edited = SourceText.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan), source);
        return edited.RootElement.Clone();
    }

    /// <param name="writer">Takes the copy.</param>
    /// <param name="value">What stands here; undefined where nothing does.</param>
    /// <param name="depth">Steps made so far.</param>
    /// <param name="at">Where this is.</param>
    private void Copy(Utf8JsonWriter writer, JsonElement value, int depth, JsonPath at)
    {
        if (depth == path.Count)
        {
            _changed = at;
            replacement.WriteTo(writer);
            return;
        }

        switch (value.ValueKind, path[depth])
        {
            case (JsonValueKind.Array, var step):
                CopyList(writer, value, step.Index ?? Find(value, step.Name, at), depth, at);
                break;
            case (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined, { Index: null } step):
                CopyObject(writer, value, step.Name, depth, at);
                break;
            case (JsonValueKind.Undefined, { Index: { } index }):
                throw Lost($"{at} is not there, so it has no item {index}");
            case (_, { Index: { } index }):
                throw Lost($"{at} is {Wording.Name(value.ValueKind)} and has no item {index}");
            case (_, var step):
                throw Lost($"{at} is {Wording.Name(value.ValueKind)} and has no '{Excerpt.Of(step.Name)}'");
        }
    }

    private void CopyList(Utf8JsonWriter writer, JsonElement list, int chosen, int depth, JsonPath at)
    {
        var count = list.GetArrayLength();
        if (chosen >= count)
        {
            throw Lost(count == 0 ? $"{at} is empty" : $"the last item of {at} is {at.Item(count - 1)}");
        }

        writer.WriteStartArray();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            if (index == chosen)
            {
                Copy(writer, item, depth + 1, at.Item(index));
            }
            else
            {
                item.WriteTo(writer);
            }
        }

        writer.WriteEndArray();
    }

    private void CopyObject(Utf8JsonWriter writer, JsonElement value, string chosen, int depth, JsonPath at)
    {
        var found = false;
        writer.WriteStartObject();
        foreach (var property in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : default)
        {
            if (property.NameEquals(chosen))
            {
                found = true;
                writer.WritePropertyName(chosen);
                Copy(writer, property.Value, depth + 1, at.Member(chosen));
            }
            else
            {
                property.WriteTo(writer);
            }
        }

        if (!found)
        {
            writer.WritePropertyName(chosen);
            Copy(writer, default, depth + 1, at.Member(chosen));
        }

        writer.WriteEndObject();
    }

    /// <summary>The item with this name or, where none has it, the only one of this kind.</summary>
    private int Find(JsonElement list, string label, JsonPath at)
    {
        (int Index, string? Name, string? Kind)[] items =
            [.. list.EnumerateArray().Index().Select(pair => (pair.Index, Text(pair.Item, "name"), Text(pair.Item, LabJson.Kind)))];
        (int Index, string? Name, string? Kind)[] named = [.. items.Where(item => (item.Name ?? item.Kind) == label)];
        return (named.Length > 0 ? named : [.. items.Where(item => item.Kind == label)]) switch
        {
            [var only] => only.Index,
            [] => throw Lost($"{at}: {Wording.Unknown("item", label, [.. items.Select(item => item.Name ?? item.Kind).OfType<string>()])}"),
            var several => throw Lost($"'{label}' is {string.Join(" and ", several.Select(item => at.Item(item.Index).ToString()))}; say which by its index"),
        };
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    private InvalidInputException Lost(string message) => new(source, message);
}
