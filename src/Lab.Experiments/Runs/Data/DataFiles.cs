using System.Globalization;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// The data that an experiment names. A problem travels as its seed, and a seed picks a line by number: with a line more or less
/// most seeds pose another problem, and a run that goes on would not notice.
/// </summary>
public static class DataFiles
{
    /// <summary>What the environment, the tools and the rewards name. What stages and seats name are runs, of which the folder keeps what it needs.</summary>
    /// <remarks>A file that cannot be read is passed over: whoever needs it says so.</remarks>
    public static EquatableArray<DataFile> Of(Experiment experiment) => Paths(experiment).Select(named => Fingerprint.Of(named.Key, named.Value)).OfType<DataFile>().ToEquatableArray();

    /// <summary>Refuses to go on with other data than a run was planned with.</summary>
    /// <param name="experiment">What goes on: the run's own experiment, or that of a fork, which may name other files.</param>
    /// <param name="run">The run's experiment, with its records.</param>
    /// <param name="source">What to call the run in messages.</param>
    /// <exception cref="InvalidInputException">A file that both name is not what it was.</exception>
    public static void Require(Experiment experiment, Experiment run, string source)
    {
        var named = Paths(experiment);
        foreach (var then in (run.Resolved?.Data ?? []).Where(file => named.ContainsKey(file.Path)))
        {
            var now = Fingerprint.Of(then.Path, named[then.Path]);
            if (now != then)
            {
                throw new InvalidInputException(source, now is null
                    ? $"'{then.Path}', which its problems are made of, is gone or cannot be read"
                    : string.Create(CultureInfo.InvariantCulture, $"'{then.Path}' is not what the run was planned with ({then.Bytes} bytes then, {now.Bytes} now), and its problems would be others: restore it, or make a new run"));
            }
        }
    }

    // Each with the endings of what is read where it is a folder.
    private static SortedDictionary<string, IReadOnlyList<string>> Paths(Experiment experiment)
    {
        var paths = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (path, about) in ((object[])[experiment.Environment, .. experiment.Tools, .. experiment.Rewards]).SelectMany(FilePaths.Of))
        {
            paths[Path.GetFullPath(path)] = about.Endings;
        }

        return paths;
    }
}
