using System.Runtime.InteropServices;

namespace Lab.Core;

/// <summary>
/// A place in the tree of an experiment's randomness, reached by a path such as stage, iteration, problem, attempt, seat,
/// token. What stands there depends on the path alone, never on what was drawn before or elsewhere.
/// </summary>
/// <remarks>A value: copying it copies nothing but the path. Equal paths give equal numbers on every machine.</remarks>
public readonly record struct Draw
{
    // The two uses of a key never meet: a path step and a number come from different halves of the counter space.
    private const ulong Step = 1UL << 63;
    private readonly ulong _key;

    private Draw(ulong key) => _key = key;

    /// <summary>The root of all randomness of one experiment.</summary>
    public static Draw From(ulong seed) => new(seed);

    /// <summary>The branch with this name.</summary>
    public Draw At(string name)
    {
        // FNV-1a, 64 bits, over the UTF-16 code units.
        var hash = 0xCBF29CE484222325;
        foreach (var unit in MemoryMarshal.Cast<char, ushort>(name.AsSpan()))
        {
            hash = (hash ^ unit) * 0x100000001B3;
        }

        return new(Philox.Block(_key, hash, Step | 1).First);
    }

    /// <summary>The branch with this number.</summary>
    public Draw At(long index) => new(Philox.Block(_key, (ulong)index, Step).First);

    /// <summary>64 random bits: the number at <paramref name="index"/> of this place.</summary>
    public ulong Bits(long index = 0) => Philox.Block(_key, (ulong)index, 0).First;

    /// <summary>A number in [0, 1), with 53 random bits.</summary>
    public double Uniform(long index = 0) => (Bits(index) >> 11) * (1.0 / (1UL << 53));

    /// <summary>An integer in [0, <paramref name="bound"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int Below(int bound, long index = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)Math.BigMul(Bits(index), (ulong)bound, out _);
    }

    /// <summary>An integer in [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or wider than 2⁶³.</exception>
    public long Between(long low, long high, long index = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high);
        var width = unchecked((ulong)(high - low));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, (ulong)long.MaxValue, nameof(high));
        return low + (long)Math.BigMul(Bits(index), width + 1, out _);
    }

    /// <summary>A standard normal number (Box–Muller).</summary>
    public double Normal(long index = 0)
    {
        var (first, second) = Philox.Block(_key, (ulong)index, 1);
        var radius = Math.Sqrt(-2 * Math.Log(1 - ((first >> 11) * (1.0 / (1UL << 53)))));
        return radius * Math.Cos(2 * Math.PI * ((second >> 11) * (1.0 / (1UL << 53))));
    }

    /// <summary>Puts the items into a random order, the same for the same place (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1, last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
