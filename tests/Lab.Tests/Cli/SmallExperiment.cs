namespace Lab.Tests;

/// <summary>An experiment that does everything in a few seconds.</summary>
internal static class SmallExperiment
{
    public const string Text = """
        // Everything, small.
        {
          "name": "small",
          "environment": { "kind": "arithmetic", "operations": ["*"], "digits": [2, 2] },
          "tools": [{ "kind": "calculator" }],
          "policy": { "layers": 1, "width": 16, "heads": 2, "context": 64 },
          "rewards": [{ "kind": "correct" }, { "kind": "tool-economy", "weight": 0.05 }],
          "stages": [
            { "kind": "imitate", "episodes": 200, "episodesPerIteration": 100, "learningRate": 2e-3 },
            { "kind": "reinforce", "iterations": 2, "problems": 8, "attempts": 4, "learningRate": 6e-4 },
          ],
          "evaluation": { "problems": 20, "every": 1, "everyProblems": 10 },
        }
        """;
}
