using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>What an objective measures of a minibatch, without gradient.</summary>
internal static class Measure
{
    public static StepMeasures Step(BatchTensors batch, Outputs outputs, TokenLoss tokens, Tensor loss, Tensor policy, Tensor? value)
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        var difference_N = outputs.Said_N - batch.Before_N;
        var error_N = outputs.Values_N - batch.Returns_N;
        return new()
        {
            Loss = loss.item<float>(),
            Policy = policy.item<float>(),
            Value = value?.item<float>() ?? 0,
            Entropy = Divergence.Entropy(outputs.LogProbabilities_NV).mean().item<float>(),
            Kl = batch.Reference_N is { } reference_N ? (Mean(DivergenceEstimator.K1), Mean(DivergenceEstimator.K2), Mean(DivergenceEstimator.K3)) : null,
            // The tokens were sampled by the policy before: k3 of it against the policy now.
            UpdateKl = Divergence.Estimate(batch.Before_N, outputs.Said_N, DivergenceEstimator.K3).mean().item<float>(),
            ClipLow = Share(tokens.Low_N),
            ClipHigh = Share(tokens.High_N),
            RatioLeast = Math.Exp(difference_N.min().item<float>()),
            RatioMost = Math.Exp(difference_N.max().item<float>()),
            ValueError = value is null ? 0 : (error_N * error_N).mean().item<float>(),
        };

        double Mean(DivergenceEstimator estimator) => Divergence.Estimate(outputs.Said_N, batch.Reference_N, estimator).mean().item<float>();
    }

    private static double Share(Tensor? flags_N) => flags_N is null ? 0 : flags_N.to_type(ScalarType.Float32).mean().item<float>();
}
