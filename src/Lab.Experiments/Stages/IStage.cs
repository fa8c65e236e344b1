namespace Lab.Experiments;

/// <summary>A step of an experiment: takes the policy as it is and leaves it changed.</summary>
public interface IStage
{
}
