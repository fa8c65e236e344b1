namespace Lab.Learning;

/// <summary>Learning left the finite numbers, too often in a row; the weights are those of the last good step.</summary>
public sealed class LearningDivergedException(string message) : Exception(message);
