namespace Lab.Experiments;

/// <summary>What the numbers of an axis count.</summary>
internal enum ValueUnit
{
    /// <summary>Anything; the chart's caption says what.</summary>
    Number,

    /// <summary>A share from 0 to 1, written in per cent.</summary>
    Share,
}

/// <summary>A number that a chart's curves are seen against.</summary>
internal sealed record Reference(string Name, double Value);

/// <summary>The part of the horizontal axis that a stage takes.</summary>
internal sealed record Stretch(string Stage, double Start, double End);

/// <summary>Curves over iterations, before they are drawn.</summary>
internal sealed record Chart
{
    /// <summary>Names the chart.</summary>
    public required string Title { get; init; }

    /// <summary>What exactly is measured, and in what unit.</summary>
    public required string Caption { get; init; }

    public ValueUnit Unit { get; init; }

    /// <summary>Curves with at least one point each.</summary>
    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>Quiet curves behind them, which no words are made about.</summary>
    public IReadOnlyList<Series> Behind { get; init; } = [];

    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The stages along the horizontal axis, from 0 on; none where it is no iterations.</summary>
    public required IReadOnlyList<Stretch> Stages { get; init; }

    /// <summary>The horizontal axis in words.</summary>
    public string Axis
    {
        get => field ?? (Stages is [var only] ? $"iteration of {only.Stage}" : "iteration");
        init;
    }

    public string Write(double value) => Unit == ValueUnit.Share ? Figures.Percent(value) : Figures.Measure(value);

    /// <summary>The chart in words, for those who hear the page.</summary>
    public string Summary => $"{Title}{(Caption.Length > 0 ? $", {Caption}" : "")}. {string.Join(' ', [.. Series.Select(Describe), .. References.Select(Describe)])}";

    private string Describe(Series series) => series.Points is [var only]
        ? $"{series.Name}: {Write(only.Y)}."
        : $"{series.Name}: from {Write(series.Points[0].Y)} to {Write(series.Points[^1].Y)}.";

    private string Describe(Reference reference) => $"{reference.Name}: {Write(reference.Value)}.";
}
