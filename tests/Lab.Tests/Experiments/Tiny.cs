namespace Lab.Tests;

/// <summary>experiments/tiny.json with less of everything: four iterations of each stage in less than a second.</summary>
internal static class Tiny
{
    public const string Text = """
        {
          "name": "tiny",
          "environment": { "kind": "arithmetic", "operations": ["+"], "digits": [1, 1], "heldOut": 0.2,
                           "demonstrations": { "toolShare": 0.5, "mistyped": 0.25, "misread": 0.15 } },
          "tools": [{ "kind": "calculator" }],
          "policy": { "layers": 1, "width": 16, "heads": 2, "context": 32, "rotaryBase": 100 },
          "rewards": [{ "kind": "correct" }, { "kind": "tool-economy", "weight": 0.05 }],
          "stages": [
            { "kind": "imitate", "episodes": 1200, "episodesPerIteration": 300, "learningRate": 0.005, "optimizer": { "minibatchTokens": 512 } },
            { "kind": "reinforce", "algorithm": { "kind": "ppo", "regularizers": [{ "kind": "kl", "coefficient": 0.01 }, { "kind": "entropy" }] }, "iterations": 4, "problems": 16, "attempts": 4, "learningRate": 0.003, "optimizer": { "minibatchTokens": 512 } }
          ],
          "evaluation": { "problems": 20, "every": 3, "everyProblems": 10 }
        }
        """;
}
