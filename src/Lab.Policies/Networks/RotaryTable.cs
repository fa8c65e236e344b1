using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>The turns of rotary positions, one row per position: cos + i·sin of its angles, complex, [T, D/2].</summary>
internal sealed class RotaryTable : IDisposable
{
    private readonly Tensor _turns_TD;

    public RotaryTable(int positions, int headWidth, double rotaryBase, Device device)
    {
        var half = headWidth / 2;
        var turns = new float[positions * half * 2];
        for (var position = 0; position < positions; position++)
        {
            for (var index = 0; index < half; index++)
            {
                var angle = position * Math.Pow(rotaryBase, -2.0 * index / headWidth);
                var place = 2 * ((position * half) + index);
                turns[place] = (float)Math.Cos(angle);
                turns[place + 1] = (float)Math.Sin(angle);
            }
        }

        using var scope = NewDisposeScope();
        _turns_TD = tensor(turns, [positions, half, 2]).to(device).view_as_complex().DetachFromDisposeScope();
    }

    /// <summary>The turns of these positions, with a dimension of 1 for the heads: […, 1, D/2].</summary>
    public Tensor At(Tensor positions) => _turns_TD.index_select(0, positions.reshape(-1)).view([.. positions.shape, 1, _turns_TD.shape[1]]);

    public void Dispose() => _turns_TD.Dispose();
}
