using Lab.Core;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>The final policy of another run: as a teacher, or at the table.</summary>
internal static class OtherPolicy
{
    /// <summary>The files of a run's final policy.</summary>
    /// <exception cref="InvalidInputException">There is no such run, or it has not finished.</exception>
    public static ModelFiles ReadRun(string run)
    {
        var folder = RunFolder.Open(run);
        return folder.IsFinished
            ? new ModelFolder(folder.Final).Read()
            : throw new InvalidInputException(run, "has not finished: what counts is the policy that a run ended with; lab resume goes on with one that was stopped");
    }

    /// <summary>The files of a copy that a run keeps.</summary>
    /// <exception cref="InvalidInputException">It is missing or damaged.</exception>
    public static ModelFiles ReadCopy(string path) => Manifest.Fault(path) is { } fault
        ? throw new InvalidInputException(path, $"the copy of the policy cannot be used: {fault}")
        : new ModelFolder(path).Read();

    /// <summary>Why a policy can neither teach another nor play with it; null where it can.</summary>
    /// <param name="files">The policy's.</param>
    /// <param name="tools">The tools of the experiment, which it must know by the same names.</param>
    /// <param name="context">The experiment's context, which its own must not fall short of.</param>
    public static string? Objection(ModelFiles files, IEnumerable<string> tools, int context) =>
        files.Tokenizer is not { } tokenizer || !tokenizer.Tools.SequenceEqual(tools) ? $"its policy knows other tools than this experiment: {string.Join(", ", files.Tokenizer?.Tools ?? [])}"
        : files.Architecture.Context < context ? $"its policy has a context of {files.Architecture.Context} tokens; this experiment's has {context}"
        : null;

    /// <summary>The policy of a copy that a run keeps; the caller disposes it.</summary>
    /// <exception cref="InvalidInputException">It is missing or damaged, or does not fit this one.</exception>
    public static Task<Policy> Load(string path, Policy beside, CancellationToken stop)
    {
        var files = ReadCopy(path);
        return Objection(files, beside.Renderer.Tools, beside.Layout.Architecture.Context) is { } objection
            ? throw new InvalidInputException(path, objection)
            : Policy.Load(beside.Thread, beside.Device, files, path, stop);
    }
}
