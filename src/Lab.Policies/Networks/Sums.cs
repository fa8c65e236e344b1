using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>Sums for torch, in place of TorchSharp's <c>+</c>.</summary>
/// <remarks>
/// Torch adds <c>a + alpha · b</c>, and TorchSharp makes the alpha of every <c>a + b</c> as a <see cref="Scalar"/> in passing.
/// Nothing holds it during the native call, so its finaliser may free it on another thread while torch reads it: the operation
/// then fails, or computes with garbage. Here it is held for good. BannedSymbols.txt keeps the other ways of making one out of
/// the code.
/// </remarks>
public static class Sums
{
    private static readonly Scalar s_one = 1.ToScalar();

    /// <summary>a + b.</summary>
    public static Tensor Plus(this Tensor a, Tensor b) => a.add(b, s_one);

    /// <summary>a + b; the caller holds b.</summary>
    public static Tensor Plus(this Tensor a, Scalar b) => a.add(b, s_one);

    /// <summary>Adds b to a; the caller holds b.</summary>
    public static Tensor Increase(this Tensor a, Scalar b) => a.add_(b, s_one);
}
