using Lab.Core;

namespace Lab.Experiments;

/// <summary>
/// What a policy came to: accuracy or, in a game, what is known best about its play. There a share of matches won would mislead: an
/// equilibrium gains less from a weak player than greed does.
/// </summary>
/// <param name="Merit">Tells the better of two policies: the greater, the better.</param>
/// <param name="Figure">The number that a headline shows for it.</param>
/// <param name="Name">What it is called, in a word or two.</param>
/// <param name="Meaning">What it is a number of, in a sentence that begins with it.</param>
public readonly record struct Achievement(double Merit, string Figure, string Name, string Meaning)
{
    public static Achievement Of(EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Game switch
        {
            null => new(result.Accuracy, Figures.Percent(result.Accuracy), "correct", $"on {Problems(result.Problems)}"),
            { NashConv: { } left } => new(-left, Figures.Fixed(left, 3), "NashConv", "NashConv, where 0 is an equilibrium,"),
            { Optimal: { } optimal } => new(optimal, Figures.Percent(optimal), "optimal moves", "optimal moves over all positions"),
            var game => Payoff(game.Matches.Where(record => record.Opponent == StrategyPlayer.UniformName).Average(record => record.Payoff)),
        };

        Achievement Payoff(double mean) => new(mean, Figures.Fixed(mean, 3), "payoff", $"mean payoff of {Figures.Count(result.Problems)} matches against uniform play");
    }

    /// <summary>What the numbers of a run or a comparison mean.</summary>
    public static string Explain(bool isGame) => isGame
        ? "Every deal is played from every seat, against a player who makes any legal move; what is known exactly about the game is worked out apart."
        : "Right is what the environment’s verifier calls right, whatever the reward; held-out problems are those that no training stage could pose.";

    /// <summary>So many of them, in words.</summary>
    public static string Problems(int count) => $"{Figures.Count(count)} held-out problem{(count == 1 ? "" : "s")}";
}
