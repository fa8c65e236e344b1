namespace Lab.Learning;

/// <summary>Turns groups of episodes into an objective.</summary>
public interface IAlgorithm
{
}
