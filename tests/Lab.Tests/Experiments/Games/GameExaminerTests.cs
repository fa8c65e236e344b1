using Lab.Core;
using Lab.Experiments;
using Lab.Learning;
using Lab.Policies;
using TorchSharp;

namespace Lab.Tests;

/// <summary>What an exam says of a policy whose play is known: without weights, every token is as likely.</summary>
[TestClass]
public sealed class GameExaminerTests
{
    private const int Matches = 12;

    [TestMethod]
    public async Task Without_weights_Kuhn_poker_is_played_uniformly()
    {
        var exam = await Examine("kuhn-poker", Sampling.Sampled);

        // Uniform play: NashConv 11/12, value 1/8 to the first player.
        Assert.AreEqual(11 / 12.0, exam.NashConv!.Value, 1e-6);
        Assert.AreEqual(1 / 8.0, exam.Value!.Value, 1e-6);
        Assert.HasCount(12, exam.InformationSets);
        foreach (var set in exam.InformationSets)
        {
            Assert.AreEqual(1 - (2.0 / CharacterTokenizer.Size), set.Illegal, 1e-6, "two tokens of all are legal");
        }
    }

    [TestMethod]
    public async Task Without_weights_rock_paper_scissors_is_at_its_equilibrium()
    {
        var exam = await Examine("rock-paper-scissors", Sampling.Sampled);

        Assert.AreEqual(0, exam.NashConv!.Value, 1e-6);
    }

    [TestMethod]
    public async Task Without_weights_an_optimal_move_is_one_token_of_all()
    {
        var exam = await Examine("tic-tac-toe", Sampling.Sampled);

        // Over all positions, the mean number of optimal moves, each as likely as any token.
        var game = new Environments.TicTacToe(new());
        var positions = Positions.Of(game, 1)!;
        Assert.AreEqual(Optimal(positions), exam.Optimal!.Value, 1e-6);
        CollectionAssert.AreEqual(new[] { "X", "O" }, exam.OptimalAs.Select(share => share.Role).ToArray());
        for (var seat = 0; seat < 2; seat++)
        {
            Assert.AreEqual(Optimal(positions.Where(position => position.Seat == seat)), exam.OptimalAs[seat].Optimal, 1e-6);
        }

        double Optimal(IEnumerable<Situation> positions) =>
            positions.Average(position => game.Perfect(position.State, position.Seat).Count) / CharacterTokenizer.Size;
    }

    [TestMethod]
    public async Task A_policy_that_never_makes_a_legal_move_loses_every_line_at_once_by_its_own_fault()
    {
        // Of tokens that are as likely, the first is taken: no move.
        var exam = await Examine("tic-tac-toe", Sampling.Greedy);

        Assert.AreEqual(0, exam.Optimal);
        CollectionAssert.AreEqual(new RoleOptimal[] { new("X", 0), new("O", 0) }, exam.OptimalAs.ToArray());
        CollectionAssert.AreEqual(new RoleLines[] { new("X", 1, 1), new("O", 9, 9) }, exam.LosingLines.ToArray());
        foreach (var record in exam.Matches)
        {
            Assert.AreEqual((Matches, 0, 0, 0, Matches, 0, -1.5), (record.Matches, record.Won, record.Drawn, record.Lost, record.Illegal, record.Spoiled, record.Payoff));
        }
    }

    [TestMethod]
    public async Task What_an_older_policy_spoils_counts_for_nobody()
    {
        var older = await Blank();
        await using var letting = older.ConfigureAwait(false);
        var exam = await Examine("tic-tac-toe", Sampling.Greedy, older);

        // As O it never comes to move: the older one, sampled from all tokens, has spoilt nearly every match before.
        var second = exam.Matches.Single(record => record is { Opponent: "older", Role: "O" });
        Assert.AreEqual(Matches, second.Spoiled + second.Illegal);
        Assert.IsGreaterThan(Matches / 2, second.Spoiled);
        Assert.AreEqual(second.Illegal > 0 ? -1.5 : 0, second.Payoff);
    }

    [TestMethod]
    public async Task The_same_deals_are_played_from_every_seat()
    {
        var groups = (await Sit("kuhn-poker", Sampling.Sampled, null)).Groups;

        Assert.HasCount(2 * Matches, groups);
        var deals = groups.Select(group => (group.Episodes.Single().Seat, group.Problem.Seed, group.Problem.Key)).ToArray();
        Assert.IsTrue(deals[..Matches].All(deal => deal.Seat == 0) && deals[Matches..].All(deal => deal.Seat == 1));
        CollectionAssert.AreEqual(deals[..Matches].Select(deal => (deal.Seed, deal.Key)).ToArray(), deals[Matches..].Select(deal => (deal.Seed, deal.Key)).ToArray());
        Assert.IsGreaterThan(1, deals.Select(deal => deal.Key).Distinct().Count());
    }

    private static async Task<GameExam> Examine(string kind, Sampling sampling, Policy? older = null) => (await Sit(kind, sampling, older)).Exam;

    private static async Task<(GameExam Exam, IReadOnlyList<Group> Groups)> Sit(string kind, Sampling sampling, Policy? older)
    {
        using var runs = new Runs();
        var experiment = runs.Read($$"""{ "name": "exam", "environment": { "kind": "{{kind}}" }, "rewards": [{ "kind": "outcome" }], "stages": [{ "kind": "reinforce" }] }""");
        var parts = new ExperimentParts(experiment, runs.Plugins, []);
        var policy = await Blank();
        await using var letting = policy.ConfigureAwait(false);
        var problems = parts.Problems.Evaluate(Matches, Draw.From(1), 1);
        var examiner = new GameExaminer(parts, new(), problems, Draw.From(2));
        var others = older is null ? new Dictionary<string, Policy>() : new() { ["older"] = older };
        return await examiner.Examine(policy, sampling, Matches, others, CancellationToken.None);
    }

    private static async Task<Policy> Blank()
    {
        var policy = await Torch.Tiny();
        await policy.Thread.Run(() =>
        {
            using var without = torch.no_grad();
            policy.Flat.zero_();
        }, CancellationToken.None);
        return policy;
    }
}
