using System.Runtime.InteropServices;

namespace Lab.Core;

/// <summary>A tensor as it lies in a file.</summary>
/// <remarks>Equality asks whether two share their bytes, not whether the bytes are the same.</remarks>
public sealed record NamedTensor
{
    /// <summary>A tensor over bytes that stay where they are.</summary>
    /// <param name="name">Its name, unique among a model's weights.</param>
    /// <param name="type">The type of its numbers.</param>
    /// <param name="shape">The length of each dimension, outermost first; none for a single number.</param>
    /// <param name="bytes">The numbers, little-endian, the innermost dimension running fastest. Not copied.</param>
    /// <exception cref="ArgumentException">The bytes are not as many as the shape says.</exception>
    public NamedTensor(string name, TensorType type, EquatableArray<long> shape, ReadOnlyMemory<byte> bytes)
    {
        if (Length(type, shape) != bytes.Length)
        {
            throw new ArgumentException($"{name}: {bytes.Length} bytes do not fill {type} [{string.Join(", ", shape)}]", nameof(bytes));
        }

        (Name, Type, Shape, Bytes) = (name, type, shape, bytes);
    }

    public string Name { get; }

    public TensorType Type { get; }

    public EquatableArray<long> Shape { get; }

    /// <summary>The numbers, little-endian, the innermost dimension running fastest.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The numbers of an F32 tensor, without a copy.</summary>
    /// <exception cref="InvalidOperationException">It holds other numbers.</exception>
    public ReadOnlySpan<float> Floats => Type == TensorType.F32
        ? MemoryMarshal.Cast<byte, float>(Bytes.Span)
        : throw new InvalidOperationException($"{Name} holds {Type}, not F32");

    /// <summary>A tensor of F32, with a copy of the numbers.</summary>
    /// <exception cref="ArgumentException">They are not as many as the shape says.</exception>
    public static NamedTensor Of(string name, EquatableArray<long> shape, ReadOnlySpan<float> numbers) =>
        new(name, TensorType.F32, shape, MemoryMarshal.AsBytes(numbers).ToArray());

    /// <summary>The bytes that a tensor takes; null where a length is negative or the product exceeds 2⁶³.</summary>
    internal static long? Length(TensorType type, EquatableArray<long> shape)
    {
        var length = (Int128)type.Size();
        foreach (var dimension in shape)
        {
            if (dimension < 0)
            {
                return null;
            }

            // Once above 2⁶³ it stays there: the remaining lengths can only multiply it by more, or by zero.
            length = length > long.MaxValue && dimension > 0 ? length : length * dimension;
        }

        return length > long.MaxValue ? null : (long)length;
    }
}
