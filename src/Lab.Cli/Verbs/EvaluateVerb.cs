using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Lab.Policies;

namespace Lab.Cli;

/// <summary><c>lab evaluate</c>: measures a run's final policy on the run's held-out problems.</summary>
internal sealed class EvaluateVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<bool> _verbose;
    private readonly Argument<string> _run = CommonOptions.Run();
    private readonly Option<int> _problems = CommonOptions.Number("--problems", "Held-out problems. Default: as many as in the run's own evaluation.", 1, 1_000_000, 0);
    private readonly Option<Sampling[]> _sampling = new("--sampling") { Description = "How answers are chosen: sampled, greedy or both. Default: as in the run's own evaluation.", HelpName = "sampled|greedy", AllowMultipleArgumentsPerToken = true, CustomParser = ReadSampling };
    private readonly Option<bool> _json = CommonOptions.Json();

    public EvaluateVerb(Surroundings surroundings, Option<bool> verbose)
        : base("evaluate", "Measure a run's policy on held-out problems.")
    {
        (_surroundings, _verbose) = (surroundings, verbose);
        Add(_run);
        Add(_problems);
        Add(_sampling);
        Add(_json);
        SetAction(Evaluate);
    }

    private async Task<int> Evaluate(ParseResult parse)
    {
        var run = OpenedRun.Open(_surroundings.Path(parse.GetRequiredValue(_run)));
        if (!TorchEnvironment.IsPrepared)
        {
            return await WorkProcess.Run(_surroundings.Arguments, run.Threads);
        }

        var options = run.File.Experiment.Evaluation;
        var problems = parse.GetValue(_problems) is > 0 and var count ? count : options.Problems;
        var chosen = parse.GetValue(_sampling) is { Length: > 0 } given ? [.. given.Distinct()] : options.Sampling.ToArray();
        var results = await run.Use((trained, stop) => trained.Evaluate(problems, chosen, stop), CommonOptions.Level(parse, _verbose));
        Write(run.Folder, results, parse.GetValue(_json));
        return ExitCode.Done;
    }

    private static Sampling[] ReadSampling(ArgumentResult result)
    {
        var chosen = new List<Sampling>();
        foreach (var text in result.Tokens.Select(token => token.Value))
        {
            if (Enum.GetValues<Sampling>().Where(sampling => RunLines.Name(sampling) == text).ToArray() is [var sampling])
            {
                chosen.Add(sampling);
            }
            else
            {
                result.AddError($"--sampling: must be sampled or greedy, not '{Excerpt.Of(text)}'");
            }
        }

        return [.. chosen];
    }

    private void Write(RunFolder folder, IReadOnlyList<EvaluationResult> results, bool json)
    {
        if (json)
        {
            _surroundings.Out.WriteLine(JsonSerializer.Serialize(new { Run = folder.Path, Evaluation = results }, RecordJson.Line));
        }
        else
        {
            _surroundings.Console.Write(EvaluationTable.Of(null, results));
        }
    }
}
