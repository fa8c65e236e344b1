namespace Lab.Experiments;

/// <summary>A run that there is, and what it follows.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Experiment">The experiment in it.</param>
public sealed record StoredRun(RunFolder Folder, Experiment Experiment);
