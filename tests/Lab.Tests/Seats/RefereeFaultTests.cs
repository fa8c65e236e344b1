using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

/// <summary>The lab's own failures: undecided, never wrong, and never an exception through the run.</summary>
[TestClass]
public sealed class RefereeFaultTests
{
    [TestMethod]
    public async Task A_tool_that_throws_leaves_the_match_undecided()
    {
        var tools = ScriptedTool.Box("calculator", _ => throw new InvalidOperationException("out of paper"));
        var sums = new Arithmetic(new());
        var match = await new Referee("arithmetic", sums, tools, new())
            .Play(sums.Pose(1, 1), [new ScriptedPlayer(Segment.Say(new CallPart("calculator", "1+1")))], default, default);

        AssertBroken(match, "out of paper");
        Assert.AreEqual(Role.Said, match.Episodes[0].Last.Role, "the policy sees nothing of it");
    }

    [TestMethod]
    public async Task A_tool_that_returns_nothing_leaves_the_match_undecided()
    {
        var sums = new Arithmetic(new());
        var match = await new Referee("arithmetic", sums, ScriptedTool.Box("calculator", _ => null!), new())
            .Play(sums.Pose(1, 1), [new ScriptedPlayer(Segment.Say(new CallPart("calculator", "1+1")))], default, default);

        AssertBroken(match, "returned nothing");
    }

    [TestMethod]
    [DynamicData(nameof(FaultyTurns))]
    public async Task A_course_that_makes_no_sense_leaves_every_seat_undecided(Func<Turn?> next, string reason)
    {
        var players = new[] { new ScriptedPlayer(), new ScriptedPlayer() };
        var environment = new Faulty(next, () => Verdict.Correct(null));
        var match = await new Referee("faulty", environment, Toolbox.Empty, new()).Play(environment.Pose(1, 1), players, default, default);

        AssertBroken(match, reason);
        Assert.IsTrue(players.All(player => player.Left == 1));
    }

    public static IEnumerable<(Func<Turn?> Next, string Reason)> FaultyTurns =>
    [
        (() => throw new InvalidOperationException("lost the dice"), "lost the dice"),
        (() => null, "no turn"),
        (() => new Turn.Say(2), "seat 2 of 2"),
        (() => new Turn.Say(-1), "seat -1 of 2"),
        (() => new Turn.Observe(9, []), "seat 9 of 2"),
        (() => new Turn.Call(2, new("calculator", "")), "seat 2 of 2"),
        (() => new Turn.End(2), "seat 2 of 2"),
    ];

    [TestMethod]
    [DynamicData(nameof(FaultyVerdicts))]
    public async Task A_verifier_that_fails_leaves_the_episode_undecided(Func<Verdict?> verify, string reason)
    {
        var environment = new Faulty(() => new Turn.End(), verify);
        var match = await new Referee("faulty", environment, Toolbox.Empty, new())
            .Play(environment.Pose(1, 1), [new ScriptedPlayer(), new ScriptedPlayer()], default, default);

        foreach (var episode in match.Episodes)
        {
            Assert.AreEqual(StopReason.Answered, episode.StopReason);
            Assert.AreEqual(Outcome.Undecided, episode.Verdict!.Outcome);
            Assert.Contains(reason, episode.Verdict.Reason!);
            Assert.IsFalse(episode.IsLearnable);
        }
    }

    public static IEnumerable<(Func<Verdict?> Verify, string Reason)> FaultyVerdicts =>
    [
        (() => throw new InvalidOperationException("no red pen"), "no red pen"),
        (() => null, "no verdict"),
    ];

    [TestMethod]
    public async Task A_stopped_run_stops_the_match_and_the_seats_are_left()
    {
        var sums = new Arithmetic(new());
        var player = ScriptedPlayer.Saying("408");

        await Assert.ThrowsExactlyAsync<OperationCanceledException>(() =>
            new Referee("arithmetic", sums, Toolbox.Empty, new()).Play(sums.Pose(1, 1), [player], default, new CancellationToken(canceled: true)));
        Assert.AreEqual(1, player.Left);
    }

    [TestMethod]
    public async Task A_tool_that_stops_with_the_run_is_no_failure_of_the_tool()
    {
        using var stop = new CancellationTokenSource();
        var tools = ScriptedTool.Box("calculator", _ =>
        {
            stop.Cancel();
            throw new OperationCanceledException();
        });
        var sums = new Arithmetic(new());

        await Assert.ThrowsExactlyAsync<OperationCanceledException>(() =>
            new Referee("arithmetic", sums, tools, new()).Play(sums.Pose(1, 1), [new ScriptedPlayer(Segment.Say(new CallPart("calculator", "1")))], default, stop.Token));
    }

    [TestMethod]
    public async Task A_player_that_cannot_sit_down_leaves_no_seat_taken()
    {
        var first = new ScriptedPlayer();
        var environment = new MatchingPennies();

        await Assert.ThrowsExactlyAsync<NotSupportedException>(() =>
            new Referee("pennies", environment, Toolbox.Empty, new()).Play(environment.Pose(1, 1), [first, new Absent()], default, default));
        Assert.AreEqual(1, first.Left);
    }

    private static void AssertBroken(Match match, string reason)
    {
        foreach (var episode in match.Episodes)
        {
            Assert.AreEqual(StopReason.Broken, episode.StopReason);
            Assert.AreEqual(Outcome.Undecided, episode.Verdict!.Outcome);
            Assert.Contains(reason, episode.Verdict.Reason!);
            Assert.IsFalse(episode.IsLearnable);
        }
    }

    private sealed class Faulty(Func<Turn?> next, Func<Verdict?> verify) : IEnvironment
    {
        public Problem Pose(ulong seed, double difficulty) => new MatchingPennies().Pose(seed, difficulty);

        public Turn Next(Problem problem, Match soFar) => next()!;

        public Verdict Verify(Problem problem, Episode episode) => verify()!;
    }

    private sealed class Absent : IPlayer
    {
        public ISeated Sit(Problem problem, int seat, Draw draw) => throw new NotSupportedException();
    }
}
