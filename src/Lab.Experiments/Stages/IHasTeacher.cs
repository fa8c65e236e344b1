namespace Lab.Experiments;

/// <summary>Options of a stage that learns from another run's policy.</summary>
public interface IHasTeacher
{
    /// <summary>The run's folder; null for none.</summary>
    string? Teacher { get; }
}
