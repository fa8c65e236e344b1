namespace Lab.Learning;

/// <summary>Learning left the finite numbers; the weights are not to be kept.</summary>
public sealed class LearningDivergedException(string message) : Exception(message);
