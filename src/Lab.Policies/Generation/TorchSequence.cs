using Lab.Core;

namespace Lab.Policies;

/// <summary>One open sequence. Its caller appends and asks; the engine alone moves <see cref="Cached"/> and <see cref="Slot"/>.</summary>
internal sealed class TorchSequence(TorchGenerator engine, Draw draw) : ISequence
{
    private bool _disposed;

    /// <summary>Every token so far. The caller changes it only while it asks for nothing.</summary>
    public List<int> Tokens { get; } = [];

    public Draw Draw { get; } = draw;

    /// <summary>What sorts newcomers: the same in every run, whoever comes first.</summary>
    public ulong Order { get; } = draw.Bits();

    /// <summary>How many tokens have their keys and values in the cache.</summary>
    public int Cached { get; set; }

    /// <summary>The slot in the cache, or null before the first step.</summary>
    public int? Slot { get; set; }

    /// <summary>What this one was forked from, until its first step: the nearest one that may have been in a step itself.</summary>
    public TorchSequence? Source { get; set; }

    /// <summary>How many tokens it has in common with its source, whatever either appends.</summary>
    public int Shared { get; private init; }

    public int Length => Tokens.Count;

    /// <summary>The token that the next step feeds; the last one again where all are cached.</summary>
    public int Next => Math.Min(Cached, Tokens.Count - 1);

    public void Append(ReadOnlySpan<int> observed)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Tokens.Count + observed.Length > engine.Context)
        {
            throw new ArgumentException($"{observed.Length} tokens after {Tokens.Count} do not fit into a context of {engine.Context}", nameof(observed));
        }

        Tokens.AddRange(observed);
    }

    public ValueTask<Said> Say(SayOptions options, CancellationToken stop)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Tokens.Count == 0 || Tokens.Count >= engine.Context)
        {
            throw new InvalidOperationException(Tokens.Count == 0 ? "an empty sequence cannot go on" : "the context is full");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxTokens, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Temperature, nameof(options));
        var limited = options with { MaxTokens = Math.Min(options.MaxTokens, engine.Context - Tokens.Count) };
        var request = new SayRequest(this, limited, engine.WeightsVersion, stop);
        engine.Ask(request);
        return new(request.Answer);
    }

    public ValueTask<Prediction> Peek(int top, CancellationToken stop)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Tokens.Count == 0)
        {
            throw new InvalidOperationException("an empty sequence has no prediction");
        }

        var request = new PeekRequest(this, top, stop);
        engine.Ask(request);
        return new(request.Answer);
    }

    public ISequence Fork(Draw draw)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var fork = Source is null
            ? new TorchSequence(engine, draw) { Source = this, Shared = Tokens.Count }
            : new TorchSequence(engine, draw) { Source = Source, Shared = Math.Min(Shared, Tokens.Count) };
        fork.Tokens.AddRange(Tokens);
        return fork;
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            engine.Close(this);
        }
    }
}
