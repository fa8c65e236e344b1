using Lab.Core;

namespace Lab.Tests;

/// <summary>A sequence of a <see cref="ScriptedGenerator"/>.</summary>
internal sealed class ScriptedSequence : ISequence
{
    private readonly ScriptedGenerator _generator;
    private readonly IReadOnlyList<ScriptedTurn> _script;
    private int _turn;
    private bool _disposed;

    public ScriptedSequence(ScriptedGenerator generator, Draw draw, int length, int turn)
    {
        _generator = generator;
        _script = generator.ScriptOf(draw);
        _turn = turn;
        Length = length;
        generator.Opened();
    }

    public int Length { get; private set; }

    public void Append(ReadOnlySpan<int> observed)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Length + observed.Length > _generator.Context)
        {
            throw new ArgumentException($"{observed.Length} tokens do not fit behind {Length} of {_generator.Context}", nameof(observed));
        }

        Length += observed.Length;
    }

    public async ValueTask<Said> Say(SayOptions options, CancellationToken stop)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Length == 0 || Length == _generator.Context)
        {
            throw new InvalidOperationException($"nothing can be said behind {Length} of {_generator.Context} tokens");
        }

        await _generator.Started().WaitAsync(stop);
        var turn = _script[_turn++];
        var stopped = turn.Tokens.ToList().FindIndex(token => options.Stops.Contains(token));
        var count = Math.Min(stopped < 0 ? turn.Tokens.Count : stopped + 1, Math.Min(options.MaxTokens, _generator.Context - Length));
        Length += count;
        return new(
            turn.Tokens.Take(count).ToEquatableArray(),
            turn.LogProbabilities.Take(count).ToEquatableArray(),
            turn.Values.Take(count).ToEquatableArray(),
            _generator.WeightsVersion);
    }

    public ValueTask<Prediction> Peek(int top, CancellationToken stop)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Length == 0)
        {
            throw new InvalidOperationException("nothing is expected of an empty sequence");
        }

        var next = _script[_turn];
        return ValueTask.FromResult(new Prediction(
            top == 0 ? [] : [new(next.Tokens[0], next.LogProbabilities[0])],
            next.Values[0]));
    }

    public ISequence Fork(Draw draw)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new ScriptedSequence(_generator, draw, Length, _turn);
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _generator.Closed();
        }
    }
}
