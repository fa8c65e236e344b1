using System.Text.Json;
using Jint;
using Jint.Native;

namespace Lab.Sandbox;

/// <summary>Makes a program's arguments out of JSON, with nothing of the program involved: it may have put its own things in JSON's place.</summary>
internal static class ValueReader
{
    /// <summary>The items of a JSON array.</summary>
    /// <exception cref="JsonException">It is none: the lab's own mistake.</exception>
    public static JsValue[] ReadItems(Engine engine, string json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(item => Read(engine, item))]
                : throw new JsonException("arguments are a JSON array");
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("a text holds half a character", error);
        }
    }

    private static JsValue Read(Engine engine, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => JsNumber.Create(element.GetDouble()),
        JsonValueKind.String => JsString.Create(element.GetString()!),
        JsonValueKind.True => JsBoolean.True,
        JsonValueKind.False => JsBoolean.False,
        JsonValueKind.Array => new JsArray(engine, [.. element.EnumerateArray().Select(item => Read(engine, item))]),
        JsonValueKind.Object => JsObject.CreateFromEntries(engine, element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(engine, member.Value)))),
        _ => JsValue.Null,
    };
}
