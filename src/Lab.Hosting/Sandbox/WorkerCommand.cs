using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Lab.Hosting;

/// <summary>How a worker process is started: the program beside this one, and an environment with nothing of ours in it.</summary>
internal static class WorkerCommand
{
    private const string Program = "Lab.Sandbox";

    // What the system and the runtime need to start a process at all.
    private static readonly string[] s_kept = ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH"];

    /// <param name="folder">Where the worker's files are.</param>
    /// <param name="heapBytes">What its heap may hold.</param>
    public static ProcessStartInfo Describe(string folder, long heapBytes)
    {
        var start = ThisProgram.Muxer is { } muxer
            ? new ProcessStartInfo(muxer, [Path.Combine(folder, $"{Program}.dll")])
            : new ProcessStartInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? $"{Program}.exe" : Program));
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        var kept = s_kept.Select(name => (name, Value: Environment.GetEnvironmentVariable(name))).Where(pair => pair.Value is not null).ToArray();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
        {
            start.Environment[name] = value;
        }

        // <root>/shared/Microsoft.NETCore.App/<version>/: the worker runs on what this process runs on.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["DOTNET_GCHeapHardLimit"] = heapBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }
}
