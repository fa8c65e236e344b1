using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Lab.Core;
using Microsoft.Extensions.Logging;

namespace Lab.Cli;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    /// <summary>For scripts.</summary>
    public static Option<bool> Json(string description = "Print JSON and nothing else.") => new("--json") { Description = description };

    public static Option<bool> Plain() => new("--plain") { Description = "Plain lines instead of a live display; so it is where the output is no terminal." };

    public static Argument<string> Run() => new("run") { Description = "A run folder, such as runs/quickstart-20260101-120000." };

    /// <summary>Libraries of the user's, which no experiment file names here.</summary>
    public static Option<string[]> Plugins() => new("--plugin") { Description = "Also look into this library of your own.", HelpName = "file" };

    public static Option<ulong?> Seed(string description) => Optional("--seed", description, ulong.MinValue, ulong.MaxValue);

    /// <summary>A number with bounds, both allowed, that need not be said.</summary>
    public static Option<T?> Optional<T>(string name, string description, T low, T high)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = "n",
            CustomParser = result => Read(result, name, low, high),
        };

    /// <summary>A number with bounds, both allowed.</summary>
    public static Option<T> Number<T>(string name, string description, T low, T high, T otherwise)
        where T : struct, INumber<T> => new(name)
        {
            Description = description,
            HelpName = "n",
            DefaultValueFactory = _ => otherwise,
            CustomParser = result => Read(result, name, low, high),
        };

    /// <summary>Keeps an argument that takes anything from taking a mistyped option.</summary>
    public static Action<ArgumentResult> RefuseOptions(Command command) => result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal)))
        {
            result.AddError(ParseMistakes.Unknown(token.Value, command));
        }
    };

    /// <summary>The least level that is logged.</summary>
    public static LogLevel Level(ParseResult parse, Option<bool> verbose) => parse.GetValue(verbose) ? LogLevel.Debug : LogLevel.Warning;

    /// <summary>The flags that were given, to be handed on.</summary>
    public static IEnumerable<string> Given(ParseResult parse, params IEnumerable<Option<bool>> flags) =>
        flags.Where(parse.GetValue).Select(flag => flag.Name);

    private static T Read<T>(ArgumentResult result, string name, T low, T high)
        where T : struct, INumber<T>
    {
        var text = result.Tokens[^1].Value;
        if (!T.TryParse(text, CultureInfo.InvariantCulture, out var value) || !(value >= low && value <= high))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: must be a number from {low} to {high}, not '{Excerpt.Of(text)}'"));
        }

        return value;
    }
}
