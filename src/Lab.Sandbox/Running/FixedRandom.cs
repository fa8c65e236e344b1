namespace Lab.Sandbox;

/// <summary>The same numbers in [0, 1) for every program: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), from 0.</summary>
internal sealed class FixedRandom
{
    private ulong _state;

    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
