using System.Buffers.Binary;
using System.Globalization;

namespace Lab.Experiments;

/// <summary>
/// The run's metrics as TensorBoard reads them: one scalar for each metric, its tag the stage and the name, its step the
/// iteration. metrics.jsonl is the truth: each process of a run begins a file of its own with all that stands there, and
/// tells TensorBoard to forget what it has read before.
/// </summary>
internal sealed class EventFile : IDisposable
{
    private const string Prefix = "events.out.tfevents.";
    private readonly TimeProvider _time;
    private readonly FileStream _stream;

    private EventFile(FileStream stream, TimeProvider time) => (_stream, _time) = (stream, time);

    private double Now => (_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>Begins the event file of a process. Of earlier ones the newest is left, and no longer counts.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="past">The iterations so far.</param>
    /// <param name="time">Says when something happened.</param>
    public static EventFile Start(string folder, IReadOnlyList<MetricsLine> past, TimeProvider time)
    {
        Directory.CreateDirectory(folder);
        var old = Directory.GetFiles(folder, $"{Prefix}*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToArray();

        // A TensorBoard that goes on reads the newest file, and stays with it when it disappears: that one is left to it.
        foreach (var superseded in old.SkipLast(1))
        {
            TryDelete(Path.Combine(folder, superseded));
        }

        // Files are read in the order of their names, and so this one's is greater, whatever the clock says.
        var seconds = Math.Max(time.GetUtcNow().ToUnixTimeSeconds(), old.Length > 0 ? Seconds(old[^1]) + 1 : 0);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{seconds:D10}.{Environment.MachineName}.{Environment.ProcessId}");
        var file = new EventFile(new(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete), time);
        file.WriteAll(past);
        return file;
    }

    /// <summary>Writes an iteration, where TensorBoard can read it at once.</summary>
    public void Write(MetricsLine line)
    {
        WriteScalars(line, Now);
        _stream.Flush();
    }

    public void Dispose() => _stream.Dispose();

    // When an iteration of the past was done is not known; how long each took is, so they end one after the other, the last now.
    private void WriteAll(IReadOnlyList<MetricsLine> past)
    {
        var seconds = Now - past.Sum(Duration);
        WriteRecord(EventMessage.Version(seconds));
        WriteRecord(EventMessage.Restart(seconds));
        foreach (var line in past)
        {
            WriteScalars(line, seconds += Duration(line));
        }

        _stream.Flush();
    }

    private static double Duration(MetricsLine line) => line.Values.GetValueOrDefault(MetricNames.Seconds);

    private void WriteScalars(MetricsLine line, double seconds) => WriteRecord(EventMessage.Scalars(
        seconds, line.Iteration, line.Values.Select(metric => KeyValuePair.Create($"{line.Stage}/{metric.Key}", metric.Value))));

    // A TFRecord: the length and its checksum, the message and its checksum.
    private void WriteRecord(ReadOnlySpan<byte> message)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        Span<byte> checksum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)message.Length);
        _stream.Write(length);
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, RecordChecksum.Masked(length));
        _stream.Write(checksum);
        _stream.Write(message);
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, RecordChecksum.Masked(message));
        _stream.Write(checksum);
    }

    private static long Seconds(string name) =>
        long.TryParse(name[Prefix.Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    // One that somebody holds open may stay: the new file is read after it.
    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
