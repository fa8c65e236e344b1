using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Learning;

/// <summary>
/// The parts that turn scored episodes into an objective. A preset is a record that derives from this one and sets the parts in
/// its constructor; an experiment file overrides them part by part, and the resolved file shows them all.
/// </summary>
public abstract record AlgorithmOptions : IValidatableObject
{
    [Description("Turns rewards into how much better each said token was than expected.")]
    public EstimatorOptions Estimator { get; init; } = new GroupRelativeOptions();

    [Description("What is minimised for each said token.")]
    public PolicyLossOptions PolicyLoss { get; init; } = new ClipOptions();

    [Description("How the losses of said tokens become one number.")]
    public LossNormalization Normalization { get; init; } = LossNormalization.TokenMean;

    [Description("Said tokens that every episode counts as having, for the normalization fixedLength.")]
    [Range(1, 1_000_000)]
    public int FixedLength { get; init; } = 64;

    [Description("The value head's loss; used where the estimator needs values.")]
    public ValueOptions Value { get; init; } = new();

    [Description("What keeps the policy from going too far or too narrow.")]
    public EquatableArray<RegularizerOptions> Regularizers { get; init; } = [];

    [Description("Which episodes are learned from, and how often.")]
    public BatchRuleOptions Batch { get; init; } = new AllOptions();

    [Description("An iteration's remaining steps are left out once the policy has diverged this far (k3, nats per token) from the one that sampled. Default: never.")]
    [Range(1e-6, 100.0)]
    public double? KlLimit { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Regularizers.OfType<KlOptions>().Count() > 1)
        {
            yield return new("kl may be listed once: there is one reference policy", [nameof(Regularizers)]);
        }
    }
}

/// <summary>A preset of an algorithm: a record derived from <see cref="AlgorithmOptions"/> that sets its parts.</summary>
public sealed class AlgorithmAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(AlgorithmOptions), typeof(AlgorithmOptions));
