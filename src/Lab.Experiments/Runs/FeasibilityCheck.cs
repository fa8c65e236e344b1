using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>
/// What can only be known by asking: whether what the plugins need is there, whether the environment tells what the rewards read,
/// whether there are problems on both sides of the split, and whether they, their answers and all but a few of their demonstrations
/// fit into the policy's context.
/// </summary>
internal static class FeasibilityCheck
{
    private const int Samples = 500;

    // Of demonstrations: rare long ones are left out, and need not decide how large a context is.
    private const double MostTooLong = 0.01;

    /// <summary>Every reason why the experiment cannot run; empty where there is none.</summary>
    public static async Task<IReadOnlyList<InputError>> Run(Experiment experiment, ExperimentParts parts, OtherRuns others, CancellationToken stop)
    {
        if (parts.Missing().ToArray() is { Length: > 0 } missing)
        {
            return missing;
        }

        var draw = Draw.From(experiment.Seed).At("feasibility");
        Problem[] problems;
        try
        {
            problems = [.. Enumerable.Range(0, Samples).Select(index => parts.Problems.Train(draw.At(index), parts.Difficulty))];
            parts.Problems.Evaluate(1, draw, parts.Difficulty);
        }
        catch (EmptySplitException error)
        {
            return [new("$.environment.heldOut", error.Message)];
        }

        var errors = new List<InputError>(CheckRewards(parts));
        errors.AddRange(CheckAnswers(experiment, parts, problems));
        errors.AddRange(CheckOthers(experiment, parts, others));
        errors.AddRange(SeatRules.Check(experiment, parts, problems[0].Seats));
        errors.AddRange(await CheckMatches(experiment, parts, problems, draw, stop).ConfigureAwait(false));
        if (experiment.Stages.Any(stage => stage is ImitateOptions { Teacher: null }))
        {
            errors.AddRange(await CheckDemonstrations(experiment, parts, problems, draw, stop).ConfigureAwait(false));
        }

        return errors;
    }

    // A reward function that waits for a fact which never comes would be silently 0.
    private static IEnumerable<InputError> CheckRewards(ExperimentParts parts)
    {
        string[] declared = [.. parts.Environment.Facts.Select(fact => fact.Name)];
        foreach (var (index, reward) in parts.Rewards.Index())
        {
            foreach (var fact in reward.Reward.Reads.Except(declared))
            {
                yield return new($"$.rewards[{index}]", $"'{reward.Kind}' reads the fact '{Excerpt.Of(fact)}', which environment '{parts.Kind}' does not declare; "
                    + (declared.Length == 0 ? "it declares none" : $"it declares {string.Join(", ", declared)}"));
            }
        }
    }

    private static IEnumerable<InputError> CheckAnswers(Experiment experiment, ExperimentParts parts, Problem[] problems)
    {
        var renderer = new Renderer(parts.Tools.Names);
        var longest = problems.Max(problem => Enumerable.Range(0, problem.Seats).Max(seat =>
        {
            // Where no solution is known, an answer takes its end at least.
            return renderer.Render([new(Role.Prompt, problem.Prompt(seat)), new(Role.Said, parts.Environment is IHasSolution solver ? solver.Solution(problem) : [])]).Count;
        }));
        if (longest > experiment.Policy.Context)
        {
            yield return new("$.policy.context", $"{experiment.Policy.Context} tokens are too few: a prompt with its answer takes {longest}");
        }
    }

    // Games are as long as they are: legal play must not run into a limit, which would count as the policy's fault.
    private static async Task<IReadOnlyList<InputError>> CheckMatches(
        Experiment experiment, ExperimentParts parts, Problem[] problems, Draw draw, CancellationToken stop)
    {
        if (parts.Environment is not IGame game)
        {
            return [];
        }

        var renderer = new Renderer(parts.Tools.Names);
        var players = Enumerable.Repeat(StrategyPlayer.Uniform(), game.Roles.Count).ToArray();
        var longest = 0;
        for (var index = 0; index < problems.Length; index++)
        {
            var match = await parts.Referee.Play(problems[index], players, draw.At("matches").At(index), stop).ConfigureAwait(false);
            if (match.Episodes.Any(episode => episode.StopReason is StopReason.LimitExceeded or StopReason.OutOfTokens))
            {
                return [new("$.limits", $"legal matches take more than {experiment.Limits.Turns} turns, with what is shown, or more than {experiment.Limits.Tokens} tokens of a seat")];
            }

            foreach (var episode in match.Episodes)
            {
                longest = Math.Max(longest, renderer.Render(episode.Transcript).Count);
            }
        }

        return longest > experiment.Policy.Context
            ? [new("$.policy.context", $"{experiment.Policy.Context} tokens are too few: a match takes {longest}")]
            : [];
    }

    private static IEnumerable<InputError> CheckOthers(Experiment experiment, ExperimentParts parts, OtherRuns others)
    {
        foreach (var other in others.Of(experiment))
        {
            string? objection;
            try
            {
                objection = OtherPolicy.Objection(others.Read(other), parts.Tools.Names, experiment.Policy.Context) is { } wrong ? $"{other.Run}: {wrong}" : null;
            }
            catch (InvalidInputException error)
            {
                objection = error.Message;
            }

            if (objection is not null)
            {
                yield return new(other.Place, objection);
            }
        }
    }

    private static async Task<IReadOnlyList<InputError>> CheckDemonstrations(
        Experiment experiment, ExperimentParts parts, Problem[] problems, Draw draw, CancellationToken stop)
    {
        if (Demonstrator.Of(parts.Environment) is not { } demonstrator)
        {
            return [new("$.stages", $"environment '{parts.Kind}' has no demonstrations to imitate")];
        }

        var renderer = new Renderer(parts.Tools.Names);
        var player = Enumerable.Repeat(demonstrator, problems.Max(problem => problem.Seats)).ToArray();
        var lengths = new List<int>();
        for (var index = 0; index < problems.Length; index++)
        {
            var match = await parts.Referee.Play(problems[index], player[..problems[index].Seats], draw.At("demonstrations").At(index), stop).ConfigureAwait(false);
            foreach (var episode in match.Episodes)
            {
                if (episode.Transcript.Select(segment => segment.Call?.Tool).FirstOrDefault(tool => tool is not null && !parts.Tools.Names.Contains(tool)) is { } missing)
                {
                    return [new("$.tools", $"the demonstrations call '{missing}', which is not listed")];
                }

                lengths.Add(renderer.Render(episode.Transcript).Count);
            }
        }

        var tooLong = lengths.Count(length => length > experiment.Policy.Context);
        return tooLong <= MostTooLong * lengths.Count
            ? []
            : [new("$.policy.context", $"{experiment.Policy.Context} tokens are too few for {tooLong} of {lengths.Count} demonstrations; the longest takes {lengths.Max()}")];
    }
}
