using System.CommandLine;
using Lab.Core;
using Lab.Experiments;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Cli;

/// <summary>The command line, from its arguments to its exit code.</summary>
internal static class LabCommand
{
    public static async Task<int> Run(IReadOnlyList<string> arguments, Surroundings surroundings)
    {
        surroundings = surroundings with { Arguments = arguments };
        var verbose = new Option<bool>("--verbose") { Description = "Log what happens, and show where an error came from.", Recursive = true };
        var parse = Root(surroundings, verbose).Parse(arguments.Count == 0 ? ["--help"] : arguments);
        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Out,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,
            // A run ends when it has saved what it learned, however long that takes.
            ProcessTerminationTimeout = null,
        };
        try
        {
            return parse.Errors.Count == 0 ? await parse.InvokeAsync(invocation) : ParseMistakes.Write(parse, surroundings.Error);
        }
        catch (Exception error)
        {
            return Explain(error, surroundings.Error, parse.GetValue(verbose));
        }
    }

    private static RootCommand Root(Surroundings surroundings, Option<bool> verbose) =>
        new("A lab for language models that learn by doing: they imitate, then they improve.")
        {
            verbose,
            new RunVerb(surroundings, verbose),
            new ResumeVerb(surroundings, verbose),
            new ForkVerb(surroundings, verbose),
            new ReplayVerb(surroundings, verbose),
            new EvaluateVerb(surroundings, verbose),
            new SampleVerb(surroundings, verbose),
            new PlayVerb(surroundings, verbose),
            new ListVerb(surroundings),
            new CheckVerb(surroundings),
            new DoctorVerb(surroundings),
            new WorkVerb(surroundings, verbose),
            new SchemaVerb(surroundings),
        };

    private static int Explain(Exception error, TextWriter output, bool verbose)
    {
        var (code, message) = error switch
        {
            InvalidInputException => (ExitCode.BadInput, error.Message),
            OperationCanceledException => (ExitCode.Interrupted, "interrupted"),
            RunFailedException or LearningDivergedException or TorchUnavailableException => (ExitCode.Failed, error.Message),
            _ => (ExitCode.Failed, $"unexpected {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")} (--verbose shows where)"),
        };
        output.WriteLine(verbose ? error.ToString() : message);
        return code;
    }
}
