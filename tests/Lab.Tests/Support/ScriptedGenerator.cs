using Lab.Core;

namespace Lab.Tests;

/// <summary>One turn of a script: tokens, with the log-probability and the value before each.</summary>
internal sealed record ScriptedTurn(EquatableArray<int> Tokens, EquatableArray<float> LogProbabilities, EquatableArray<float> Values)
{
    /// <summary>Tokens of probability 1/2 and value 0.</summary>
    public static ScriptedTurn Of(params int[] tokens) => new(
        [.. tokens],
        [.. tokens.Select(_ => MathF.Log(0.5f))],
        [.. tokens.Select(_ => 0f)]);
}

/// <summary>A generator without a network: a sequence says its script, turn by turn, whatever it observes.</summary>
/// <param name="script">The turns of a sequence with this randomness; a fork goes on at its own turn of its own script.</param>
/// <param name="context">The longest sequence, in tokens.</param>
internal sealed class ScriptedGenerator(Func<Draw, IReadOnlyList<ScriptedTurn>> script, int context = 64) : IGenerator
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private int _attending;
    private bool _started;
    private int _open;

    public ScriptedGenerator(params ScriptedTurn[] script)
        : this(_ => script)
    {
    }

    public string WeightsVersion => "script";

    public int Context => context;

    /// <summary>Sequences that are not disposed of.</summary>
    public int Open => _open;

    ISequence IGenerator.Open(Draw draw) => new ScriptedSequence(this, draw, 0, 0);

    public IDisposable Attend()
    {
        lock (_lock)
        {
            _attending++;
        }

        return new Attendance(this);
    }

    internal IReadOnlyList<ScriptedTurn> ScriptOf(Draw draw) => script(draw);

    internal void Opened() => Interlocked.Increment(ref _open);

    internal void Closed() => Interlocked.Decrement(ref _open);

    /// <summary>Completes once every announced caller has asked.</summary>
    internal Task Started()
    {
        var asked = new TaskCompletionSource();
        lock (_lock)
        {
            _waiting.Add(asked);
        }

        Start();
        return asked.Task;
    }

    private void Start()
    {
        TaskCompletionSource[] wave = [];
        lock (_lock)
        {
            if (_waiting.Count > 0 && (_started || _waiting.Count >= _attending))
            {
                _started = true;
                wave = [.. _waiting];
                _waiting.Clear();
            }
        }

        foreach (var asked in wave)
        {
            asked.SetResult();
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _attending--;
            _started &= _attending > 0;
        }

        Start();
    }

    private sealed class Attendance(ScriptedGenerator generator) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (!_left)
            {
                _left = true;
                generator.Leave();
            }
        }
    }
}
