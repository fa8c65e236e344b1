using System.Diagnostics;
using System.Runtime.InteropServices;
using Lab.Policies;

namespace Lab.Hosting;

/// <summary>
/// Starts this program again as a process of its own, with what torch must find in its environment.
/// </summary>
public static partial class WorkProcess
{
    private const int InterruptSignal = 2;
    private const int TerminateSignal = 15;

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
                // Not an interrupt for everything: what a script starts in the background ignores those.
                _ = Kill(process.Id, context.Signal == PosixSignal.SIGTERM ? TerminateSignal : InterruptSignal);
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
        foreach (var (name, value) in TorchEnvironment.Variables(threads))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
