namespace Lab.Core;

/// <summary>Wraps every tool of an experiment with what has nothing to do with the tool itself: limits, meters, records.</summary>
public interface IToolDecorator
{
    /// <summary>The tool, wrapped.</summary>
    /// <param name="kind">The tool's kind.</param>
    /// <param name="tool">The tool as it is.</param>
    ITool Decorate(string kind, ITool tool);
}
