using System.Diagnostics;
using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>How fast the machine multiplies matrices, which is most of what training is.</summary>
/// <param name="Size">Rows and columns of both factors.</param>
/// <param name="Seconds">For one product of 32-bit numbers: the best of several.</param>
public sealed record ProductSpeed(int Size, double Seconds)
{
    private const int Repeats = 5;

    /// <summary>Multiplications and additions per second, in 10⁹.</summary>
    public double Gigaflops => 2e-9 * Size * Size * Size / Seconds;

    /// <summary>Times the product of two square matrices.</summary>
    public static Task<ProductSpeed> Measure(TorchRuntime runtime, int size, CancellationToken stop) => runtime.Thread.Run(
        () =>
        {
            using var scope = NewDisposeScope();
            using var inference = inference_mode();
            var left = ones(size, size, device: runtime.Device);
            var right = ones(size, size, device: runtime.Device);
            // The first one also pays for what is made once.
            var best = Enumerable.Range(0, Repeats + 1).Select(_ => Time(left, right)).Skip(1).Min();
            return new ProductSpeed(size, best.TotalSeconds);
        },
        stop);

    private static TimeSpan Time(Tensor left, Tensor right)
    {
        var start = Stopwatch.GetTimestamp();
        using var product = left.mm(right);
        // Reading a number waits for a device that works on its own.
        _ = product[0, 0].item<float>();
        return Stopwatch.GetElapsedTime(start);
    }
}
