using Lab.Core;

namespace Lab.Experiments;

/// <summary>A change that a comparison file makes.</summary>
/// <param name="Written">Where it stands in the comparison file.</param>
/// <param name="Changed">What it changed in the experiment.</param>
public readonly record struct PlacedChange(JsonPath Written, JsonPath Changed);

/// <summary>What made a variant of the base, in the order in which it was done.</summary>
public sealed record VariantOrigin(string Label, EquatableArray<PlacedChange> Changes)
{
    /// <summary>What is wrong with the experiment, as something wrong with the comparison file: at the change that made it so.</summary>
    public InputError Trace(InputError error)
    {
        foreach (var (written, changed) in Changes.Reverse())
        {
            var within = changed.ToString();
            if (error.Path.StartsWith(within, StringComparison.Ordinal) && (error.Path.Length == within.Length || error.Path[within.Length] is '.' or '['))
            {
                return error with { Path = written + error.Path[within.Length..] };
            }
        }

        return new(JsonPath.Root.Member("variants").Member(Label).ToString(), error.Path.Length == 0 ? error.Message : $"{error.Path}: {error.Message}");
    }
}
