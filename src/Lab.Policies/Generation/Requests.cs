using Lab.Core;

namespace Lab.Policies;

/// <summary>What a sequence waits for. A row of predictions is handed to it after every step that reaches its last token.</summary>
internal abstract class Request(TorchSequence sequence, CancellationToken stop)
{
    public TorchSequence Sequence { get; } = sequence;

    /// <summary>What the logits are divided by before the row is handed over.</summary>
    public virtual double Temperature => 1;

    /// <summary>Takes a row of log-probabilities and a value; true when nothing more is wanted.</summary>
    public abstract bool Take(ReadOnlySpan<float> logProbabilities, float value);

    /// <summary>Answers the caller; its continuation runs elsewhere.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception error);

    /// <summary>Cancels the answer if the caller has stopped waiting for it.</summary>
    public bool CancelIfStopped()
    {
        if (!stop.IsCancellationRequested)
        {
            return false;
        }

        Cancel(stop);
        return true;
    }

    protected abstract void Cancel(CancellationToken stop);
}

/// <summary>A request with an answer of one type.</summary>
internal abstract class Request<T>(TorchSequence sequence, CancellationToken stop) : Request(sequence, stop)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answer => _answer.Task;

    public override void Complete() => _answer.TrySetResult(Result());

    public override void Fail(Exception error) => _answer.TrySetException(error);

    protected override void Cancel(CancellationToken stop) => _answer.TrySetCanceled(stop);

    protected abstract T Result();
}

/// <summary>Samples one turn.</summary>
internal sealed class SayRequest(TorchSequence sequence, SayOptions options, string version, CancellationToken stop) : Request<Said>(sequence, stop)
{
    private readonly List<int> _tokens = [];
    private readonly List<float> _logProbabilities = [];
    private readonly List<float> _values = [];

    public override double Temperature => options.Temperature == 0 ? 1 : options.Temperature;

    public override bool Take(ReadOnlySpan<float> logProbabilities, float value)
    {
        var token = options.Temperature == 0
            ? TokenSampler.Greedy(logProbabilities)
            : TokenSampler.Sample(logProbabilities, Sequence.Draw.Uniform(Sequence.Tokens.Count));
        Sequence.Tokens.Add(token);
        _tokens.Add(token);
        _logProbabilities.Add(logProbabilities[token]);
        _values.Add(value);
        return _tokens.Count == options.MaxTokens || options.Stops.Span.Contains(token);
    }

    protected override Said Result() => new([.. _tokens], [.. _logProbabilities], [.. _values], version);
}

/// <summary>Looks at what would come next.</summary>
internal sealed class PeekRequest(TorchSequence sequence, int top, CancellationToken stop) : Request<Prediction>(sequence, stop)
{
    private Prediction? _prediction;

    public override bool Take(ReadOnlySpan<float> logProbabilities, float value)
    {
        _prediction = new(TokenSampler.Top(logProbabilities, top), value);
        return true;
    }

    protected override Prediction Result() => _prediction!;
}
