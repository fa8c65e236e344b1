namespace Lab.Experiments;

/// <summary>Options of a stage that a budget may end before its iterations do.</summary>
public interface IHasBudget
{
    /// <summary>Said tokens: the stage ends with the iteration that reaches them. Null for no budget.</summary>
    long? Tokens { get; }
}
