using System.CommandLine;
using System.CommandLine.Parsing;
using Lab.Core;

namespace Lab.Cli;

/// <summary>What is wrong with a command line, one line each.</summary>
internal static class ParseMistakes
{
    private const string Program = "lab";

    /// <summary>Writes them; gives the exit code.</summary>
    public static int Write(ParseResult parse, TextWriter output)
    {
        var command = parse.CommandResult;
        var name = command.Parent is null ? Program : $"{Program} {command.Command.Name}";
        var lines = parse.UnmatchedTokens.Count > 0
            ? parse.UnmatchedTokens.Select(token => $"{name}: {Unknown(token, command.Command)}")
            : parse.Errors.Select(error => $"{name}: {Read(error)}");
        foreach (var line in lines.Distinct())
        {
            output.WriteLine(line);
        }

        output.WriteLine($"{name} --help says more");
        return ExitCode.BadInput;
    }

    /// <summary>That a token means nothing here, and what may have been meant.</summary>
    public static string Unknown(string token, Command command)
    {
        var names = token.StartsWith('-') ? command.Options.Select(option => option.Name) : command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name);
        var sort = token.StartsWith('-') ? "no such option" : command.Subcommands.Count > 0 ? "no such command" : "one argument too many";
        return $"'{Excerpt.Of(token)}': {sort}{(Nearest.To(token, names) is { } near ? $"; did you mean '{near}'?" : "")}";
    }

    private static string Read(ParseError error) =>
        error.SymbolResult is ArgumentResult { Tokens.Count: 0, Argument: var argument } and { Parent: CommandResult } ? $"<{argument.Name}> is missing" : error.Message;
}
