using Lab.Core;

namespace Lab.Learning;

/// <summary>Turns the rewards of an iteration's rows into advantages.</summary>
public interface IAdvantageEstimator
{
    /// <summary>Whether it reads values and sets returns: whether the value head is trained.</summary>
    bool UsesValues { get; }

    /// <summary>Fills in every row's <see cref="TrainingRow.Advantages"/>, and its returns where it uses values.</summary>
    /// <param name="groups">Rows with their rewards, in order.</param>
    void Estimate(IReadOnlyList<RowGroup> groups);
}

/// <summary>A part that remembers numbers from one iteration to the next; they are saved with the run.</summary>
public interface IRemembers
{
    /// <summary>What it remembers, by name.</summary>
    IReadOnlyDictionary<string, double> Save();

    /// <summary>Remembers what was saved.</summary>
    void Restore(IReadOnlyDictionary<string, double> numbers);
}

/// <summary>What an advantage estimator can be told.</summary>
public abstract record EstimatorOptions;

/// <summary>An <see cref="IAdvantageEstimator"/>.</summary>
public sealed class AdvantageEstimatorAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(EstimatorOptions), typeof(IAdvantageEstimator));
