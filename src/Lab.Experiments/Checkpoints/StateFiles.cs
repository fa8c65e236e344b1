using System.Text.Json;
using System.Text.Json.Serialization;
using Lab.Core;
using Lab.Learning;

namespace Lab.Experiments;

/// <summary>A <see cref="RunState"/> as the files of a folder, bit for bit: a model, the learner's tensors, and the rest as JSON.</summary>
internal static class StateFiles
{
    private const string Rest = "state.json";
    private const string Learner = "learner.safetensors";

    // Baselines and coefficients may be infinite; a number that comes back is the one that went.
    private static readonly JsonSerializerOptions s_json = new(RecordJson.Indented) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static void Write(string folder, RunState state)
    {
        new ModelFolder(folder).Write(state.Policy);
        if (state.Learner is { } learner)
        {
            DurableFile.Write(Path.Combine(folder, Learner), stream => Safetensors.Write(stream, LearnerTensors.Of(learner)));
        }

        var rest = new StateRecord(
            state.Stage, state.At, state.Version, state.Seconds, state.Counts, state.Evaluations, state.Best,
            state.Learner is null ? null : new(state.Learner.Steps, state.Learner.Numbers));
        DurableFile.Write(Path.Combine(folder, Rest), JsonSerializer.Serialize(rest, s_json) + "\n");
    }

    /// <exception cref="InvalidInputException">A file is missing or damaged.</exception>
    public static RunState Read(string folder)
    {
        try
        {
            var rest = JsonSerializer.Deserialize<StateRecord>(File.ReadAllText(Path.Combine(folder, Rest)), s_json)!;
            return new()
            {
                At = rest.At,
                Stage = rest.Stage,
                Policy = new ModelFolder(folder).Read(),
                Version = rest.Version,
                Learner = rest.Learner is { } learner ? LearnerTensors.Read(Safetensors.ReadFile(Path.Combine(folder, Learner)).Tensors, learner.Steps, learner.Numbers) : null,
                Counts = rest.Counts,
                Evaluations = rest.Evaluations,
                Best = rest.Best,
                Seconds = rest.Seconds,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidInputException(folder, error.Message);
        }
    }

    private sealed record StateRecord(
        string Stage,
        Position At,
        string Version,
        double Seconds,
        RunCounts Counts,
        IReadOnlyList<EvaluationResult> Evaluations,
        BestCheckpoint? Best,
        LearnerRecord? Learner);

    private sealed record LearnerRecord(long Steps, IReadOnlyDictionary<string, double> Numbers);
}
