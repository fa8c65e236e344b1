namespace Lab.Core;

/// <summary>Poses an environment's problems on either side of the held-out split.</summary>
public sealed class ProblemSource(IEnvironment environment, HeldOut heldOut)
{
    /// <summary>Seeds tried for one problem before the split counts as leaving none on that side.</summary>
    public const int Attempts = 10_000;

    /// <summary>A problem whose key is not held out.</summary>
    /// <exception cref="EmptySplitException">There is none among <see cref="Attempts"/> seeds.</exception>
    public Problem Train(Draw draw, double difficulty) => Pose(draw, difficulty, held: false);

    /// <summary>
    /// Held-out problems, distinct in what seat 0 is told as long as new ones are found; after that they repeat. Where nothing is
    /// held out, problems like any other.
    /// </summary>
    /// <exception cref="EmptySplitException">There is none among <see cref="Attempts"/> seeds.</exception>
    public IReadOnlyList<Problem> Evaluate(int count, Draw draw, double difficulty)
    {
        var problems = new List<Problem>(count);
        var seen = new HashSet<EquatableArray<Part>>();
        for (var attempt = 0L; problems.Count < count; attempt++)
        {
            var problem = Pose(draw.At(attempt), difficulty, held: heldOut.Share > 0);
            if (seen.Add(problem.Prompt(0)) || attempt > 20L * count)
            {
                problems.Add(problem);
            }
        }

        return problems;
    }

    private Problem Pose(Draw draw, double difficulty, bool held)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var problem = environment.Pose(draw.Bits(attempt), difficulty);
            if (heldOut.Contains(problem.Key) == held)
            {
                return problem;
            }
        }

        throw new EmptySplitException(held
            ? $"a held-out share of {heldOut.Share} leaves no problem to evaluate on"
            : $"a held-out share of {heldOut.Share} leaves no problem to train on");
    }
}
