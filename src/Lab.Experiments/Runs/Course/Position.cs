namespace Lab.Experiments;

/// <summary>A place in a run's course, between two iterations.</summary>
/// <param name="Stage">The stage's place in the experiment, from 0.</param>
/// <param name="Iteration">Iterations of that stage that are done; its last one is done where a stage has ended.</param>
public readonly record struct Position(int Stage, int Iteration) : IComparable<Position>
{
    /// <summary>Before everything.</summary>
    public static Position Start { get; }

    /// <summary>After everything.</summary>
    public static Position End { get; } = new(int.MaxValue, 0);

    public int CompareTo(Position other) => (Stage, Iteration).CompareTo((other.Stage, other.Iteration));

    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;

    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;
}
