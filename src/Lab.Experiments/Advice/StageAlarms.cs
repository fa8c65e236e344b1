namespace Lab.Experiments;

/// <summary>What is and what was wrong in one stage, followed from iteration to iteration.</summary>
internal sealed class StageAlarms
{
    // An alarm is over when its rule has been silent as often in a row: one that comes and goes is told once.
    private const int Silence = 3;

    private readonly IReadOnlyList<IAdvice> _rules;
    private readonly StageHistory _history = new();
    private readonly Dictionary<Cause, (Alarm Alarm, int Silent)> _standing = [];
    private readonly List<Alarm> _over = [];

    public StageAlarms(IReadOnlyList<IAdvice> rules) => _rules = rules;

    /// <summary>The alarms that stand, in order of cause.</summary>
    public IEnumerable<Alarm> Standing => _standing.Values.Select(entry => entry.Alarm).OrderBy(alarm => alarm.Cause);

    /// <summary>All alarms so far, in order of cause.</summary>
    public IEnumerable<Alarm> All => _over.Concat(Standing).OrderBy(alarm => alarm.Cause).ThenBy(alarm => alarm.Iteration);

    public void Add(MetricsLine line)
    {
        _history.Add(line);
        foreach (var rule in _rules)
        {
            var finding = rule.Look(_history);
            if (_standing.TryGetValue(rule.Cause, out var entry))
            {
                Follow(entry.Alarm, finding is null ? entry.Silent + 1 : 0, line.Iteration);
            }
            else if (finding is not null)
            {
                _standing[rule.Cause] = (new(line.Stage, line.Iteration, rule.Cause, finding.Title, finding.Explanation, finding.Remedy), 0);
            }
        }
    }

    private void Follow(Alarm alarm, int silent, int iteration)
    {
        if (silent < Silence)
        {
            _standing[alarm.Cause] = (alarm, silent);
            return;
        }

        _standing.Remove(alarm.Cause);
        _over.Add(alarm with { Until = iteration - Silence });
    }
}
