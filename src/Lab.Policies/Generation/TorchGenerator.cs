using Lab.Core;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Lab.Policies;

/// <summary>
/// Samples from a policy. All open sequences advance together, one token each and step; observed tokens enter the same way
/// while others go on, and a finished sequence makes room for the next.
/// </summary>
internal sealed class TorchGenerator : IGenerator, IDisposable
{
    private readonly Lock _gate = new();
    private readonly TorchThread _thread;
    private readonly Tensor _flat;
    private readonly DecodeStep _step;
    private readonly SlotTable _slots = new();
    private readonly List<Request> _waiting = [];
    private readonly List<TorchSequence> _closed = [];
    private int _attending;
    private bool _started;
    private bool _scheduled;

    public TorchGenerator(TorchThread thread, Tensor flat, ParameterLayout layout)
    {
        _thread = thread;
        _flat = flat;
        _step = new(layout, flat.device);
        Context = layout.Architecture.Context;
    }

    public string WeightsVersion { get; set; } = "";

    public int Context { get; }

    /// <summary>Whether each step waits for every caller who attends (docs/bits.md).</summary>
    public bool Lockstep { get; set; }

    public ISequence Open(Draw draw) => new TorchSequence(this, draw);

    public IDisposable Attend()
    {
        lock (_gate)
        {
            _attending++;
        }

        return new Attendance(this);
    }

    public void Ask(Request request)
    {
        lock (_gate)
        {
            _waiting.Add(request);
            Schedule();
        }
    }

    public void Close(TorchSequence sequence)
    {
        lock (_gate)
        {
            foreach (var request in _waiting.FindAll(request => request.Sequence == sequence))
            {
                _waiting.Remove(request);
                request.Fail(new ObjectDisposedException(nameof(ISequence)));
            }

            _closed.Add(sequence);
        }
    }

    public void Dispose() => _step.Dispose();

    // Asked under the gate.
    private bool IsReady => _waiting.Count > 0 && (_waiting.Count >= _attending || (_started && !Lockstep));

    // Called under the gate.
    private void Schedule()
    {
        if (IsReady && !_scheduled)
        {
            _scheduled = _started = true;
            _ = _thread.Run(Work);
        }
    }

    private void Work()
    {
        for (var more = true; more;)
        {
            more = Step();
        }
    }

    // One step; whether another may follow at once.
    private bool Step()
    {
        Request[] requests;
        lock (_gate)
        {
            _waiting.RemoveAll(request => request.CancelIfStopped());
            requests = [.. _waiting];
            _closed.ForEach(_slots.Release);
            _closed.Clear();
        }

        var finished = new List<Request>();
        try
        {
            if (requests.Length > 0)
            {
                Seat(requests);
                Advance(requests, finished);
            }
        }
        catch (Exception error)
        {
            // Whatever broke, nobody may wait for ever.
            foreach (var request in requests)
            {
                request.Fail(error);
            }

            finished = [.. requests];
        }

        lock (_gate)
        {
            foreach (var request in finished)
            {
                _waiting.Remove(request);
            }

            finished.ForEach(request => request.Complete());
            return _scheduled = IsReady;
        }
    }

    private void Seat(Request[] requests)
    {
        var newcomers = requests.Select(request => request.Sequence).Where(sequence => sequence.Slot is null).OrderBy(sequence => sequence.Order).ToArray();
        foreach (var sequence in newcomers)
        {
            _slots.Take(sequence);
        }

        _step.Cache.Grow(Rows());
        var forks = newcomers.Where(sequence => sequence.Source?.Slot is not null).ToArray();
        if (forks.Length > 0)
        {
            _step.Cache.Copy([.. forks.Select(fork => (long)fork.Source!.Slot!.Value)], [.. forks.Select(fork => (long)fork.Slot!.Value)]);
            foreach (var fork in forks)
            {
                fork.Cached = Math.Min(fork.Source!.Cached, fork.Shared);
            }
        }

        foreach (var sequence in newcomers)
        {
            sequence.Source = null;
        }

        var (from, to) = _slots.Compact();
        if (from.Length > 0)
        {
            _step.Cache.Copy(from, to);
        }
    }

    private int Rows() => (_slots.Count + DecodeStep.RowPadding - 1) / DecodeStep.RowPadding * DecodeStep.RowPadding;

    private void Advance(Request[] requests, List<Request> finished)
    {
        var tokens = new long[Rows()];
        var positions = new long[tokens.Length];
        for (var slot = 0; slot < tokens.Length; slot++)
        {
            // A row that waits for a tool computes where its next token will overwrite; a free one, anywhere.
            positions[slot] = Math.Min(_slots[slot]?.Cached ?? 0, Context - 1);
        }

        foreach (var request in requests)
        {
            var sequence = request.Sequence;
            var slot = sequence.Slot!.Value;
            tokens[slot] = sequence.Tokens[sequence.Next];
            positions[slot] = sequence.Next;
        }

        var (logProbabilities, values) = Predict(requests, tokens, positions);
        var vocabulary = logProbabilities.Length / tokens.Length;
        foreach (var request in requests)
        {
            var sequence = request.Sequence;
            sequence.Cached = sequence.Next + 1;
            var slot = sequence.Slot!.Value;
            if (sequence.Cached == sequence.Tokens.Count && request.Take(logProbabilities.AsSpan(slot * vocabulary, vocabulary), values[slot]))
            {
                finished.Add(request);
            }
        }
    }

    private (float[] LogProbabilities, float[] Values) Predict(Request[] requests, long[] tokens, long[] positions)
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        var (logits_RV, values_R) = _step.Run(_flat, tokens, positions);
        if (requests.Any(request => request.Temperature != 1))
        {
            var inverse = Enumerable.Repeat(1f, tokens.Length).ToArray();
            foreach (var request in requests)
            {
                inverse[request.Sequence.Slot!.Value] = (float)(1 / request.Temperature);
            }

            logits_RV = logits_RV * tensor(inverse, [tokens.Length, 1], device: _flat.device);
        }

        return (functional.log_softmax(logits_RV, -1).cpu().data<float>().ToArray(), values_R.cpu().data<float>().ToArray());
    }

    private void Leave()
    {
        lock (_gate)
        {
            _attending--;
            _started &= _attending > 0;
            Schedule();
        }
    }

    private sealed class Attendance(TorchGenerator engine) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                engine.Leave();
            }
        }
    }
}
