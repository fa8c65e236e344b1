using Lab.Core;

namespace Lab.Experiments;

/// <summary>One of several players, drawn for each problem. All attempts at it meet the same one: only then can they be compared.</summary>
internal sealed class DrawnPlayer(IReadOnlyList<IPlayer> players) : IPlayer
{
    public ISeated Sit(Problem problem, int seat, Draw draw) =>
        players[Draw.From(problem.Seed).At("opponent").Below(players.Count)].Sit(problem, seat, draw);
}
