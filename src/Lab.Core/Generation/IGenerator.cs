namespace Lab.Core;

/// <summary>Samples from one version of a policy. Thread-safe.</summary>
public interface IGenerator
{
    /// <summary>Names the weights that it samples from.</summary>
    string WeightsVersion { get; }

    /// <summary>The longest sequence, in tokens.</summary>
    int Context { get; }

    /// <summary>Opens an empty sequence whose randomness is <paramref name="draw"/>'s.</summary>
    ISequence Open(Draw draw);

    /// <summary>
    /// Announces a caller who will ask for one turn at a time until the returned scope is disposed. Nothing is generated until
    /// every announced caller has asked once, so that a wave starts together; in lockstep (docs/bits.md) each step waits for all.
    /// </summary>
    IDisposable Attend();
}

/// <summary>
/// A sequence of tokens that grows. It owns its cache; the engine batches over all open sequences, and a disposed one makes
/// room. One caller at a time.
/// </summary>
public interface ISequence : IDisposable
{
    /// <summary>Tokens so far.</summary>
    int Length { get; }

    /// <summary>Appends tokens that were observed rather than sampled.</summary>
    /// <exception cref="ArgumentException">They do not fit into the context.</exception>
    void Append(ReadOnlySpan<int> observed);

    /// <summary>Samples one whole turn: until a stop token, <see cref="SayOptions.MaxTokens"/> or the end of the context.</summary>
    /// <exception cref="InvalidOperationException">The sequence is empty or full.</exception>
    ValueTask<Said> Say(SayOptions options, CancellationToken stop);

    /// <summary>What would come next, without sampling.</summary>
    /// <exception cref="InvalidOperationException">The sequence is empty.</exception>
    ValueTask<Prediction> Peek(int top, CancellationToken stop);

    /// <summary>A sequence that continues from here with randomness of its own and shares the work done so far.</summary>
    ISequence Fork(Draw draw);
}
