using System.Diagnostics.Metrics;
using System.Text.Json;
using Lab.Core;
using Lab.Environments;
using Lab.Experiments;
using Lab.Learning;
using Lab.Rewards;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Tests;

/// <summary>The folder of a run that never was: written by the lab's own code, with curves and players made up.</summary>
internal sealed class SampleRun : IDisposable
{
    private static readonly Catalog Plugins = Catalog.Scan(typeof(Arithmetic).Assembly, typeof(Correct).Assembly, typeof(Imitate).Assembly, typeof(Ppo).Assembly);

    /// <summary>Instruments that nobody listens to.</summary>
    public static RunInstruments Instruments { get; } = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("lab-tests-");

    private SampleRun(Experiment experiment)
    {
        Experiment = experiment;
        Folder = RunFolder.Create(_parent.FullName, experiment.Name, TimeProvider.System);
        DurableFile.Write(Folder.Experiment, JsonSerializer.Serialize(experiment, LabJson.For(Plugins)));
    }

    public RunFolder Folder { get; }

    public Experiment Experiment { get; }

    public RunReport Report { get; private set; } = null!;

    public string Page => ReportPage.Render(Folder, Experiment, Report);

    /// <summary>The experiment that <see cref="Make"/> runs unless it is told another.</summary>
    public static Experiment Quickstart { get; } = new()
    {
        Name = "quickstart",
        Environment = new ArithmeticOptions(),
        Tools = [new CalculatorOptions()],
        Rewards = [new CorrectOptions(), new ToolEconomyOptions { Weight = 0.05 }],
        Stages = [new ImitateOptions { Episodes = 100_000 }, new ReinforceOptions { Iterations = 40 }],
        Resolved = new()
        {
            Lab = "0.1.0",
            Runtime = ".NET 10.0.1",
            Commit = "0123456789abcdef0123456789abcdef01234567",
            Device = default,
            Threads = 2,
            ActualDevice = "cpu",
            Torch = "0.107.0",
            Processor = "AMD EPYC 9B14",
            Regime = default(Lab.Policies.Regime),
        },
    };

    public static async Task<SampleRun> Make(Experiment? experiment = null)
    {
        var run = new SampleRun(experiment ?? Quickstart);
        await run.Work();
        return run;
    }

    public void Dispose() => _parent.Delete(recursive: true);

    /// <summary>The file of an evaluation's episodes.</summary>
    public string EpisodeFile(string stage, Sampling sampling) => Path.Combine(Folder.Episodes, $"{Evaluations.EpisodeFile(stage, sampling)}.jsonl");

    private async Task Work()
    {
        var draw = Draw.From(Experiment.Seed).At("sample");
        var evaluations = new List<EvaluationResult>();
        long trained;
        long sampled = 0;
        using (var log = new RunLog(Folder, Instruments, new Progress<RunEvent>()))
        {
            foreach (var options in Experiment.Stages)
            {
                var label = options.Name ?? Plugins.For(options).Kind;
                var iterations = options is ImitateOptions shown ? shown.Episodes / shown.EpisodesPerIteration : ((ReinforceOptions)options).Iterations;
                for (var iteration = 1; iteration <= iterations; iteration++)
                {
                    var metrics = Measure(options, iteration, iterations, draw.At(label).At(iteration));
                    log.Iteration(label, iteration, iterations, [], new() { Tokens = (long)metrics[MetricNames.TrainedTokens] }, metrics);
                    sampled += (long)metrics[MetricNames.SampledTokens];
                }

                foreach (var sampling in Experiment.Evaluation.Sampling)
                {
                    evaluations.Add(await Evaluate(log, label, options is ImitateOptions ? 0.2 : 1, sampling, draw));
                }
            }

            trained = log.Trained;
        }

        var demonstrators = new Proportion(17_043, 100_000);
        Report = new()
        {
            Experiment = Experiment.Name,
            Seed = Experiment.Seed,
            Status = RunStatus.Finished,
            Seconds = 161.4,
            Tokens = new(trained, sampled),
            Demonstrations = new(demonstrators.Trials, demonstrators.Value, demonstrators.Low, demonstrators.High),
            Evaluation = evaluations,
        };
    }

    private OrderedDictionary<string, double> Measure(StageOptions stage, int iteration, int iterations, Draw draw)
    {
        var progress = (double)iteration / iterations;
        if (stage is ImitateOptions)
        {
            return SampleCurves.Imitate(progress, draw);
        }

        var metrics = SampleCurves.Reinforce(progress, draw);
        if (Experiment.Evaluation.Every > 0 && iteration % Experiment.Evaluation.Every == 0)
        {
            metrics[MetricNames.Evaluation(Sampling.Sampled)] = SampleCurves.Accuracy(progress, draw.At("sampled").Normal());
            metrics[MetricNames.Evaluation(Sampling.Greedy)] = SampleCurves.Accuracy(Math.Min(1, progress * 1.3), draw.At("greedy").Normal());
        }

        return metrics;
    }

    // A demonstrator plays the policy: at first as most people do, in the end without flaws but one.
    private async Task<EvaluationResult> Evaluate(RunLog log, string stage, double toolShare, Sampling sampling, Draw draw)
    {
        var flaws = toolShare == 1 ? (sampling == Sampling.Greedy ? 0.002 : 0.012) : 0.25;
        var environment = new Arithmetic(new() { Demonstrations = new() { ToolShare = toolShare, Mistyped = flaws, Misread = flaws / 10 } });
        var calculator = KeyValuePair.Create<string, ITool>("calculator", new Calculator(new(), new ParlotExpressions()));
        var rollouts = new Rollouts(new Referee("arithmetic", environment, new([calculator]), Experiment.Limits), new([]));
        var problems = new ProblemSource(environment, new(0.1)).Evaluate(Experiment.Evaluation.Problems, draw.At("problems"), 1);
        var groups = await rollouts.Collect(problems, 1, new Demonstrator(environment), null, draw.At(stage).At(sampling.ToString()), CancellationToken.None);
        var episodes = groups.SelectMany(group => group.Episodes).ToArray();
        log.WriteEpisodes(Evaluations.EpisodeFile(stage, sampling), episodes);
        var correct = new Proportion(episodes.Count(episode => episode.Verdict!.IsCorrect), episodes.Length);
        return new($"after {stage}", episodes.Length, sampling, correct.Value, correct.Low, correct.High, 5.2 + (7 * toolShare), episodes.Average(episode => episode.Calls), 0);
    }
}
