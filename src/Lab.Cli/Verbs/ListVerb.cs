using System.CommandLine;
using System.Text.Json;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary><c>lab list</c>: the plugins and the experiments there are.</summary>
internal sealed class ListVerb : Command
{
    private readonly Surroundings _surroundings;
    private readonly Option<string[]> _plugins = CommonOptions.Plugins();
    private readonly Option<bool> _json = CommonOptions.Json();

    public ListVerb(Surroundings surroundings)
        : base("list", "Say which environments, tools, rewards, stages, algorithms and experiments there are.")
    {
        _surroundings = surroundings;
        Add(_plugins);
        Add(_json);
        SetAction(List);
    }

    private int List(ParseResult parse)
    {
        var catalog = _surroundings.Catalog(parse.GetValue(_plugins));
        // A family of options such as EnvironmentOptions holds environments.
        var sections = catalog.All.GroupBy(plugin => plugin.Family).ToDictionary(
            family => Families.Plural(family.Key),
            family => family.Select(plugin => new Entry(plugin.Kind, plugin.Description)).ToArray());
        sections["experiments"] = [.. Workplace.Find(_surroundings.Folder).Files.Select(file => new Entry(Path.GetFileNameWithoutExtension(file), ExperimentDescription.Of(file)))];
        if (parse.GetValue(_json))
        {
            _surroundings.Out.WriteLine(JsonSerializer.Serialize(sections, RecordJson.Line));
        }
        else
        {
            _surroundings.Console.Write(EntryTable.Of(sections.SelectMany(section => section.Value.Select((entry, index) => (index == 0 ? section.Key : "", entry.Name, entry.Description)))));
        }

        return ExitCode.Done;
    }

    private sealed record Entry(string Name, string Description);
}
