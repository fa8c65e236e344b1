using Jint;

namespace Lab.Sandbox;

/// <summary>
/// Counts what a program does. The engine asks before each statement and call, and now and then within its own loops; built-in
/// functions that look through long strings are charged for their length.
/// </summary>
internal sealed class Budget(int statements) : Constraint
{
    private long _used;

    public override void Check() => Charge(1);

    /// <exception cref="LimitException">That is more than is left.</exception>
    public void Charge(long statementsMore)
    {
        _used += statementsMore;
        if (_used > statements)
        {
            throw new LimitException("statements");
        }
    }

    // The engine asks for this whenever its host enters it; a program has one budget for all of that.
    public override void Reset()
    {
    }
}
