using Lab.Core;
using TorchSharp;

namespace Lab.Learning;

/// <summary>What is minimised for each said token.</summary>
public interface IPolicyLoss
{
    /// <summary>The loss of each said token of a minibatch.</summary>
    /// <param name="batch">Advantages, log-probabilities before the first step, which episode a token belongs to.</param>
    /// <param name="said_N">Log-probabilities of the said tokens under the policy that learns.</param>
    TokenLoss Evaluate(BatchTensors batch, torch.Tensor said_N);
}

/// <summary>The loss of each said token, and where it was clipped.</summary>
/// <param name="Loss_N">To be minimised.</param>
/// <param name="Low_N">Boolean: the ratio was held up from below, and the token has no gradient. Null: never.</param>
/// <param name="High_N">Boolean: the ratio was held down from above. Null: never.</param>
public readonly record struct TokenLoss(torch.Tensor Loss_N, torch.Tensor? Low_N = null, torch.Tensor? High_N = null);

/// <summary>What a policy loss can be told.</summary>
public abstract record PolicyLossOptions;

/// <summary>An <see cref="IPolicyLoss"/>.</summary>
public sealed class PolicyLossAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(PolicyLossOptions), typeof(IPolicyLoss));
