namespace Lab.Core;

/// <summary>
/// What needs something outside of this process, and can tell whether it is there. A run asks its plugins before it begins.
/// </summary>
public interface IReadiness
{
    /// <summary>Null where everything is there, else what is missing, in one line.</summary>
    string? NotReady();
}
