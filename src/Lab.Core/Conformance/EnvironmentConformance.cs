namespace Lab.Core;

/// <summary>What every environment promises, checked on a sample of its problems.</summary>
public static class EnvironmentConformance
{
    private const int Problems = 120;

    /// <summary>Examines an environment: every check, passed or not, in a fixed order.</summary>
    /// <param name="kind">The environment's kind.</param>
    /// <param name="environment">What is examined.</param>
    /// <param name="tools">What its demonstrations may call.</param>
    /// <param name="draw">Where the sample of problems and the demonstrations come from.</param>
    /// <param name="stop">Ends the examination.</param>
    public static async Task<IReadOnlyList<Check>> Examine(string kind, IEnvironment environment, Toolbox tools, Draw draw, CancellationToken stop)
    {
        var asked = Enumerable.Range(0, Problems).Select(index => new ProblemId(kind, draw.Bits(index), index % 3 / 2.0)).ToArray();
        Subject? subject = null;
        var posed = await Check.That("every seed and difficulty poses a problem", Pose, stop).ConfigureAwait(false);
        if (subject is null)
        {
            return [posed];
        }

        return
        [
            posed,
            .. await ProblemChecks.Examine(subject).ConfigureAwait(false),
            .. await CourseChecks.Examine(subject).ConfigureAwait(false),
            .. await VerdictChecks.Examine(subject).ConfigureAwait(false),
            .. await PurityChecks.Examine(subject).ConfigureAwait(false),
            .. await PromptChecks.Examine(subject).ConfigureAwait(false),
            .. await DemonstrationChecks.Examine(subject, draw.At("demonstrations")).ConfigureAwait(false),
            .. await GameChecks.Examine(subject, draw.At("game")).ConfigureAwait(false),
        ];

        string? Pose()
        {
            subject = new(kind, environment, tools, asked, stop);
            return null;
        }
    }
}
