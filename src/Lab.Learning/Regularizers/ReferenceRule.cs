using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Learning;

/// <summary>
/// What the reference policy is: the policy that the stage began with, unless it is refreshed or follows. With a divergence in the
/// loss, one that follows is magnetic mirror descent (Sokota et al. 2022, arXiv:2206.05825), which makes self-play in games of
/// hidden information converge.
/// </summary>
public sealed record ReferenceRule : IValidatableObject
{
    [Description("The reference becomes the policy every so many iterations. Default: never.")]
    [Range(1, 1_000_000)]
    public int? Refresh { get; init; }

    [Description("The reference moves this share of the way to the policy after each iteration. Default: it stays.")]
    [Range(1e-6, 1.0)]
    public double? Follow { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Refresh is not null && Follow is not null)
        {
            yield return new("a reference that follows is not refreshed too: set one of refresh and follow", [nameof(Follow)]);
        }
    }
}
