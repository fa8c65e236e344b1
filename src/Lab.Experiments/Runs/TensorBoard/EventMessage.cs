using System.Buffers.Binary;
using System.Text;

namespace Lab.Experiments;

/// <summary>TensorBoard's Event message as protocol buffer bytes: as much of it as scalars need.</summary>
internal static class EventMessage
{
    // A field's number times 8, plus how its value is written: 0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes.
    private const byte WallTime = (1 << 3) | 1;
    private const byte Step = 2 << 3;
    private const byte FileVersion = (3 << 3) | 2;
    private const byte Summary = (5 << 3) | 2;
    private const byte SessionLog = (7 << 3) | 2;
    private const byte SummaryValue = (1 << 3) | 2;
    private const byte ValueTag = (1 << 3) | 2;
    private const byte ValueNumber = (2 << 3) | 5;

    // A session log whose status, field 1, is START.
    private static ReadOnlySpan<byte> Start => [1 << 3, 1];

    /// <summary>What every file begins with.</summary>
    /// <param name="seconds">Wall time since 1970.</param>
    public static byte[] Version(double seconds) => Message(seconds, 0, FileVersion, "brain.Event:2"u8);

    /// <summary>Tells TensorBoard to forget what it has read of the run, which is written anew.</summary>
    /// <inheritdoc cref="Version"/>
    public static byte[] Restart(double seconds) => Message(seconds, 0, SessionLog, Start);

    /// <summary>Numbers of one step, in single precision.</summary>
    /// <param name="seconds">Wall time since 1970.</param>
    /// <param name="step">At least 0.</param>
    /// <param name="scalars">Tag and number.</param>
    public static byte[] Scalars(double seconds, long step, IEnumerable<KeyValuePair<string, double>> scalars)
    {
        var summary = new MemoryStream();
        Span<byte> single = stackalloc byte[sizeof(float)];
        foreach (var (tag, number) in scalars)
        {
            var value = new MemoryStream();
            WriteBytes(value, ValueTag, Encoding.UTF8.GetBytes(tag));
            value.WriteByte(ValueNumber);
            BinaryPrimitives.WriteSingleLittleEndian(single, (float)number);
            value.Write(single);
            WriteBytes(summary, SummaryValue, value.ToArray());
        }

        return Message(seconds, step, Summary, summary.ToArray());
    }

    private static byte[] Message(double seconds, long step, byte field, ReadOnlySpan<byte> content)
    {
        var message = new MemoryStream();
        message.WriteByte(WallTime);
        Span<byte> time = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(time, seconds);
        message.Write(time);
        if (step != 0)
        {
            message.WriteByte(Step);
            WriteVarint(message, (ulong)step);
        }

        WriteBytes(message, field, content);
        return message.ToArray();
    }

    private static void WriteBytes(MemoryStream stream, byte field, ReadOnlySpan<byte> content)
    {
        stream.WriteByte(field);
        WriteVarint(stream, (ulong)content.Length);
        stream.Write(content);
    }

    private static void WriteVarint(MemoryStream stream, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            stream.WriteByte((byte)(number | 0x80));
        }

        stream.WriteByte((byte)number);
    }
}
