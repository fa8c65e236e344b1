using System.CommandLine;
using System.Globalization;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Cli;

/// <summary><c>lab run</c>: reads experiments, checks them, and runs each in a process of its own.</summary>
internal sealed class RunVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<bool> _verbose;
    private readonly Argument<string[]> _experiments = new("experiment") { Description = "Files of experiments or comparisons, or names in experiments/. Default: what experiments.json lists.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string[]> _set = new("--set") { Description = "Change the file, such as environment.digits=[3,3] or stages.reinforce.iterations=5.", HelpName = "path=value" };
    private readonly Option<string?> _output = new("--output") { Description = "Where run folders are made. Default: runs, beside experiments.json.", HelpName = "folder" };
    private readonly Option<ulong?> _seed = CommonOptions.Seed("The root of all randomness: same seed, same result.");
    private readonly Option<bool> _explain = new("--explain") { Description = "Print the file with every default filled in, and stop." };
    private readonly Option<bool> _plain = CommonOptions.Plain();
    private readonly Option<bool> _json = CommonOptions.Json("Print the report as JSON and nothing else, one line for each run.");

    public RunVerb(Surroundings surroundings, Option<bool> verbose)
        : base("run", "Run experiments: train, evaluate, report.")
    {
        (_surroundings, _verbose) = (surroundings, verbose);
        _experiments.Validators.Add(CommonOptions.RefuseOptions(this));
        Add(_experiments);
        Add(_set);
        Add(_output);
        Add(_seed);
        Add(_explain);
        Add(_plain);
        Add(_json);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parse)
    {
        var workplace = Workplace.Find(_surroundings.Folder);
        var orders = Read(parse, workplace).ToArray();
        if (parse.GetValue(_explain))
        {
            foreach (var (experiment, catalog) in orders.SelectMany(order => order.Experiments))
            {
                _surroundings.Out.Write(new ExperimentWriter(catalog).Write(experiment));
            }

            return ExitCode.Done;
        }

        // Nothing is written before everything is known to be right.
        foreach (var order in orders)
        {
            await using var host = await LabHost.Start(order.Catalog);
            _surroundings.Warn(order.Source, await order.Check(host.Services.GetRequiredService<RunPlanner>(), host.Stopping));
        }

        var parent = ShownPath.Of(parse.GetValue(_output) is { } output ? Path.GetFullPath(output, _surroundings.Folder) : workplace.Runs);
        foreach (var order in orders)
        {
            var work = order switch
            {
                RunOrder.Compared(var file) => Work(file, parent, parse),
                RunOrder.Single(var file) => Work(file, parent, parse),
                _ => throw new NotSupportedException(),
            };
            if (await work is not ExitCode.Done and var code)
            {
                return code;
            }
        }

        return ExitCode.Done;
    }

    private IEnumerable<RunOrder> Read(ParseResult parse, Workplace workplace)
    {
        var names = parse.GetValue(_experiments) ?? [];
        var paths = names.Length > 0 ? names.Select(name => workplace.Locate(name, _surroundings.Folder)) : workplace.Listed;
        string[] overrides = [.. parse.GetValue(_set) ?? []];
        if (parse.GetValue(_seed) is { } seed)
        {
            overrides = [.. overrides, string.Create(CultureInfo.InvariantCulture, $"seed={seed}")];
        }

        var none = true;
        foreach (var path in paths)
        {
            none = false;
            yield return RunOrder.Read(ShownPath.Of(path), overrides, workplace.Machine);
        }

        if (none)
        {
            throw new InvalidInputException(Workplace.FileName, "lists no experiment, here or above; say which to run, such as lab run quickstart");
        }
    }

    private async Task<int> Work(ComparisonFile file, string parent, ParseResult parse)
    {
        ComparisonFolder folder;
        await using (var host = await LabHost.Start(file.Catalog))
        {
            folder = host.Services.GetRequiredService<RunPlanner>().Create(file.Comparison, file.Name, file.Runs, parent);
        }

        var json = parse.GetValue(_json);
        var lives = !json && !parse.GetValue(_plain) && _surroundings.IsTerminal;
        string[] flags = [.. lives ? [] : new[] { _plain.Name }, .. CommonOptions.Given(parse, _verbose)];
        return await new ComparisonWork(folder, _surroundings, lives, json, flags).Run();
    }

    private async Task<int> Work(ExperimentFile file, string parent, ParseResult parse)
    {
        string run;
        await using (var host = await LabHost.Start(file.Catalog))
        {
            run = host.Services.GetRequiredService<RunPlanner>().Create(file.Experiment, parent).Path;
        }

        return await RunProcess.Work(run, file.Experiment.Resolved!.Threads, CommonOptions.Given(parse, _plain, _json, _verbose), _surroundings);
    }
}
