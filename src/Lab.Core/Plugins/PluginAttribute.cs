namespace Lab.Core;

/// <summary>Makes a class a plugin: found by the <see cref="Catalog"/>, named in experiment files by its kind.</summary>
/// <remarks>
/// The class has one public constructor. It takes the plugin's options, a record derived from <see cref="OptionsBase"/>, and
/// any ports. A preset is a record of options that carries the attribute itself: it does no work, and sets what others do.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class PluginAttribute(string kind, string description, Type optionsBase, Type contract) : Attribute
{
    /// <summary>The name in experiment files: lower case, words joined by hyphens.</summary>
    public string Kind { get; } = kind;

    /// <summary>One line for people.</summary>
    public string Description { get; } = description;

    /// <summary>What the plugin's options derive from.</summary>
    public Type OptionsBase { get; } = optionsBase;

    /// <summary>What the class implements.</summary>
    public Type Contract { get; } = contract;
}

/// <summary>An <see cref="IEnvironment"/>.</summary>
public sealed class EnvironmentAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(EnvironmentOptions), typeof(IEnvironment));

/// <summary>An <see cref="ITool"/>.</summary>
public sealed class ToolAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(ToolOptions), typeof(ITool));

/// <summary>An <see cref="IReward"/>.</summary>
public sealed class RewardAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(RewardOptions), typeof(IReward));

/// <summary>An <see cref="IAnswerVerifier"/>.</summary>
public sealed class VerifierAttribute(string kind, string description)
    : PluginAttribute(kind, description, typeof(VerifierOptions), typeof(IAnswerVerifier));
