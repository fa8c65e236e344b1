using Lab.Core;

namespace Lab.Policies;

/// <summary>Weights to begin with, the same on every machine.</summary>
internal static class WeightInitializer
{
    /// <summary>
    /// Matrices normal with deviation 1/√width, those that write to the residual stream smaller by √(2·layers) (Radford et al.
    /// 2019), gains one, the value head next to zero. A smaller embedding, such as 0.02, keeps small models from learning to copy
    /// (docs/recipes.md).
    /// </summary>
    public static float[] Fill(ParameterLayout layout, Draw draw)
    {
        var weights = new float[layout.Count];
        var deviation = 1 / Math.Sqrt(layout.Architecture.Width);
        var residual = deviation / Math.Sqrt(2 * layout.Architecture.Layers);
        foreach (var parameter in layout.Parameters)
        {
            var values = weights.AsSpan((int)parameter.Offset, (int)parameter.Count);
            if (parameter.IsGain)
            {
                values.Fill(1);
            }
            else if (parameter.Name == ParameterLayout.ValueHead)
            {
                // Not zero itself, or the probe of bits would learn nothing about it.
                Fill(values, 0.01 * deviation, draw.At(parameter.Name));
            }
            else
            {
                var writes = parameter.Name.EndsWith("o_proj.weight", StringComparison.Ordinal) || parameter.Name.EndsWith("down_proj.weight", StringComparison.Ordinal);
                Fill(values, writes ? residual : deviation, draw.At(parameter.Name));
            }
        }

        return weights;
    }

    private static void Fill(Span<float> values, double deviation, Draw draw)
    {
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = (float)(deviation * draw.Normal(index));
        }
    }
}
