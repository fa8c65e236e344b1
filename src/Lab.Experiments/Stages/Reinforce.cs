using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Stage two: the policy plays, the rewards score, the algorithm learns.</summary>
[Stage("reinforce", "Improves on the policy's own episodes by the reward functions.")]
public sealed class Reinforce(ReinforceOptions options, PluginFactory plugins) : IStage
{
    public int Iterations => options.Iterations;

    public async Task Run(StageContext context, CancellationToken stop)
    {
        var policy = context.Policy;
        var opponents = new Opponents(context, new PolicyPlayer(policy.Generator, policy.Renderer, options.Temperature), options.Temperature);
        await using var table = opponents.ConfigureAwait(false);
        var algorithm = new Improvement(options.Algorithm, plugins, policy.Layout.Architecture.Context, context.Limits.Tokens);
        var learner = await Learner.Create(policy, algorithm, new(options.Optimizer, options.LearningRate, options.Temperature), resumed: context.Resumed).ConfigureAwait(false);
        await using (learner.ConfigureAwait(false))
        {
            for (var iteration = context.From; iteration < context.Until && !(learner.Spent >= options.Tokens); iteration++)
            {
                using var span = context.Instruments.Iteration(context.Label, iteration + 1);
                var watch = new IterationWatch(context.Time, context.Policy.Thread);
                var draw = context.Draw.At(iteration);
                var seating = await context.BeforeLearning(() => opponents.Seat(iteration, stop)).ConfigureAwait(false);
                var groups = await Collect(context, seating, algorithm.Batch, draw, stop).ConfigureAwait(false);
                UndecidedLimit.Check(groups);
                watch.Collected();
                var progress = Spend(learner, groups, iteration);
                var rows = algorithm.Lay(groups, context.Lay);
                var update = await learner.Update(rows, iteration, progress, draw.At("minibatches")).ConfigureAwait(false);
                policy.Version = $"{context.Label}/{iteration + 1}";
                var times = watch.Learned();
                var evaluations = await context.Evaluate(iteration + 1).ConfigureAwait(false);
                context.Log.Iteration(context.Label, iteration + 1, Iterations, groups, update, IterationMetrics.Of(groups, update, times, algorithm.Batch, evaluations));
                await context.Save(iteration + 1, learner, stop).ConfigureAwait(false);
            }
        }
    }

    // Whichever of the two limits is nearer: with it the schedules end.
    private Progress Spend(Learner learner, IReadOnlyList<Group> groups, int iteration)
    {
        var before = learner.Spent;
        learner.Spend(groups.Sum(group => group.Episodes.Sum(episode => (long)episode.SaidTokens)));
        var progress = Progress.Of(iteration, Iterations);
        return options.Tokens is { } most ? progress.Or(new((double)before / most, (double)learner.Spent / most)) : progress;
    }

    private IReadOnlyList<Problem> Pose(StageContext context, int count, Draw draw)
    {
        var posed = context.Pose(count, draw.At("problems"));
        return options.Openings is { } openings ? [.. posed.Select((problem, index) => openings.Apply(problem, draw.At("openings").At(index)))] : posed;
    }

    // Groups that the batch rule leaves out are replaced with fresh ones, a few times at most.
    private async Task<IReadOnlyList<Group>> Collect(StageContext context, Seating seating, IBatchRule rule, Draw draw, CancellationToken stop)
    {
        var groups = new List<Group>(await Round(draw, options.Problems).ConfigureAwait(false));
        for (var refill = 0; refill < rule.Refills; refill++)
        {
            var missing = options.Problems - groups.Where(rule.Keeps).DistinctBy(group => group.Problem.Seed).Count();
            if (missing <= 0)
            {
                break;
            }

            groups.AddRange(await Round(draw.At("refill").At(refill), missing).ConfigureAwait(false));
        }

        return groups;

        Task<IReadOnlyList<Group>> Round(Draw branch, int problems) =>
            context.Collect(Pose(context, problems, branch), options.Attempts, seating, context.Policy.Generator, branch.At("episodes"), stop);
    }
}
