using System.CommandLine;
using System.Text.Json;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Cli;

/// <summary><c>lab check</c>: runs the conformance checks on environments, tools and reward functions.</summary>
internal sealed class CheckVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Argument<string?> _kind = new("kind") { Description = "What to check. Default: everything.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> _plugins = CommonOptions.Plugins();
    private readonly Option<bool> _json = CommonOptions.Json();

    public CheckVerb(Surroundings surroundings)
        : base("check", "Check that environments, tools and rewards keep their promises.")
    {
        _surroundings = surroundings;
        Add(_kind);
        Add(_plugins);
        Add(_json);
        SetAction(Check);
    }

    private async Task<int> Check(ParseResult parse)
    {
        await using var host = await LabHost.Start(_surroundings.Catalog(parse.GetValue(_plugins)));
        var examiner = new PluginExaminer(host.Services.GetRequiredService<PluginFactory>());
        var results = new List<CheckedPlugin>();
        foreach (var plugin in Choose(examiner.Candidates.ToArray(), parse.GetValue(_kind)))
        {
            results.Add(new(Families.Name(plugin.Family), plugin.Kind, await examiner.Examine(plugin, host.Stopping)));
        }

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

    private static Plugin[] Choose(Plugin[] candidates, string? kind)
    {
        Plugin[] chosen = kind is null ? candidates : [.. candidates.Where(plugin => plugin.Kind == kind)];
        return chosen.Length > 0 ? chosen : throw new InvalidInputException(kind!, Nearest.To(kind!, candidates.Select(plugin => plugin.Kind)) is { } near
            ? $"no such environment, tool or reward; did you mean '{near}'?"
            : $"no such environment, tool or reward; there are {string.Join(", ", candidates.Select(plugin => plugin.Kind))}");
    }
}
