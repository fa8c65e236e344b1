namespace Lab.Experiments;

/// <summary>One run of a comparison, before it is run: a variant with a seed.</summary>
/// <param name="Label">The variant's; the experiment's name too.</param>
/// <param name="Experiment">What is run.</param>
/// <param name="Origin">What made it of the base.</param>
public sealed record ComparedRun(string Label, Experiment Experiment, VariantOrigin Origin)
{
    /// <summary>The name of its folder within the comparison's.</summary>
    public string Folder => $"{Label}-{Experiment.Seed}";
}
