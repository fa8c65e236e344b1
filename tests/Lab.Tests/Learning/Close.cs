using static TorchSharp.torch;

namespace Lab.Tests;

/// <summary>Comparing single precision with numbers worked out in double precision.</summary>
internal static class Close
{
    /// <summary>Single precision on numbers of about 1.</summary>
    public const double Tolerance = 2e-6;

    public static void Assert(float[] expected, float[] actual)
    {
        Microsoft.VisualStudio.TestTools.UnitTesting.Assert.AreEqual(expected.Length, actual.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert(expected[index], actual[index]);
        }
    }

    public static void Assert(double expected, double actual) =>
        Microsoft.VisualStudio.TestTools.UnitTesting.Assert.AreEqual(expected, actual, Tolerance * Math.Max(1, Math.Abs(expected)));

    public static void Assert(float[] expected, Tensor actual) => Assert(expected, actual.data<float>().ToArray());

    /// <summary>Runs a test on the torch thread.</summary>
    public static Task OnTorch(Action test) => Torch.Runtime.Thread.Run(() =>
    {
        using var scope = NewDisposeScope();
        test();
    });
}
