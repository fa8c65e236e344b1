using Lab.Core;
using Lab.Policies;

namespace Lab.Hosting;

/// <summary>What torch is on this machine.</summary>
public sealed record TorchReport
{
    private const int ProductSize = 1024;

    /// <summary>libtorch's version.</summary>
    public required string Version { get; init; }

    /// <summary>Where libtorch lies.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether TorchSharp's library runs from a copy made for an older libstdc++.</summary>
    public required bool Adapted { get; init; }

    /// <summary>Whether this build carries CUDA's libraries.</summary>
    public required bool HasCuda { get; init; }

    /// <summary>Where tensors live.</summary>
    public required string Device { get; init; }

    /// <summary>Processor threads of one operation.</summary>
    public required int Threads { get; init; }

    /// <summary>How MKL was told to compute.</summary>
    public string? MklReproducibility { get; init; }

    /// <summary>What makes runs repeat, as a policy of the default size finds it.</summary>
    public required Regime Regime { get; init; }

    /// <summary>One product of matrices.</summary>
    public required ProductSpeed Product { get; init; }

    internal static async Task<TorchReport> Make(TorchRuntime runtime, CancellationToken stop)
    {
        var policy = await Policy.Create(runtime.Thread, runtime.Device, new(), [], Draw.From(1), stop).ConfigureAwait(false);
        await using (policy.ConfigureAwait(false))
        {
            return new()
            {
                Version = runtime.TorchVersion,
                Folder = runtime.Natives.Folder,
                Adapted = runtime.Natives.Adapted,
                HasCuda = runtime.Natives.HasCuda,
                Device = runtime.Device.ToString(),
                Threads = runtime.Threads,
                MklReproducibility = runtime.MklReproducibility,
                Regime = policy.Regime,
                Product = await ProductSpeed.Measure(runtime, ProductSize, stop).ConfigureAwait(false),
            };
        }
    }
}
