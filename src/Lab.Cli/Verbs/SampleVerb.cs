using System.CommandLine;
using System.Text.Json;
using Lab.Experiments;
using Lab.Hosting;
using Lab.Policies;

namespace Lab.Cli;

/// <summary><c>lab sample</c>: gives a run's final policy a problem and shows the transcript.</summary>
internal sealed class SampleVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<bool> _verbose;
    private readonly Argument<string> _run = CommonOptions.Run();
    private readonly Argument<string> _prompt = new("prompt") { Description = "A problem as the environment writes it, such as \"17*24=\"." };
    private readonly Option<bool> _greedy = new("--greedy") { Description = "Take the likeliest token each time." };
    private readonly Option<double> _temperature = CommonOptions.Number("--temperature", "Divides the logits before sampling.", 0.05, 10.0, 1.0);
    private readonly Option<int> _attempts = CommonOptions.Number("--attempts", "How often to try.", 1, 1000, 1);
    private readonly Option<ulong?> _seed = CommonOptions.Seed("Of the sampling. Default: the run's own.");
    private readonly Option<bool> _json = CommonOptions.Json();

    public SampleVerb(Surroundings surroundings, Option<bool> verbose)
        : base("sample", "Ask a run's policy and show what it says and does.")
    {
        (_surroundings, _verbose) = (surroundings, verbose);
        Add(_run);
        Add(_prompt);
        Add(_greedy);
        Add(_temperature);
        Add(_attempts);
        Add(_seed);
        Add(_json);
        SetAction(Sample);
    }

    private async Task<int> Sample(ParseResult parse)
    {
        var run = OpenedRun.Open(_surroundings.Path(parse.GetRequiredValue(_run)));
        if (!TorchEnvironment.IsPrepared)
        {
            return await WorkProcess.Run(_surroundings.Arguments, run.Threads);
        }

        var prompt = parse.GetRequiredValue(_prompt);
        var temperature = parse.GetValue(_greedy) ? 0 : parse.GetValue(_temperature);
        var episodes = await run.Use(
            (trained, stop) => trained.Sample(trained.Read(prompt), parse.GetValue(_attempts), temperature, parse.GetValue(_seed) ?? run.File.Experiment.Seed, stop),
            CommonOptions.Level(parse, _verbose));
        if (parse.GetValue(_json))
        {
            _surroundings.Out.WriteLine(JsonSerializer.Serialize(new { Run = run.Folder.Path, Prompt = prompt, Episodes = episodes }, RecordJson.Line));
        }
        else
        {
            TranscriptView.Write(episodes, _surroundings.Console);
        }

        return ExitCode.Done;
    }
}
