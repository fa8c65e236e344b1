namespace Lab.Benchmarks;

/// <summary>A way to generate and to train.</summary>
internal interface ILoop : IAsyncDisposable
{
    /// <summary>Samples one batch of <see cref="Shape.Batch"/> sequences of <see cref="Shape.Length"/> tokens, the first given.</summary>
    Task Generate();

    /// <summary>Plays <see cref="Shape.Games"/>: episodes of mixed lengths, half of them with a tool call between.</summary>
    Task Roll();

    /// <summary>One step of maximum likelihood on one batch.</summary>
    Task Train();
}
