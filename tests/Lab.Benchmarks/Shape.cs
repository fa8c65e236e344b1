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

    /// <summary>The episodes of one rollout: twice as many as rows in a batch.</summary>
    public static IReadOnlyList<Game> Games { get; } = [.. Enumerable.Range(0, 2 * Batch).Select(index => Game.Draw(Lab.Core.Draw.From(4).At(index)))];

    /// <summary>Times each measurement is repeated in one process, after one that is not counted.</summary>
    public const int Repeats = 5;
}
