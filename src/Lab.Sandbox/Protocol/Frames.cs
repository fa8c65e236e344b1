using System.Buffers.Binary;
using System.Text;

namespace Lab.Sandbox;

/// <summary>Messages on a stream of bytes: four bytes of length, the lowest first, then as many bytes.</summary>
public static class Frames
{
    /// <summary>The longest message, in bytes.</summary>
    public const int Longest = 256 << 20;

    // Text is the policy's, and need not be well formed: what is no character becomes the one that stands for none.
    private static readonly UTF8Encoding s_text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Writes one message, and flushes.</summary>
    public static void Write(Stream stream, Action<BinaryWriter> content)
    {
        using var buffer = new MemoryStream();
        buffer.Write(stackalloc byte[sizeof(int)]);
        using (var writer = new BinaryWriter(buffer, s_text))
        {
            content(writer);
            writer.Flush();
            var message = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
            BinaryPrimitives.WriteInt32LittleEndian(message, message.Length - sizeof(int));
            stream.Write(message);
        }

        stream.Flush();
    }

    /// <summary>Reads one message; null where the stream has ended.</summary>
    /// <exception cref="InvalidDataException">It is no message, or it does not end where it should.</exception>
    public static T? Read<T>(Stream stream, Func<BinaryReader, T> content)
        where T : class
    {
        Span<byte> head = stackalloc byte[sizeof(int)];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read < head.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > Longest)
        {
            throw new InvalidDataException($"a message of {length} bytes");
        }

        var message = new byte[length];
        if (stream.ReadAtLeast(message, length, throwOnEndOfStream: false) < length)
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(message), s_text);
        try
        {
            var value = content(reader);
            return reader.BaseStream.Position == length ? value : throw new InvalidDataException("a message with a tail");
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("a message that ends too soon", error);
        }
    }
}
