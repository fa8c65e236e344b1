using Lab.Core;
using Lab.Hosting;
using Spectre.Console;

namespace Lab.Cli;

/// <summary>What a command works in.</summary>
/// <param name="Console">Where results go: the standard output.</param>
/// <param name="Error">Where complaints go.</param>
/// <param name="Folder">What paths are relative to.</param>
/// <param name="Time">Measures.</param>
internal sealed record Surroundings(IAnsiConsole Console, TextWriter Error, string Folder, TimeProvider Time)
{
    /// <summary>The standard output as plain text: for JSON, and for lines that must not be wrapped.</summary>
    public TextWriter Out => Console.Profile.Out.Writer;

    /// <summary>Where a person's own words come from: the standard input.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Whether they are typed at a terminal, which shows them as they come.</summary>
    public bool IsTyped { get; init; }

    /// <summary>Whether the output is a terminal on which a display can change.</summary>
    public bool IsTerminal => Console.Profile.Out.IsTerminal && Console.Profile.Capabilities.Ansi;

    /// <summary>The command line, as it was given.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The path that an argument means, as messages show it.</summary>
    public string Path(string argument) => ShownPath.Of(System.IO.Path.GetFullPath(argument, Folder));

    /// <summary>Says what a person should know, a line each, where complaints go.</summary>
    public void Warn(string source, IEnumerable<InputError> warnings)
    {
        foreach (var warning in warnings)
        {
            Error.WriteLine($"warning: {source}: {warning.Path}: {warning.Message}");
        }
    }

    /// <summary>The lab's own plugins and those of these libraries.</summary>
    /// <exception cref="InvalidInputException">A library cannot be loaded.</exception>
    public Catalog Catalog(IEnumerable<string>? libraries) =>
        PluginAssemblies.Scan([.. (libraries ?? []).Select(library => System.IO.Path.GetFullPath(library, Folder))], "--plugin");
}
