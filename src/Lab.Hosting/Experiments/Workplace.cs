using Lab.Core;
using Lab.Experiments;

namespace Lab.Hosting;

/// <summary>Where a person works: the folder of the nearest experiments.json, and what that file says.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Machine">The file's content; the defaults where there is no such file.</param>
public sealed record Workplace(string Folder, MachineOptions Machine)
{
    /// <summary>The file that makes a folder a workplace.</summary>
    public const string FileName = "experiments.json";

    /// <summary>The schema of experiment files, which lies beside them.</summary>
    public const string SchemaName = "schema.json";

    /// <summary>The schema of comparison files, beside it.</summary>
    public const string ComparisonSchemaName = "comparison.schema.json";

    private const string Ending = ".json";

    /// <summary>Where run folders are made unless the command line says otherwise.</summary>
    public string Runs => Path.GetFullPath(Machine.Runs, Folder);

    /// <summary>The folder in which experiments are found by their bare names.</summary>
    public string Experiments => Path.Combine(Folder, "experiments");

    /// <summary>The experiment files that a bare run starts.</summary>
    public IEnumerable<string> Listed => Machine.Run.Select(path => Path.GetFullPath(path, Folder));

    /// <summary>The experiment files there are, by name.</summary>
    public IEnumerable<string> Files => Directory.Exists(Experiments)
        ? Directory.EnumerateFiles(Experiments, $"*{Ending}").Where(file => Path.GetFileName(file) is not (SchemaName or ComparisonSchemaName)).Order(StringComparer.Ordinal)
        : [];

    /// <summary>The workplace of a folder: that of the nearest experiments.json in it or above it.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read.</exception>
    public static Workplace Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, FileName);
            if (File.Exists(file))
            {
                return new(at.FullName, new MachineReader().Read(ShownPath.Of(file)));
            }
        }

        return new(Path.GetFullPath(folder), new());
    }

    /// <summary>The experiment file that a person means: a path or, without folder and ending, a name in <see cref="Experiments"/>.</summary>
    /// <param name="argument">As typed.</param>
    /// <param name="folder">What a path is relative to.</param>
    /// <exception cref="InvalidInputException">There is none of this name.</exception>
    public string Locate(string argument, string folder)
    {
        var path = Path.GetFullPath(argument, folder);
        if (File.Exists(path) || Path.GetFileName(argument) != argument || argument.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
        {
            return path;
        }

        var named = Path.Combine(Experiments, argument + Ending);
        return File.Exists(named) ? named : throw new InvalidInputException(argument, Unknown(argument));
    }

    private string Unknown(string name)
    {
        var names = Files.Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
        return Nearest.To(name, names) is { } near ? $"no such experiment; did you mean '{near}'?"
            : names.Length > 0 ? $"no such experiment; there are {string.Join(", ", names)}"
            : $"no such experiment: {ShownPath.Of(Experiments)} holds none";
    }
}
