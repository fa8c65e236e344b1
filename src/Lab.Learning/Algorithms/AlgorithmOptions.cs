using Lab.Core;

namespace Lab.Learning;

/// <summary>What turns groups of episodes into an objective.</summary>
public abstract record AlgorithmOptions;

/// <summary>An <see cref="IAlgorithm"/>.</summary>
public sealed class AlgorithmAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(AlgorithmOptions), typeof(IAlgorithm));
