using System.CommandLine;
using Lab.Core;
using Lab.Experiments;
using Lab.Hosting;

namespace Lab.Cli;

/// <summary><c>lab schema</c>: writes the schemas in experiments/ again, for editors; for whoever changes options or plugins.</summary>
internal sealed class SchemaVerb : Command
{
    private readonly Surroundings _surroundings;

    public SchemaVerb(Surroundings surroundings)
        : base("schema", "Write the schemas in experiments/ again.")
    {
        _surroundings = surroundings;
        Hidden = true;
        SetAction(Write);
    }

    private int Write(ParseResult parse)
    {
        var folder = Workplace.Find(_surroundings.Folder).Experiments;
        foreach (var (name, text) in new[] { (Workplace.SchemaName, ExperimentSchema.Write(_surroundings.Catalog([]))), (Workplace.ComparisonSchemaName, ExperimentSchema.WriteComparison()) })
        {
            var path = ShownPath.Of(Path.Combine(folder, name));
            try
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(path, text);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new InvalidInputException(path, $"cannot be written: {error.Message}");
            }

            _surroundings.Out.WriteLine(path);
        }

        return ExitCode.Done;
    }
}
