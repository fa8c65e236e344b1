using Lab.Experiments;
using static Lab.Tests.Metrics;

namespace Lab.Tests;

[TestClass]
public sealed class RunWatchTests
{
    private readonly string _parent = Directory.CreateTempSubdirectory("lab-tests-").FullName;

    // Wrong from the first iteration on, cut off from the sixth.
    private static readonly MetricsLine[] s_lines =
    [
        .. Of(
            (MetricNames.Seconds, Always(1, 12)),
            (MetricNames.Accuracy, Always(0, 12)),
            (MetricNames.RewardTotal, Always(0.1 + 0.2, 12)),
            ("stop.out_of_tokens", [.. Always(0, 5), .. Always(1.0 / 3, 7)])),
    ];

    [TestCleanup]
    public void Clean() => Directory.Delete(_parent, recursive: true);

    [TestMethod]
    public void What_stands_is_told_when_it_changes()
    {
        var (events, _, _) = Watch(0);
        CollectionAssert.AreEqual(
            new[] { "3: NoVariance", "8: NoVariance AnswersCutOff" },
            events.OfType<RunEvent.Advised>().Select(told => $"{told.Iteration}: {string.Join(' ', told.Alarms.Select(alarm => alarm.Cause))}").ToArray());
    }

    [TestMethod]
    [DataRow(2)]
    [DataRow(7)]
    [DataRow(12)]
    public void A_run_that_goes_on_ends_with_the_alarms_and_the_event_file_of_one_that_never_stopped(int past)
    {
        var (_, alarms, bytes) = Watch(0);
        var (events, again, size) = Watch(past);
        CollectionAssert.AreEqual(alarms.ToArray(), again.ToArray());
        Assert.AreEqual(bytes, size);
        if (past == 7)
        {
            Assert.AreEqual(8, events.OfType<RunEvent.Advised>().First().Iteration, "what stood before is told again by the process that goes on");
            Assert.HasCount(2, events.OfType<RunEvent.Advised>().First().Alarms);
        }
    }

    // Watches the history from an iteration on; what was before it is in metrics.jsonl.
    private (List<RunEvent> Events, IReadOnlyList<Alarm> Alarms, long Bytes) Watch(int past)
    {
        var folder = RunFolder.Create(_parent, "watched", TimeProvider.System);
        using (var log = new RunLog(folder, SampleRun.Instruments, new Progress<RunEvent>()))
        {
            foreach (var line in s_lines.Take(past))
            {
                log.Iteration(Stage, line.Iteration, 12, [], new(), new(line.Values));
            }
        }

        var events = new List<RunEvent>();
        IReadOnlyList<Alarm> alarms;
        using (var watch = RunWatch.Start(folder, SampleRun.Quickstart, new Listener(events), TimeProvider.System))
        {
            foreach (var line in s_lines.Skip(past))
            {
                watch.Report(new RunEvent.IterationDone(Stage, line.Iteration, 12, new(line.Values)));
            }

            alarms = watch.Alarms;
        }

        return (events, alarms, new FileInfo(Directory.EnumerateFiles(folder.TensorBoard).Single()).Length);
    }

    private sealed class Listener(List<RunEvent> events) : IProgress<RunEvent>
    {
        public void Report(RunEvent value) => events.Add(value);
    }
}
