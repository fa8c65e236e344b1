using Lab.Core;

namespace Lab.Environments;

/// <summary>Draws numbers and works out a target from them, so that every problem has a solution.</summary>
internal static class CountdownPosing
{
    // With numbers from 1 to 10 and targets from 1 to 100, two draws in three serve.
    private const int Attempts = 500;

    public static CountdownProblem Pose(CountdownOptions options, ulong seed, double difficulty)
    {
        var count = CountdownOptions.Fewest + (int)Math.Round((options.Count - CountdownOptions.Fewest) * difficulty);
        CountdownProblem? nearest = null;
        for (var attempt = 0; attempt < Attempts && (nearest is null || Outside(options, nearest) > 0); attempt++)
        {
            var problem = Draft(options, seed, difficulty, count, Draw.From(seed).At(attempt));
            nearest = nearest is null || Outside(options, problem) < Outside(options, nearest) ? problem : nearest;
        }

        return nearest!;
    }

    /// <summary>Whether the numbers reach a target of those asked for, as far as a hundred problems show.</summary>
    public static bool Reaches(CountdownOptions options) =>
        Enumerable.Range(0, 100).Any(attempt => Outside(options, Draft(options, 0, 1, options.Count, Draw.From(0).At(attempt))) == 0);

    private static CountdownProblem Draft(CountdownOptions options, ulong seed, double difficulty, int count, Draw draw)
    {
        var numbers = Enumerable.Range(0, count).Select(index => (int)draw.At("numbers").Between(options.Numbers[0], options.Numbers[1], index)).ToEquatableArray();
        // Six numbers up to 100 make no more than 10¹².
        return new(seed, difficulty, numbers, (long)CountdownIdea.Of(numbers, draw.At("target")).Value!.Value.Numerator);
    }

    /// <summary>How far the target is from those asked for; one that stands there already is as far as can be.</summary>
    private static long Outside(CountdownOptions options, CountdownProblem problem) => problem.Numbers.Any(number => number == problem.Target)
        ? long.MaxValue
        : Math.Max(0, Math.Max(options.Targets[0] - problem.Target, problem.Target - options.Targets[1]));
}
