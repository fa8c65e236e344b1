using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Stage one: maximum likelihood of the environment's demonstrations, flaws included, or of a teacher's episodes.</summary>
[Stage("imitate", "Learns to say what demonstrations say: the environment's, or another run's policy's.")]
public sealed class Imitate(ImitateOptions options) : IStage
{
    public int Iterations => (options.Episodes + options.EpisodesPerIteration - 1) / options.EpisodesPerIteration;

    public async Task Run(StageContext context, CancellationToken stop)
    {
        if (options.Teacher is null)
        {
            await Run(context, null, stop).ConfigureAwait(false);
            return;
        }

        var teacher = await OtherPolicy.Load(context.Teacher, context.Policy, stop).ConfigureAwait(false);
        await using (teacher.ConfigureAwait(false))
        {
            await Run(context, teacher, stop).ConfigureAwait(false);
        }
    }

    private async Task Run(StageContext context, Policy? teacher, CancellationToken stop)
    {
        IPlayer demonstrator = teacher is not null
            ? new PolicyPlayer(teacher.Generator, teacher.Renderer, 1)
            : Demonstrator.Of(context.Environment) ?? throw new RunFailedException($"environment '{context.EnvironmentKind}' has no demonstrations to imitate");
        var likelihood = new Likelihood();
        var learner = await Learner.Create(context.Policy, likelihood, new(options.Optimizer, options.LearningRate), resumed: context.Resumed).ConfigureAwait(false);
        await using (learner.ConfigureAwait(false))
        {
            for (var iteration = context.From; iteration < context.Until; iteration++)
            {
                using var span = context.Instruments.Iteration(context.Label, iteration + 1);
                var watch = new IterationWatch(context.Time, context.Policy.Thread);
                var draw = context.Draw.At(iteration);
                var count = Math.Min(options.EpisodesPerIteration, options.Episodes - (iteration * options.EpisodesPerIteration));
                var groups = await context.Collect(context.Pose(count, draw.At("problems")), 1, Seating.Of(demonstrator), teacher?.Generator, draw.At("episodes"), stop).ConfigureAwait(false);
                UndecidedLimit.Check(groups);
                watch.Collected();
                var (rows, tooLong) = Fitting.Of(likelihood.Lay(groups, context.Lay), context.Policy.Layout.Architecture.Context);
                var update = await learner.Update(rows, iteration, Progress.Of(iteration, Iterations), draw.At("minibatches")).ConfigureAwait(false);
                context.Policy.Version = $"{context.Label}/{iteration + 1}";
                var times = watch.Learned();
                if (teacher is null)
                {
                    context.Log.Demonstrated(groups);
                }

                var metrics = IterationMetrics.Of(groups, update, times, null, []);
                if (tooLong > 0)
                {
                    metrics[MetricNames.TooLong] = tooLong;
                }

                context.Log.Iteration(context.Label, iteration + 1, Iterations, groups, update, metrics);
                await context.Save(iteration + 1, learner, stop).ConfigureAwait(false);
            }
        }
    }
}
