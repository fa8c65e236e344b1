using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>
/// AdamW over one flat vector: Loshchilov and Hutter 2019, arXiv:1711.05101, algorithm 2. A step is a handful of operations
/// whatever the number of parameters.
/// </summary>
/// <param name="parameters">The vector, updated in place.</param>
/// <param name="decayed">How many of its first entries are decayed.</param>
/// <param name="options">Its constants.</param>
public sealed class AdamW(Tensor parameters, long decayed, OptimizerOptions options) : IDisposable
{
    private readonly Tensor _first = zeros_like(parameters).DetachFromDisposeScope();
    private readonly Tensor _second = zeros_like(parameters).DetachFromDisposeScope();
    private long _steps;

    /// <summary>Clips the gradient and takes one step; none where the gradient is not finite.</summary>
    /// <param name="gradient">As long as the parameters; changed by clipping.</param>
    /// <param name="stepSize">The step size.</param>
    /// <returns>The gradient's norm before clipping.</returns>
    public double Step(Tensor gradient, double stepSize)
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        double norm = gradient.norm().item<float>();
        if (!double.IsFinite(norm))
        {
            return norm;
        }

        if (norm > options.Clip)
        {
            gradient.mul_(options.Clip / norm);
        }

        _steps++;
        _first.mul_(options.Beta1).add_(gradient, 1 - options.Beta1);
        _second.mul_(options.Beta2).addcmul_(gradient, gradient, 1 - options.Beta2);
        var firstBias = 1 - Math.Pow(options.Beta1, _steps);
        var secondBias = 1 - Math.Pow(options.Beta2, _steps);
        parameters.narrow(0, 0, decayed).mul_(1 - (stepSize * options.WeightDecay));
        var scale = _second.sqrt().div_(Math.Sqrt(secondBias)).add_(options.Epsilon);
        parameters.addcdiv_(_first, scale, -stepSize / firstBias);
        return norm;
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }
}
