using System.Text.Json;

namespace Lab.Experiments;

/// <summary>The run's experiment.json as it stands there: names and values, for people.</summary>
internal sealed record ResolvedFile
{
    private const string Name = "experiment.json";

    /// <summary>All of it; empty where it could not be read.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The environment's options by dotted name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; private init; } = [];

    /// <summary>The tools by kind, each with its options.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tools { get; private init; } = [];

    /// <summary>The reward functions by kind, each with its weight and its options.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Rewards { get; private init; } = [];

    /// <summary>What could not be read, in a sentence; null where all of it was.</summary>
    public string? Fault { get; private init; }

    public static ResolvedFile Read(RunFolder folder)
    {
        var text = "";
        try
        {
            text = File.ReadAllText(folder.Experiment);
            using var document = JsonDocument.Parse(text);
            var members = document.RootElement;
            return new()
            {
                Text = text,
                Environment = [.. JsonOptions.Of(JsonOptions.Member(members, "environment"))],
                Tools = [.. JsonOptions.OfPlugins(JsonOptions.Member(members, "tools"))],
                Rewards = [.. JsonOptions.OfPlugins(JsonOptions.Member(members, "rewards"))],
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new() { Fault = $"{Name} could not be read: {error.Message}" };
        }
        catch (JsonException)
        {
            return new() { Text = text, Fault = $"{Name} is damaged." };
        }
    }
}
