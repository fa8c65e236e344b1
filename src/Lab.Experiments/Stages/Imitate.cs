using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>Stage one: maximum likelihood of the environment's demonstrations, flaws included.</summary>
[Stage("imitate", "Learns to say what the environment's demonstrations say.")]
public sealed class Imitate(ImitateOptions options) : IStage
{
    public int Iterations => (options.Episodes + options.EpisodesPerIteration - 1) / options.EpisodesPerIteration;

    public async Task Run(StageContext context, CancellationToken stop)
    {
        var demonstrator = new Demonstrator(context.Environment as IHasDemonstrations
            ?? throw new RunFailedException($"environment '{context.EnvironmentKind}' has no demonstrations to imitate"));
        var likelihood = new Likelihood();
        var learner = await Learner.Create(context.Policy, options.Optimizer, options.LearningRate, keepReference: false, resumed: context.Resumed).ConfigureAwait(false);
        await using (learner.ConfigureAwait(false))
        {
            for (var iteration = context.From; iteration < context.Until; iteration++)
            {
                using var span = context.Instruments.Iteration(context.Label, iteration + 1);
                var watch = new IterationWatch(context.Time);
                var draw = context.Draw.At(iteration);
                var count = Math.Min(options.EpisodesPerIteration, options.Episodes - (iteration * options.EpisodesPerIteration));
                var groups = await context.Collect(context.Pose(count, draw.At("problems")), 1, demonstrator, null, draw.At("episodes"), stop).ConfigureAwait(false);
                UndecidedLimit.Check(groups);
                watch.Collected();
                var rows = likelihood.Estimate(groups, context.Lay);
                var update = await learner.Update(rows, likelihood, Progress.Of(iteration, Iterations), draw.At("minibatches"), stop).ConfigureAwait(false);
                context.Policy.Version = $"{context.Label}/{iteration + 1}";
                watch.Learned();
                context.Log.Demonstrated(groups);
                context.Log.Iteration(context.Label, iteration + 1, Iterations, groups, update, watch.Measure(groups, update, []));
                await context.Save(iteration + 1, learner, stop).ConfigureAwait(false);
            }
        }
    }
}
