namespace Lab.Core;

/// <summary>What can take a seat: a policy, a script, a person.</summary>
public interface IPlayer
{
    /// <summary>Takes a seat for one match.</summary>
    ISeated Sit(Problem problem, int seat, Draw draw);
}

/// <summary>A player at a seat, for the length of one match.</summary>
public interface ISeated : IDisposable
{
    /// <summary>Says one turn.</summary>
    /// <param name="soFar">The match. A policy or a person looks at the own seat's episode alone; a script may know the rest.</param>
    /// <param name="maxTokens">At most this many tokens.</param>
    /// <param name="stop">Ends the run.</param>
    /// <returns>A segment with role said.</returns>
    ValueTask<Segment> Say(Match soFar, int maxTokens, CancellationToken stop);
}
