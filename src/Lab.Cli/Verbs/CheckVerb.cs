using System.CommandLine;
using System.Text.Json;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Cli;

/// <summary><c>lab check</c>: runs the conformance checks on environments, tools, reward functions and verifiers.</summary>
internal sealed class CheckVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Argument<string?> _kind = new("what") { Description = "A kind, or an experiment file (.json) to check what it names with its options. Default: every kind.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _plugins = CommonOptions.Plugins();
    private readonly Option<bool> _json = CommonOptions.Json();

    public CheckVerb(Surroundings surroundings)
        : base("check", "Check that environments, tools, rewards and verifiers keep their promises.")
    {
        _surroundings = surroundings;
        Add(_kind);
        Add(_plugins);
        Add(_json);
        SetAction(Check);
    }

    private async Task<int> Check(ParseResult parse)
    {
        var what = parse.GetValue(_kind);
        var file = what is not null && what.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ExperimentFile.Read(_surroundings.Path(what)) : null;
        await using var host = await LabHost.Start(file?.Catalog ?? _surroundings.Catalog(parse.GetValue(_plugins)));
        var examiner = new PluginExaminer(host.Services.GetRequiredService<PluginFactory>());
        var examined = file is null ? await Examine(examiner, what, host.Stopping) : await Examine(examiner, file, host.Stopping);
        CheckedPlugin[] results = [.. examined.Select(each => new CheckedPlugin(Families.Name(each.Plugin.Family), each.Plugin.Kind, each.Checks))];
        if (parse.GetValue(_json))
        {
            _surroundings.Out.WriteLine(JsonSerializer.Serialize(results, RecordJson.Line));
        }
        else
        {
            CheckTable.Write(results, _surroundings.Console);
        }

        return results.All(result => result.Passed) ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<IReadOnlyList<ExaminedPlugin>> Examine(PluginExaminer examiner, ExperimentFile file, CancellationToken stop)
    {
        try
        {
            return await examiner.Examine(file.Experiment, stop);
        }
        catch (InvalidInputException error)
        {
            throw new InvalidInputException(file.Path, error.Errors);
        }
    }

    private async Task<IReadOnlyList<ExaminedPlugin>> Examine(PluginExaminer examiner, string? kind, CancellationToken stop)
    {
        var chosen = Choose(examiner.Candidates.ToArray(), kind).ToLookup(PluginExaminer.NeedsOptions);
        foreach (var plugin in chosen[true])
        {
            var message = "has options that somebody must say: lab check <experiment file> checks it with those of a file";
            if (kind is not null)
            {
                throw new InvalidInputException(kind, message);
            }

            _surroundings.Error.WriteLine($"not checked: {plugin.Kind} {message}");
        }

        var results = new List<ExaminedPlugin>();
        foreach (var plugin in chosen[false])
        {
            results.Add(await examiner.Examine(plugin, stop));
        }

        return results;
    }

    private static Plugin[] Choose(Plugin[] candidates, string? kind)
    {
        Plugin[] chosen = kind is null ? candidates : [.. candidates.Where(plugin => plugin.Kind == kind)];
        return chosen.Length > 0 ? chosen : throw UnknownKind.Of(kind!, "environment, tool, reward or verifier", candidates);
    }
}
