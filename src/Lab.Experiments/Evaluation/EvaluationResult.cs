namespace Lab.Experiments;

/// <summary>How a policy did on held-out problems, by the environment's verdict.</summary>
/// <param name="When">Such as "after imitate".</param>
/// <param name="Problems">How many.</param>
/// <param name="Sampling">How answers were chosen.</param>
/// <param name="Accuracy">The share of correct episodes.</param>
/// <param name="Low">Lower end of its interval of 95 % confidence (Wilson).</param>
/// <param name="High">Upper end.</param>
/// <param name="TokensPerEpisode">Said tokens.</param>
/// <param name="CallsPerEpisode">Calls of tools.</param>
/// <param name="Undecided">Episodes that the lab could not decide; they count as wrong.</param>
public sealed record EvaluationResult(
    string When,
    int Problems,
    Sampling Sampling,
    double Accuracy,
    double Low,
    double High,
    double TokensPerEpisode,
    double CallsPerEpisode,
    int Undecided)
{
    /// <summary>Of a game: how the policy plays it. Then the problems are matches against a player who makes any legal move.</summary>
    public GameExam? Game { get; init; }

    /// <summary>Tells the better of two policies: the greater, the better.</summary>
    public double Merit => Achievement.Of(this).Merit;
}
