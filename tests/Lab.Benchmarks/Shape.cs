namespace Lab.Benchmarks;

/// <summary>The model and the batch that both loops run.</summary>
internal static class Shape
{
    public const int Layers = 4;
    public const int Width = 128;
    public const int Heads = 4;
    public const int Inner = 352;
    public const int Batch = 256;
    public const int Length = 64;

    /// <summary>Times each measurement is repeated in one process, after one that is not counted.</summary>
    public const int Repeats = 5;
}
