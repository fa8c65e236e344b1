using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lab.Hosting;

/// <summary>
/// Starts this program again as a process of its own, with what torch must find in its environment before it loads: native
/// code reads these variables once, and .NET cannot set them from within.
/// </summary>
public static partial class WorkProcess
{
    /// <summary>Makes MKL's products independent of how many rows they have, on the processors that it knows (docs/bits.md).</summary>
    public const string Reproducibility = "MKL_CBWR";

    private const int InterruptSignal = 2;

    /// <summary>Whether this process was started that way.</summary>
    public static bool IsPrepared => Environment.GetEnvironmentVariable(Reproducibility) is not null;

    /// <summary>Runs the program with these arguments, on this process's terminal, and gives its exit code.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="threads">Threads for torch.</param>
    /// <remarks>An interrupt is handed on, and this process waits for the other to end cleanly.</remarks>
    public static async Task<int> Run(IEnumerable<string> arguments, int threads)
    {
        using var process = Process.Start(Describe(arguments, threads))!;
        // From a terminal an interrupt reaches both processes, from elsewhere only this one; being told twice does no harm.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, HandOn);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, HandOn);
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode;

        void HandOn(PosixSignalContext context)
        {
            context.Cancel = true;
            if (!OperatingSystem.IsWindows())
            {
                _ = Kill(process.Id, InterruptSignal);
            }
            else if (context.Signal == PosixSignal.SIGTERM)
            {
                process.Kill();
            }
        }
    }

    private static ProcessStartInfo Describe(IEnumerable<string> arguments, int threads)
    {
        var start = new ProcessStartInfo(ThisProgram.Command[0], [.. ThisProgram.Command.Skip(1), .. arguments]) { UseShellExecute = false };
        start.Environment[Reproducibility] = Environment.GetEnvironmentVariable(Reproducibility) ?? "AUTO,STRICT";
        start.Environment["OMP_NUM_THREADS"] = start.Environment["MKL_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
