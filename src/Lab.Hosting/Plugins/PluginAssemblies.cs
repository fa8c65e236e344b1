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

        Assembly[] loaded = [.. libraries.Select((library, index) => Load(library, source, at?.Item(index)))];
        try
        {
            return Catalog.Scan([.. Own, .. loaded]);
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidInputException(source, [new(at?.ToString() ?? "", error.Message)], error);
        }
    }

    private static string Locate(string library, string source) => Path.GetFullPath(library, Path.GetDirectoryName(Path.GetFullPath(source))!);

    private static Assembly Load(string library, string source, JsonPath? at)
    {
        var name = Excerpt.Of(library);
        try
        {
            var path = name = Locate(library, source);
            var assembly = File.Exists(path) ? new PluginLibrary(path).Load() : throw new FileNotFoundException("there is no such file; has it been built?");
            return Ahead(assembly) is { } ahead ? throw new TypeLoadException(ahead)
                : Catalog.Scan(assembly).All.Count == 0 ? throw new InvalidOperationException("it has no plugin: no public class with an attribute such as [Environment(\"kind\", \"description\")]")
                : assembly;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException or TypeLoadException or MissingMemberException or ReflectionTypeLoadException or ArgumentException or CustomAttributeFormatException)
        {
            throw new InvalidInputException(source, [new(at?.ToString() ?? "", $"'{name}' cannot be loaded: {Reason(error).ReplaceLineEndings(" ").TrimEnd()}")], error);
        }
    }

    // A plugin may use what only a later lab has. Where the version does not say so, a type that does not fit will.
    private static string? Ahead(Assembly library) =>
        (from wanted in library.GetReferencedAssemblies()
         join own in Own.Append(typeof(Catalog).Assembly).Select(assembly => assembly.GetName()) on wanted.Name equals own.Name
         where wanted.Version > own.Version
         select $"it wants {wanted.Name} {wanted.Version}, this is {own.Version}").FirstOrDefault();

    private static string Reason(Exception error) => error switch
    {
        BadImageFormatException => "it is no .NET library",
        TypeLoadException or MissingMemberException or ReflectionTypeLoadException => $"it does not fit this version of the lab; build it again ({error.Message})",
        _ => error.Message,
    };
}
