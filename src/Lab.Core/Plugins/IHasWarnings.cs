namespace Lab.Core;

/// <summary>A plugin that noticed something when it was made which a person should know and which stops nothing.</summary>
public interface IHasWarnings
{
    /// <summary>What it noticed, a line each.</summary>
    IReadOnlyList<(string Option, string Message)> Warnings { get; }
}
