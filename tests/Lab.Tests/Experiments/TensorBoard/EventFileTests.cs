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

    // A TensorBoard that goes on would wait for the newest one for ever if that were gone.
    [TestMethod]
    public void Of_the_files_of_earlier_processes_the_newest_is_left_and_nothing_else_is_touched()
    {
        foreach (var name in (string[])["events.out.tfevents.0000000007.host.1", "events.out.tfevents.0000000090.host.2", "notes.txt"])
        {
            File.WriteAllText(Path.Combine(_folder, name), "");
        }

        using var file = EventFile.Start(_folder, [], new Second(100));
        CollectionAssert.AreEquivalent(new[] { "events.out.tfevents.0000000090.host.2", Name(100), "notes.txt" }, Names());
    }

    [TestMethod]
    public void A_file_is_read_after_earlier_ones_though_the_clock_was_set_back()
    {
        EventFile.Start(_folder, [], new Second(500)).Dispose();
        EventFile.Start(_folder, [], new Second(500)).Dispose();
        EventFile.Start(_folder, [], new Second(100)).Dispose();
        CollectionAssert.AreEquivalent(new[] { Name(501), Name(502) }, Names());
    }

    private static string Name(int second) => $"events.out.tfevents.{second:D10}.{Environment.MachineName}.{Environment.ProcessId}";

    private string?[] Names() => [.. Directory.EnumerateFiles(_folder).Select(Path.GetFileName)];

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
