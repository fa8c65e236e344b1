using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>Cosines and sines of the rotary angles, one row per position: [T, D/2] each.</summary>
internal sealed class RotaryTable : IDisposable
{
    private readonly Tensor _cos_TD;
    private readonly Tensor _sin_TD;

    public RotaryTable(int positions, int headWidth, double rotaryBase, Device device)
    {
        var half = headWidth / 2;
        var cos = new float[positions * half];
        var sin = new float[positions * half];
        for (var position = 0; position < positions; position++)
        {
            for (var index = 0; index < half; index++)
            {
                var angle = position * Math.Pow(rotaryBase, -2.0 * index / headWidth);
                cos[(position * half) + index] = (float)Math.Cos(angle);
                sin[(position * half) + index] = (float)Math.Sin(angle);
            }
        }

        using var scope = NewDisposeScope();
        _cos_TD = tensor(cos, [positions, half]).to(device).MoveToOuterDisposeScope().DetachFromDisposeScope();
        _sin_TD = tensor(sin, [positions, half]).to(device).MoveToOuterDisposeScope().DetachFromDisposeScope();
    }

    /// <summary>The rows of these positions, with a dimension of 1 for the heads: […, 1, D/2].</summary>
    public (Tensor Cos, Tensor Sin) At(Tensor positions)
    {
        var flat = positions.reshape(-1);
        long[] shape = [.. positions.shape, 1, _cos_TD.shape[1]];
        return (_cos_TD.index_select(0, flat).view(shape), _sin_TD.index_select(0, flat).view(shape));
    }

    public void Dispose()
    {
        _cos_TD.Dispose();
        _sin_TD.Dispose();
    }
}
