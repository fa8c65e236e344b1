using Lab.Core;
using TorchSharp;

namespace Lab.Learning;

/// <summary>What keeps a policy from going too far or too narrow: by its rewards, by its loss, or by both.</summary>
public interface IRegularizer
{
    /// <summary>The reference policy that it compares with; null where it needs none.</summary>
    ReferenceRule? Reference { get; }

    /// <summary>What its divergence from the reference weighs now: the metric <c>policy.kl_coefficient</c>. Null where it measures none.</summary>
    double? Coefficient => null;

    /// <summary>Changes a row's rewards, before advantages are estimated.</summary>
    void Adjust(TrainingRow row);

    /// <summary>A loss for each said token, already weighted; null where it has none.</summary>
    torch.Tensor? Loss_N(BatchTensors batch, Outputs outputs, Moment moment);

    /// <summary>Adapts itself, after an iteration.</summary>
    void Adapt(UpdateReport report);
}

/// <summary>What a regularizer can be told.</summary>
public abstract record RegularizerOptions;

/// <summary>An <see cref="IRegularizer"/>.</summary>
public sealed class RegularizerAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(RegularizerOptions), typeof(IRegularizer));
