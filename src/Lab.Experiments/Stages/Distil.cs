using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>The policy plays, and a teacher judges every token that it says.</summary>
[Stage("distil", "Learns from another run's policy, on its own samples.")]
public sealed class Distil(DistilOptions options) : IStage
{
    public int Iterations => options.Iterations;

    public async Task Run(StageContext context, CancellationToken stop)
    {
        var policy = context.Policy;
        var player = new PolicyPlayer(policy.Generator, policy.Renderer, options.Temperature);
        var distillation = new Distillation();
        var teacher = await OtherPolicy.Load(context.Teacher, policy, stop).ConfigureAwait(false);
        await using (teacher.ConfigureAwait(false))
        {
            var learner = await Learner.Create(policy, distillation, new(options.Optimizer, options.LearningRate, options.Temperature), teacher, context.Resumed).ConfigureAwait(false);
            await using (learner.ConfigureAwait(false))
            {
                for (var iteration = context.From; iteration < context.Until; iteration++)
                {
                    using var span = context.Instruments.Iteration(context.Label, iteration + 1);
                    var watch = new IterationWatch(context.Time, policy.Thread);
                    var draw = context.Draw.At(iteration);
                    var groups = await context.Collect(context.Pose(options.Problems, draw.At("problems")), 1, Seating.Of(player), policy.Generator, draw.At("episodes"), stop).ConfigureAwait(false);
                    UndecidedLimit.Check(groups);
                    watch.Collected();
                    var update = await learner.Update(distillation.Lay(groups, context.Lay), iteration, Progress.Of(iteration, Iterations), draw.At("minibatches")).ConfigureAwait(false);
                    policy.Version = $"{context.Label}/{iteration + 1}";
                    var times = watch.Learned();
                    var evaluations = await context.Evaluate(iteration + 1).ConfigureAwait(false);
                    context.Log.Iteration(context.Label, iteration + 1, Iterations, groups, update, IterationMetrics.Of(groups, update, times, null, evaluations));
                    await context.Save(iteration + 1, learner, stop).ConfigureAwait(false);
                }
            }
        }
    }
}
