using System.CommandLine;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary><c>lab schema</c>: writes experiments/schema.json again, for editors; for whoever changes options or plugins.</summary>
internal sealed class SchemaVerb : Command
{
    private readonly Surroundings _surroundings;

    public SchemaVerb(Surroundings surroundings)
        : base("schema", "Write experiments/schema.json again.")
    {
        _surroundings = surroundings;
        Hidden = true;
        SetAction(Write);
    }

    private int Write(ParseResult parse)
    {
        var folder = Workplace.Find(_surroundings.Folder).Experiments;
        var path = ShownPath.Of(Path.Combine(folder, Workplace.SchemaName));
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, ExperimentSchema.Write(_surroundings.Catalog([])));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, $"cannot be written: {error.Message}");
        }

        _surroundings.Out.WriteLine(path);
        return ExitCode.Done;
    }
}
