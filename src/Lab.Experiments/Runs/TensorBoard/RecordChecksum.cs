using System.Buffers.Binary;
using System.Numerics;

namespace Lab.Experiments;

/// <summary>CRC-32C, the Castagnoli polynomial, as the records of event files carry it.</summary>
internal static class RecordChecksum
{
    /// <summary>The plain checksum.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var rest in bytes)
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }

    /// <summary>Turned and shifted, since the checksum of data that ends with its own checksum says nothing.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes) => BitOperations.RotateRight(Of(bytes), 15) + 0xa282ead8;
}
