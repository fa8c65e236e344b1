namespace Lab.Experiments;

/// <summary>What a policy came to, as a headline says it: accuracy or, in a game, what is known best about its play.</summary>
/// <param name="Figure">The number that stands for <see cref="EvaluationResult.Merit"/>.</param>
/// <param name="Name">What it is called, in a word or two.</param>
/// <param name="Meaning">What it is a number of, in a sentence that begins with it.</param>
public readonly record struct Achievement(string Figure, string Name, string Meaning)
{
    public static Achievement Of(EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Game switch
        {
            null => new(Figures.Percent(result.Accuracy), "correct", $"on {Problems(result.Problems)}"),
            { NashConv: { } left } => new(Figures.Fixed(left, 3), "NashConv", "NashConv, where 0 is an equilibrium,"),
            { Optimal: { } optimal } => new(Figures.Percent(optimal), "optimal moves", "optimal moves over all positions"),
            _ => new(Figures.Fixed(result.Merit, 3), "payoff", $"mean payoff of {Figures.Count(result.Problems)} matches against uniform play"),
        };
    }

    /// <summary>What the numbers of a run or a comparison mean.</summary>
    public static string Explain(bool isGame) => isGame
        ? "Every deal is played from every seat, against a player who makes any legal move; what is known exactly about the game is worked out apart."
        : "Right is what the environment’s verifier calls right, whatever the reward; held-out problems are those that no training stage could pose.";

    /// <summary>So many of them, in words.</summary>
    public static string Problems(int count) => $"{Figures.Count(count)} held-out problem{(count == 1 ? "" : "s")}";
}
