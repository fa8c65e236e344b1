using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>The final policy of another run, as a teacher.</summary>
internal static class Teaching
{
    /// <summary>Its files.</summary>
    /// <param name="run">The run's folder.</param>
    /// <param name="tools">The tools of the experiment, which it must know by the same names.</param>
    /// <param name="context">The experiment's context, which its own must not fall short of.</param>
    /// <exception cref="InvalidInputException">There is none, or it cannot teach this experiment's policy.</exception>
    public static ModelFiles Read(string run, IEnumerable<string> tools, int context)
    {
        var files = new ModelFolder(RunFolder.Open(run).Final).Read();
        if (files.Tokenizer is not { } tokenizer || !tokenizer.Tools.SequenceEqual(tools))
        {
            throw new InvalidInputException(run, $"its policy knows other tools than this experiment: {string.Join(", ", files.Tokenizer?.Tools ?? [])}");
        }

        return files.Architecture.Context >= context
            ? files
            : throw new InvalidInputException(run, $"its policy has a context of {files.Architecture.Context} tokens; this experiment's has {context}");
    }

    /// <summary>The policy itself; the caller disposes it.</summary>
    public static Task<Policy> Load(string run, Policy student, CancellationToken stop) => Policy.Load(
        student.Thread,
        student.Device,
        Read(run, student.Renderer.Tools, student.Layout.Architecture.Context),
        run,
        stop);
}
