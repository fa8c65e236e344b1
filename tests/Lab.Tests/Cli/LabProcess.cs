using System.Diagnostics;
using System.Text;

namespace Lab.Tests;

/// <summary>The built <c>lab</c> as a process of its own, the way users start it.</summary>
internal sealed class LabProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();
    private readonly Task _read;

    private LabProcess(Process process)
    {
        _process = process;
        _read = Task.WhenAll(Read(process.StandardOutput, _out), Read(process.StandardError, _error));
    }

    /// <summary>What it wrote so far.</summary>
    public string Out => Text(_out);

    public string Error => Text(_error);

    public int Id => _process.Id;

    /// <summary>A run's own process, as lab run starts it: killing it kills the run.</summary>
    public static LabProcess StartWork(string folder, string run) => Start(folder, [new("MKL_CBWR", "AUTO,STRICT"), new("OMP_NUM_THREADS", "1"), new("MKL_NUM_THREADS", "1")], ["work", run]);

    public static LabProcess Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    private static LabProcess Start(string folder, IEnumerable<KeyValuePair<string, string>> environment, string[] arguments, string typed = "")
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "lab.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Whatever the test run itself was started with.
        start.Environment.Remove("MKL_CBWR");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Write(typed);
        process.StandardInput.Close();
        return new(process);
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<(int Code, string Out, string Error)> Run(string folder, params string[] arguments) => RunTyping("", folder, arguments);

    /// <summary>Runs it to its end, with this typed.</summary>
    public static async Task<(int Code, string Out, string Error)> RunTyping(string typed, string folder, params string[] arguments)
    {
        using var process = Start(folder, [], arguments, typed);
        return (await process.Ended(), process.Out, process.Error);
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync();
        await _read;
        return _process.ExitCode;
    }

    /// <summary>Waits until it has written this, or has ended.</summary>
    public async Task Wrote(string text)
    {
        while (!Out.Contains(text, StringComparison.Ordinal) && !_process.HasExited)
        {
            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private static async Task Read(StreamReader from, StringBuilder to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (to)
            {
                to.Append(line).Append('\n');
            }
        }
    }
}
