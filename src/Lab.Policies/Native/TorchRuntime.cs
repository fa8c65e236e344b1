using Lab.Core;
using TorchSharp;

namespace Lab.Policies;

/// <summary>Torch, loaded and ready on its thread, and what was found on the way.</summary>
public sealed class TorchRuntime : IDisposable
{
    private TorchRuntime(TorchThread thread, LoadedNatives natives, torch.Device device, int threads)
    {
        Thread = thread;
        Natives = natives;
        Device = device;
        Threads = threads;
    }

    /// <summary>Where all torch work runs.</summary>
    public TorchThread Thread { get; }

    /// <summary>What was loaded.</summary>
    public LoadedNatives Natives { get; }

    /// <summary>Where tensors live.</summary>
    public torch.Device Device { get; }

    /// <summary>Processor threads of one operation.</summary>
    public int Threads { get; }

    /// <summary>libtorch's version.</summary>
    public string TorchVersion { get; } = torch.__version__;

    /// <summary>
    /// How MKL was told to compute (MKL_CBWR), or null. It reads this once, before its first product: whoever starts the
    /// process sets it.
    /// </summary>
    public string? MklReproducibility { get; } = Environment.GetEnvironmentVariable("MKL_CBWR");

    /// <summary>Loads torch, if no one has, and makes it ready.</summary>
    /// <param name="device">Where to compute.</param>
    /// <param name="threads">Processor threads of one operation; 0 takes every processor.</param>
    /// <exception cref="TorchUnavailableException">Torch cannot be loaded.</exception>
    /// <exception cref="InvalidInputException">CUDA was asked for, and there is none.</exception>
    public static async Task<TorchRuntime> Start(DeviceChoice device, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var thread = new TorchThread();
        try
        {
            return await thread.Run(() => Prepare(thread, device, threads == 0 ? Environment.ProcessorCount : threads)).ConfigureAwait(false);
        }
        catch
        {
            thread.Dispose();
            throw;
        }
    }

    /// <summary>Ends the thread once the work that was asked for is done.</summary>
    public void Dispose() => Thread.Dispose();

    private static TorchRuntime Prepare(TorchThread thread, DeviceChoice device, int threads)
    {
        var natives = NativeLibraries.Load();
        torch.set_num_threads(threads);
        return new(thread, natives, Choose(device, natives), threads);
    }

    private static torch.Device Choose(DeviceChoice choice, LoadedNatives natives) => choice switch
    {
        DeviceChoice.Cpu => torch.CPU,
        _ when natives.HasCuda && torch.cuda.is_available() => torch.CUDA,
        DeviceChoice.Auto => torch.CPU,
        _ => throw new InvalidInputException("device", WhyNoCuda(natives)),
    };

    private static string WhyNoCuda(LoadedNatives natives) =>
        OperatingSystem.IsMacOS() ? "there is no CUDA on macOS; use \"cpu\" or \"auto\""
        : natives.HasCuda ? "this build has CUDA, but torch finds no NVIDIA GPU or no driver for it; install the driver, or use \"cpu\" or \"auto\""
        : $"this build has no CUDA; build with -p:TorchBackend={(OperatingSystem.IsWindows() ? "cuda-windows" : "cuda-linux")}, or use \"cpu\" or \"auto\"";
}
