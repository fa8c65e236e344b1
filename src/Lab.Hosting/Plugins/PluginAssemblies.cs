using System.Reflection;
using Lab.Core;
using Lab.Environments;
using Lab.Experiments;
using Lab.Learning;
using Lab.Rewards;

namespace Lab.Hosting;

/// <summary>The assemblies that plugins are looked for in: the lab's own, then those that an experiment file names.</summary>
public static class PluginAssemblies
{
    /// <summary>The lab's own plugins.</summary>
    public static IReadOnlyList<Assembly> Own { get; } =
        [typeof(Imitate).Assembly, typeof(Ppo).Assembly, typeof(Calculator).Assembly, typeof(Correct).Assembly];

    /// <summary>The lab's own plugins and those of libraries of the user's.</summary>
    /// <param name="libraries">Their paths, relative to the source's folder.</param>
    /// <param name="source">What names them: an experiment file, or an option of the command line.</param>
    /// <param name="at">Where in the source they are named, if it is a file.</param>
    /// <exception cref="InvalidInputException">A library cannot be loaded, or its plugins are not made as plugins are.</exception>
    public static Catalog Scan(IReadOnlyList<string> libraries, string source, JsonPath? at = null)
    {
        if (libraries.Count == 0)
        {
            return Catalog.Scan(Own);
        }

        var loaded = libraries.Select((library, index) => Load(Locate(library, source), source, at?.Item(index))).ToArray();
        try
        {
            return Catalog.Scan([.. Own, .. loaded]);
        }
        catch (Exception error) when (error is InvalidOperationException or TypeLoadException or ReflectionTypeLoadException or IOException)
        {
            throw new InvalidInputException(source, [new(at?.ToString() ?? "", error.Message.ReplaceLineEndings(" "))]);
        }
    }

    /// <summary>The full path of a library.</summary>
    /// <param name="library">As the experiment file says it: relative to the file's folder.</param>
    /// <param name="source">The experiment file.</param>
    public static string Locate(string library, string source) => Path.GetFullPath(library, Path.GetDirectoryName(Path.GetFullPath(source))!);

    private static Assembly Load(string path, string source, JsonPath? at)
    {
        try
        {
            return File.Exists(path) ? new PluginLibrary(path).Load() : throw new FileNotFoundException("no such file");
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or InvalidOperationException)
        {
            throw new InvalidInputException(source, [new(at?.ToString() ?? "", $"'{path}' cannot be loaded: {error.Message}")]);
        }
    }
}
