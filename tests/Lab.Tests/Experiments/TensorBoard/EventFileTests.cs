using System.Buffers.Binary;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class EventFileTests
{
    // What TensorBoard's own message classes serialise, framed by a checksum computed bit by bit: the version, the restart,
    // and step 300 of 0.5 and −0.1, all at second 100.
    private const string Expected =
        "1800000000000000a37f4b220900000000000059401a0d627261696e2e4576656e743a32b0a1d5e4"
        + "0d000000000000003c37b8340900000000000059403a020801ab4807fd"
        + "33000000000000000ca7205609000000000000594010ac022a250a0a0a03612f62150000003f0a170a10612f7265776172642e6772c3b6c39f6515cdccccbdac3a1b1b";

    private readonly string _folder = Directory.CreateTempSubdirectory("lab-tests-").FullName;

    [TestCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void An_iteration_is_written_as_TensorBoard_s_own_classes_write_it()
    {
        using (var file = EventFile.Start(_folder, [], new Second(100)))
        {
            file.Write(new("a", 300, new OrderedDictionary<string, double> { ["b"] = 0.5, ["reward.größe"] = -0.1 }));
        }

        Assert.AreEqual(Expected, Convert.ToHexStringLower(File.ReadAllBytes(Only())));
    }

    [TestMethod]
    public void The_past_is_written_again_and_ends_now()
    {
        using var file = EventFile.Start(_folder, [Line(1, 2), Line(2, 3)], new Second(100));
        CollectionAssert.AreEqual(new[] { 95.0, 95, 97, 100 }, Times().ToArray());
    }

    [TestMethod]
    public void An_iteration_can_be_read_as_soon_as_it_is_done()
    {
        using var file = EventFile.Start(_folder, [], new Second(100));
        file.Write(Line(1, 2));
        Assert.HasCount(3, Times());
        file.Write(Line(2, 2));
        Assert.HasCount(4, Times());
    }

    [TestMethod]
    public void Of_the_files_of_earlier_processes_none_is_left_and_nothing_else_is_touched()
    {
        File.WriteAllText(Path.Combine(_folder, "events.out.tfevents.0000000007.host.1"), "");
        File.WriteAllText(Path.Combine(_folder, "notes.txt"), "");
        using var file = EventFile.Start(_folder, [], new Second(100));
        CollectionAssert.AreEquivalent(
            new[] { $"events.out.tfevents.0000000100.{Environment.MachineName}.{Environment.ProcessId}", "notes.txt" },
            Directory.EnumerateFiles(_folder).Select(Path.GetFileName).ToArray());
    }

    private static MetricsLine Line(int iteration, double seconds) => new("a", iteration, new Dictionary<string, double> { [MetricNames.Seconds] = seconds });

    private string Only() => Directory.EnumerateFiles(_folder).Single();

    // Each record: 8 bytes of length, 4 of checksum, the message, which begins with a byte and its time, 4 of checksum.
    private List<double> Times()
    {
        using var stream = new FileStream(Only(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var times = new List<double>();
        for (var start = 0; start < bytes.Length; start += 16 + (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(start)))
        {
            times.Add(BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(start + 13)));
        }

        return times;
    }

    /// <summary>It is always the same second since 1970.</summary>
    private sealed class Second(long second) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(second);
    }
}
