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
        var player = new PolicyPlayer(policy.Generator, policy.Renderer, options.Temperature);
        var algorithm = plugins.Create<IAlgorithm>(options.Algorithm);
        var learner = await Learner.Create(policy, options.Optimizer, options.LearningRate, algorithm.UsesReference, options.Temperature, context.Resumed).ConfigureAwait(false);
        await using (learner.ConfigureAwait(false))
        {
            for (var iteration = context.From; iteration < context.Until; iteration++)
            {
                using var span = context.Instruments.Iteration(context.Label, iteration + 1);
                var watch = new IterationWatch(context.Time);
                var draw = context.Draw.At(iteration);
                var problems = context.Pose(options.Problems, draw.At("problems"));
                var groups = await context.Collect(problems, options.Attempts, player, policy.Generator, draw.At("episodes"), stop).ConfigureAwait(false);
                UndecidedLimit.Check(groups);
                watch.Collected();
                var rows = algorithm.Estimate(groups, context.Lay);
                var update = await learner.Update(rows, algorithm, Progress.Of(iteration, Iterations), draw.At("minibatches"), stop).ConfigureAwait(false);
                policy.Version = $"{context.Label}/{iteration + 1}";
                watch.Learned();
                var evaluations = await context.Evaluate(iteration + 1, stop).ConfigureAwait(false);
                context.Log.Iteration(context.Label, iteration + 1, Iterations, groups, update, watch.Measure(groups, update, evaluations));
                await context.Save(iteration + 1, learner, stop).ConfigureAwait(false);
            }
        }
    }
}
