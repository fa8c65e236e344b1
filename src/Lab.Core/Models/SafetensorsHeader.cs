using System.Text.Json;
using System.Text.Unicode;

namespace Lab.Core;

/// <summary>A tensor's place in a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its numbers.</param>
/// <param name="Shape">Its lengths, already known to fill the place.</param>
/// <param name="Begin">The first byte, counted from the end of the header.</param>
/// <param name="End">The byte behind the last one.</param>
internal sealed record SafetensorsEntry(string Name, TensorType Type, EquatableArray<long> Shape, long Begin, long End);

/// <summary>The header of a safetensors file, checked against the bytes behind it.</summary>
/// <remarks>Format: https://huggingface.co/docs/safetensors.</remarks>
/// <param name="Entries">Places that fill the data without hole or overlap, in their order.</param>
/// <param name="Metadata">Texts about the file.</param>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The key of the texts, which no tensor can have.</summary>
    public const string MetadataKey = "__metadata__";

    /// <summary>The longest header in bytes, as the reference implementation has it.</summary>
    public const int Longest = 100_000_000;

    private static readonly Dictionary<string, TensorType> TypesByName = Enum.GetValues<TensorType>().ToDictionary(type => type.Name(), StringComparer.Ordinal);

    /// <summary>Reads a header.</summary>
    /// <param name="json">The header's bytes.</param>
    /// <param name="dataLength">Bytes of the file behind it.</param>
    /// <param name="source">Names the file in errors.</param>
    /// <exception cref="InvalidInputException">It is damaged.</exception>
    public static SafetensorsHeader Parse(ReadOnlyMemory<byte> json, long dataLength, string source)
    {
        try
        {
            if (!Utf8.IsValid(json.Span))
            {
                throw new InvalidInputException(source, "the header is not UTF-8");
            }

            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement, dataLength, source);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an element of another kind than asked for, or half of a surrogate pair in a name.
            throw new InvalidInputException(source, "the header is not the JSON of a safetensors file");
        }
    }

    private static SafetensorsHeader Read(JsonElement root, long dataLength, string source)
    {
        var entries = new List<SafetensorsEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var metadata = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (!names.Add(property.Name))
            {
                throw Wrong(source, property.Name, "occurs twice");
            }

            if (property.Name == MetadataKey)
            {
                foreach (var text in property.Value.EnumerateObject())
                {
                    metadata[text.Name] = text.Value.GetString() ?? throw Wrong(source, MetadataKey, "must hold texts");
                }
            }
            else
            {
                entries.Add(Entry(property.Name, property.Value, source));
            }
        }

        entries.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)));
        CheckPlaces(entries, dataLength, source);
        return new(entries, metadata);
    }

    private static SafetensorsEntry Entry(string name, JsonElement value, string source)
    {
        if (value.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal).ToArray() is not ["data_offsets", "dtype", "shape"])
        {
            throw Wrong(source, name, "must have dtype, shape and data_offsets, each once and nothing else");
        }

        var typeName = value.GetProperty("dtype").GetString() ?? "null";
        if (!TypesByName.TryGetValue(typeName, out var type))
        {
            throw Wrong(source, name, $"has the unknown dtype {Quote(typeName)}; known are {string.Join(", ", TypesByName.Keys)}");
        }

        if (Integers(value.GetProperty("shape")) is not { } shape || NamedTensor.Length(type, shape) is not { } length)
        {
            throw Wrong(source, name, "has an impossible shape");
        }

        if (Integers(value.GetProperty("data_offsets")) is not [>= 0 and var begin, var end] || end < begin)
        {
            throw Wrong(source, name, "has impossible data_offsets");
        }

        return end - begin == length
            ? new(name, type, shape, begin, end)
            : throw Wrong(source, name, $"takes {end - begin} bytes, but {typeName} [{string.Join(", ", shape)}] needs {length}");
    }

    private static void CheckPlaces(List<SafetensorsEntry> entries, long dataLength, string source)
    {
        var filled = 0L;
        foreach (var entry in entries)
        {
            if (entry.End > dataLength)
            {
                throw Wrong(source, entry.Name, $"ends at byte {entry.End} of the data, but the file has {dataLength}: is it cut short?");
            }

            if (entry.Begin != filled)
            {
                throw Wrong(source, entry.Name, entry.Begin < filled ? "overlaps another tensor" : $"leaves {entry.Begin - filled} bytes before it unused");
            }

            filled = entry.End;
        }

        if (filled != dataLength)
        {
            throw new InvalidInputException(source, $"{dataLength - filled} bytes behind the last tensor belong to none");
        }
    }

    private static EquatableArray<long>? Integers(JsonElement array)
    {
        var numbers = new List<long>();
        foreach (var item in array.EnumerateArray())
        {
            if (!item.TryGetInt64(out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.ToEquatableArray();
    }

    private static InvalidInputException Wrong(string source, string name, string message) => new(source, $"tensor {Quote(name)} {message}");

    // A name is whatever the file says: it is shown on one line, and not at any length.
    private static string Quote(string name) =>
        string.Concat("'", JsonEncodedText.Encode(name.Length > 100 ? name[..100] + "…" : name, System.Text.Encodings.Web.JavaScriptEncoder.Default).ToString(), "'");
}
