using System.Runtime.InteropServices;
using Lab.Core;
using Lab.Policies;

namespace Lab.Tests;

/// <summary>Torch for the tests: loaded once in the process, as it must be.</summary>
[TestClass]
public static partial class Torch
{
    private static TorchRuntime? s_runtime;

    public static TorchRuntime Runtime => s_runtime!;

    [AssemblyInitialize]
    public static async Task Start(TestContext context)
    {
        // What WorkProcess sets for a run: native code reads it from the process's own environment, which .NET does not reach.
        if (!OperatingSystem.IsWindows())
        {
            _ = SetVariable(TorchEnvironment.Reproducibility, "AUTO,STRICT", overwrite: 0);
        }

        // One thread: the models are tiny, and two under load can be ten times slower.
        s_runtime = await TorchRuntime.Start(DeviceChoice.Cpu, 1);
    }

    [AssemblyCleanup]
    public static void End() => s_runtime?.Dispose();

    /// <summary>Runs callers that all attend before the first of them asks, as rollouts do.</summary>
    public static async Task<T[]> Wave<T>(Policy policy, IEnumerable<int> members, Func<int, Task<T>> play)
    {
        var attending = members.Select(member => (Member: member, Attendance: policy.Generator.Attend())).ToArray();
        return await Task.WhenAll(attending.Select(async caller =>
        {
            using (caller.Attendance)
            {
                return await play(caller.Member);
            }
        }));
    }

    /// <summary>A small policy that has learned nothing.</summary>
    public static Task<Policy> Tiny(ulong seed = 1, int context = 64, int? keyValueHeads = null) => Policy.Create(
        Runtime.Thread,
        Runtime.Device,
        new() { Layers = 2, Width = 32, Heads = 4, KeyValueHeads = keyValueHeads, Context = context },
        ["calculator"],
        Draw.From(seed),
        CancellationToken.None);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
