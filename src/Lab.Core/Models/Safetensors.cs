using System.Buffers.Binary;
using System.Text.Json;

namespace Lab.Core;

/// <summary>
/// Reads and writes safetensors: eight bytes of header length, a header in JSON, the tensors' bytes. The same tensors give the
/// same bytes.
/// </summary>
/// <remarks>Format: https://huggingface.co/docs/safetensors.</remarks>
public static class Safetensors
{
    private const int LengthSize = sizeof(ulong);

    /// <summary>Reads a file, all of it or nothing.</summary>
    /// <exception cref="InvalidInputException">The file is missing or damaged.</exception>
    public static SafetensorsFile ReadFile(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, error.Message);
        }
    }

    /// <summary>Reads what lies between here and the end of a stream, all of it or nothing.</summary>
    /// <param name="stream">A stream that knows its length.</param>
    /// <param name="source">Names it in errors.</param>
    /// <exception cref="InvalidInputException">It is damaged.</exception>
    public static SafetensorsFile Read(Stream stream, string source)
    {
        var length = stream.Length - stream.Position;
        Span<byte> prefix = stackalloc byte[LengthSize];
        if (length < LengthSize)
        {
            throw new InvalidInputException(source, $"{length} bytes are too few for a safetensors file");
        }

        stream.ReadExactly(prefix);
        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (headerLength > SafetensorsHeader.Longest || (long)headerLength > length - LengthSize)
        {
            throw new InvalidInputException(source, $"a header of {headerLength} bytes does not fit: no safetensors file, or one cut short");
        }

        var json = new byte[headerLength];
        stream.ReadExactly(json);
        var header = SafetensorsHeader.Parse(json, length - LengthSize - (long)headerLength, source);
        return new(header.Entries.Select(entry => ReadTensor(stream, entry, source)).ToEquatableArray(), header.Metadata);
    }

    /// <summary>Writes tensors: those of wider numbers first, so that each is aligned, then by name.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="tensors">What.</param>
    /// <param name="metadata">Texts about the file.</param>
    /// <exception cref="ArgumentException">Two have one name, or one has a name that the format keeps.</exception>
    public static void Write(Stream stream, IEnumerable<NamedTensor> tensors, params IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var ordered = tensors.OrderByDescending(tensor => tensor.Type.Size()).ThenBy(tensor => tensor.Name, StringComparer.Ordinal).ToArray();
        var header = Header(ordered, metadata);
        // Spaces behind the JSON align the data to eight bytes.
        var padded = (header.Length + LengthSize - 1) / LengthSize * LengthSize;
        Span<byte> prefix = stackalloc byte[LengthSize];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, padded);
        stream.Write(prefix);
        stream.Write(header);
        stream.Write("       "u8[..(padded - header.Length)]);
        foreach (var tensor in ordered)
        {
            stream.Write(tensor.Bytes.Span);
        }
    }

    private static NamedTensor ReadTensor(Stream stream, SafetensorsEntry entry, string source)
    {
        if (entry.End - entry.Begin > Array.MaxLength)
        {
            throw new InvalidInputException(source, $"tensor {entry.Name} is larger than the {Array.MaxLength} bytes that one may have here");
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)(entry.End - entry.Begin));
        try
        {
            stream.ReadExactly(bytes);
        }
        catch (EndOfStreamException)
        {
            throw new InvalidInputException(source, $"the file was cut short while it was read, at tensor {entry.Name}");
        }

        return new(entry.Name, entry.Type, entry.Shape, bytes);
    }

    private static byte[] Header(NamedTensor[] tensors, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteMetadata(json, metadata);
            var names = new HashSet<string>(StringComparer.Ordinal) { SafetensorsHeader.MetadataKey };
            var offset = 0L;
            foreach (var tensor in tensors)
            {
                if (!names.Add(tensor.Name))
                {
                    throw new ArgumentException($"a second tensor cannot be called {tensor.Name}", nameof(tensors));
                }

                WriteEntry(json, tensor, offset);
                offset += tensor.Bytes.Length;
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var texts = metadata.OrderBy(text => text.Key, StringComparer.Ordinal).ToArray();
        if (texts.Length == 0)
        {
            return;
        }

        json.WriteStartObject(SafetensorsHeader.MetadataKey);
        foreach (var (name, text) in texts)
        {
            json.WriteString(name, text);
        }

        json.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter json, NamedTensor tensor, long offset)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", tensor.Type.Name());
        json.WriteStartArray("shape");
        foreach (var length in tensor.Shape)
        {
            json.WriteNumberValue(length);
        }

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(offset + tensor.Bytes.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
