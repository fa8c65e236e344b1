using Lab.Policies;
using TorchSharp;
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
    private readonly Scalar _beta1 = options.Beta1.ToScalar();
    private readonly Scalar _rest1 = (1 - options.Beta1).ToScalar();
    private readonly Scalar _beta2 = options.Beta2.ToScalar();
    private readonly Scalar _rest2 = (1 - options.Beta2).ToScalar();
    private readonly Scalar _epsilon = options.Epsilon.ToScalar();

    /// <summary>Steps taken.</summary>
    public long Steps { get; private set; }

    /// <summary>Clips the gradient and takes one step; none where the gradient is not finite.</summary>
    /// <param name="gradient">As long as the parameters; changed by clipping.</param>
    /// <param name="stepSize">The step size.</param>
    /// <param name="decay">Whether weights decay.</param>
    /// <returns>The gradient's norm before clipping.</returns>
    public double Step(Tensor gradient, double stepSize, bool decay = true)
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        double norm = gradient.norm().item<float>();
        if (!double.IsFinite(norm))
        {
            return norm;
        }

        Steps++;
        var (firstBias, secondBias) = (1 - Math.Pow(options.Beta1, Steps), 1 - Math.Pow(options.Beta2, Steps));
        using Scalar shrink = (options.Clip / norm).ToScalar(), kept = (1 - (stepSize * options.WeightDecay)).ToScalar();
        using Scalar step = (-stepSize / firstBias).ToScalar(), secondRoot = Math.Sqrt(secondBias).ToScalar();
        if (norm > options.Clip)
        {
            gradient.mul_(shrink);
        }

        _first.mul_(_beta1).add_(gradient, _rest1);
        _second.mul_(_beta2).addcmul_(gradient, gradient, _rest2);
        if (decay)
        {
            parameters.narrow(0, 0, decayed).mul_(kept);
        }

        parameters.addcdiv_(_first, _second.sqrt().div_(secondRoot).Increase(_epsilon), step);
        return norm;
    }

    /// <summary>Copies of both moments.</summary>
    public (float[] First, float[] Second) Moments() => (_first.cpu().data<float>().ToArray(), _second.cpu().data<float>().ToArray());

    /// <summary>Goes on from moments that were saved after this many steps.</summary>
    public void Restore(float[] first, float[] second, long steps)
    {
        using var scope = NewDisposeScope();
        _first.copy_(tensor(first));
        _second.copy_(tensor(second));
        Steps = steps;
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
        foreach (var scalar in new[] { _beta1, _rest1, _beta2, _rest2, _epsilon })
        {
            scalar.Dispose();
        }
    }
}
