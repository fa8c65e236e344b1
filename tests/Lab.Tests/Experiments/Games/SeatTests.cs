using Lab.Core;
using Lab.Experiments;

namespace Lab.Tests;

[TestClass]
public sealed class SeatTests
{
    private const string Kuhn = """
        {
          "name": "kuhn",
          "environment": { "kind": "kuhn-poker" },
          "policy": { "layers": 1, "width": 16, "heads": 2, "context": 32, "rotaryBase": 100 },
          "rewards": [{ "kind": "outcome" }],
          "stages": [{ "kind": "reinforce", "algorithm": { "kind": "ppo" }, "iterations": 4, "problems": 16, "attempts": 2, "openings": { "share": 0.5, "most": 2 }, "optimizer": { "minibatchTokens": 512 } }],
          "evaluation": { "problems": 12, "every": 2, "everyProblems": 6 },
          "checkpoints": { "every": 1, "keep": 10 }
        }
        """;

    private const string Past = "seats=[{\"kind\":\"self\"},{\"kind\":\"past\",\"every\":2,\"keep\":2}]";

    [TestMethod]
    public async Task A_game_is_examined_against_players_who_stand_still_against_older_policies_and_exactly()
    {
        using var runs = new Runs();
        var (_, report, _) = await runs.Work(runs.Read(Kuhn, Past), CancellationToken.None);
        var exam = report.Evaluation.Single(result => result.Sampling == Sampling.Sampled).Game!;

        CollectionAssert.AreEqual(
            new[] { "uniform first", "uniform second", "perfect first", "perfect second", "reinforce-000000 first", "reinforce-000000 second", "reinforce-000002 first", "reinforce-000002 second" },
            exam.Matches.Select(record => $"{record.Opponent} {record.Role}").ToArray());
        foreach (var record in exam.Matches)
        {
            Assert.AreEqual(12, record.Matches);
            Assert.AreEqual(12, record.Won + record.Drawn + record.Lost + record.Illegal + record.Spoiled);
        }

        // Six cards and roles, each before and after a bet: 12 information sets.
        Assert.AreEqual(12, exam.InformationSets.Count);
        foreach (var set in exam.InformationSets)
        {
            Assert.AreEqual(1, set.Moves.Sum(move => move.Probability), 1e-9);
        }

        Assert.IsTrue(exam.NashConv is > 0 and < 2);
        Assert.IsNull(exam.Optimal);
    }

    [TestMethod]
    [DataRow("", new string[0], DisplayName = "with values")]
    [DataRow("\"estimator\":{\"kind\":\"moving-baseline\"}", new[] { "kuhn-poker/0", "kuhn-poker/1" }, DisplayName = "with a baseline for each seat")]
    public async Task A_run_against_its_past_goes_on_with_the_same_bytes(string algorithm, string[] remembered)
    {
        using var runs = new Runs();
        RunFolder? begun = null;
        RunFolder? dead = null;
        var (whole, _, _) = await runs.Work(
            runs.Read(Kuhn, Past, $"stages[0].algorithm={{\"kind\":\"ppo\"{(algorithm.Length > 0 ? "," : "")}{algorithm}}}"),
            CancellationToken.None,
            happened => dead = happened is RunEvent.IterationDone { Iteration: 4 } ? runs.Copy(begun!) : dead,
            planned => begun = planned);
        var numbers = StateFiles.Read(Path.Combine(dead!.Checkpoints, "reinforce-000003")).Learner!.Numbers;
        CollectionAssert.AreEqual(remembered, numbers.Keys.Select(key => key.Split('/', 2)[^1]).Where(key => key.StartsWith("kuhn-poker", StringComparison.Ordinal)).ToArray());
        await runs.Resume(dead!, CancellationToken.None);

        RunComparison.AreSame(whole, dead!);
    }

    [TestMethod]
    [DataRow(0, new[] { 0 })]
    [DataRow(1, new[] { 0 })]
    [DataRow(2, new[] { 0, 2 })]
    [DataRow(5, new[] { 0, 2, 4 })]
    [DataRow(6, new[] { 2, 4, 6 })]
    [DataRow(9, new[] { 4, 6, 8 })]
    public void The_last_of_the_policies_kept_play(int done, int[] expected) =>
        CollectionAssert.AreEqual(expected, new PastSeat { Every = 2, Keep = 3 }.Kept(done).ToArray());

    [TestMethod]
    public void All_attempts_at_a_problem_meet_the_same_opponent()
    {
        var players = Enumerable.Range(0, 4).Select(_ => new ScriptedPlayer()).ToArray();
        var drawn = new DrawnPlayer(players);
        for (var seed = 0UL; seed < 100; seed++)
        {
            var problem = new MatchingPennies().Pose(seed, 1);
            for (var attempt = 0; attempt < 16; attempt++)
            {
                drawn.Sit(problem, 1, Draw.From(5).At(attempt)).Dispose();
            }

            Assert.IsTrue(players.All(player => player.Left % 16 == 0), $"problem {seed}");
        }

        // Four deviations of 100 draws at a quarter are 17.
        Assert.IsTrue(players.All(player => player.Left / 16 is > 8 and < 42));
    }

    [TestMethod]
    public async Task A_run_keeps_a_copy_of_the_policy_of_another_run_that_it_plays_with()
    {
        using var runs = new Runs();
        var (other, _, _) = await runs.Work(runs.Read(Kuhn, "name=other", "stages[0].iterations=1"), CancellationToken.None);
        RunFolder? begun = null;
        RunFolder? dead = null;
        var (whole, _, _) = await runs.Work(
            runs.Read(Kuhn, $"seats=[{{\"kind\":\"self\"}},{{\"kind\":\"run\",\"path\":\"{other.Path}\"}}]"),
            CancellationToken.None,
            happened => dead = happened is RunEvent.IterationDone { Iteration: 2 } ? runs.Copy(begun!) : dead,
            planned => begun = planned);
        Directory.Delete(other.Path, recursive: true);

        await runs.Resume(dead!, CancellationToken.None);
        RunComparison.AreSame(whole, dead!);
        var fork = runs.Fork(whole, "reinforce/2");
        await runs.Resume(fork, CancellationToken.None);
        RunComparison.AreSame(whole, fork);
    }

    [TestMethod]
    public async Task A_fork_without_a_change_is_examined_against_the_same_older_policies()
    {
        using var runs = new Runs();
        var (run, report, _) = await runs.Work(runs.Read(Kuhn, "checkpoints.policies=1"), CancellationToken.None);
        CollectionAssert.AreEqual(
            new[] { "uniform", "perfect", "reinforce-000001", "reinforce-000002", "reinforce-000003" },
            report.Evaluation[0].Game!.Matches.Select(record => record.Opponent).Distinct().ToArray(),
            "the policy as it is now is not older than itself");

        var fork = runs.Fork(run, "reinforce/3");
        await runs.Resume(fork, CancellationToken.None);
        RunComparison.AreSame(run, fork);
    }

    [TestMethod]
    [DataRow("", "seats=[{\"kind\":\"self\"},{\"kind\":\"past\"}]", false, DisplayName = "its parent kept none")]
    [DataRow(Past, "seats=[{\"kind\":\"self\"},{\"kind\":\"past\",\"every\":3}]", false, DisplayName = "its parent kept others")]
    [DataRow(Past, "seats=[{\"kind\":\"self\"},{\"kind\":\"past\",\"every\":4,\"keep\":1}]", true, DisplayName = "its parent kept them")]
    public async Task A_fork_plays_against_policies_that_its_parent_kept(string had, string has, bool may)
    {
        using var runs = new Runs();
        var (run, _, _) = await runs.Work(runs.Read(Kuhn, [.. new[] { had }.Where(change => change.Length > 0)]), CancellationToken.None);
        if (may)
        {
            await runs.Resume(runs.Fork(run, "reinforce/3", has), CancellationToken.None);
            return;
        }

        var error = Assert.ThrowsExactly<InvalidInputException>(() => runs.Fork(run, "reinforce/3", has));
        Assert.Contains("$.seats[1]: its parent kept no policies of the iterations that this seat plays with", error.Message);
    }

    [TestMethod]
    public async Task At_the_beginning_of_a_stage_a_fork_needs_no_policy_but_its_own()
    {
        using var runs = new Runs();
        var (run, _, _) = await runs.Work(runs.Read(Kuhn, """stages=[{"kind":"imitate","episodes":20,"episodesPerIteration":10},{"kind":"reinforce","iterations":2,"problems":8,"attempts":1}]"""), CancellationToken.None);

        foreach (var at in new[] { "imitate/1", "reinforce/0" })
        {
            var (report, _) = await runs.Resume(runs.Fork(run, at, Past), CancellationToken.None);
            Assert.AreEqual(RunStatus.Finished, report.Status, at);
        }
    }

    [TestMethod]
    [DataRow(0.0, 0, 0)]
    [DataRow(1.0, 16, 16)]
    [DataRow(0.5, 1, 15)]
    public async Task Some_matches_open_at_random_and_all_attempts_at_one_alike(double share, int least, int most)
    {
        using var runs = new Runs();
        var (_, _, events) = await runs.Work(runs.Read(Kuhn, $"stages[0].openings.share={share}"), CancellationToken.None);
        var lengths = new HashSet<int>();
        foreach (var played in events.OfType<RunEvent.Played>())
        {
            var groups = played.Groups.Where(group => group.Episodes[0].Seat == 0).ToArray();
            foreach (var group in groups)
            {
                var opening = ((GameProblem)group.Problem).Opening;
                lengths.Add(opening.Count);
                foreach (var episode in group.Episodes)
                {
                    var forced = episode.Transcript.Where(segment => segment.Role == Role.Said).TakeWhile(segment => segment.Forced).Select(segment => segment.Text);
                    Assert.AreEqual<EquatableArray<string>>([.. opening.Where((_, ply) => ply % 2 == 0)], [.. forced]);
                }
            }

            var count = groups.Count(group => ((GameProblem)group.Problem).Opening.Count > 0);
            Assert.IsInRange(least, most, count);
        }

        CollectionAssert.AreEquivalent(share == 0 ? [0] : share == 1 ? [1, 2] : new[] { 0, 1, 2 }, lengths.ToArray());
    }

    [TestMethod]
    public async Task Attempts_are_compared_within_a_seat()
    {
        using var runs = new Runs();
        var (_, _, events) = await runs.Work(runs.Read(Kuhn), CancellationToken.None);
        Assert.HasCount(4, events.OfType<RunEvent.Played>());
        foreach (var played in events.OfType<RunEvent.Played>())
        {
            Assert.HasCount(32, played.Groups, "both seats of each table");
            foreach (var group in played.Groups)
            {
                Assert.HasCount(2, group.Episodes);
                StringAssert.StartsWith(group.Episodes[0].Transcript[0].Text, group.Episodes[0].Seat == 0 ? "first" : "second");
                Assert.HasCount(1, group.Episodes.Select(episode => episode.Seat).Distinct());
                Assert.HasCount(1, group.Episodes.Select(episode => episode.Transcript[0].Text).Distinct(), "the role stands in the prompt");
            }
        }
    }

    [TestMethod]
    public async Task Only_the_seats_of_the_policy_that_learns_are_learned_from_and_it_plays_every_role()
    {
        using var runs = new Runs();
        var (_, _, events) = await runs.Work(runs.Read(Kuhn, "seats=[{\"kind\":\"self\"},{\"kind\":\"script\",\"name\":\"perfect\"}]"), CancellationToken.None);
        foreach (var played in events.OfType<RunEvent.Played>())
        {
            Assert.HasCount(16, played.Groups, "one seat of each table");
            Assert.AreEqual(8, played.Groups.Count(group => group.Episodes[0].Seat == 0));
        }
    }

    [TestMethod]
    [DataRow("seats=[{\"kind\":\"self\"}]", "$.seats: 'kuhn-poker' has 2 seats, not 1")]
    [DataRow("seats=[{\"kind\":\"script\"},{\"kind\":\"script\"}]", "$.seats: nobody learns: one of the seats must be self")]
    [DataRow("seats=[{\"kind\":\"self\"},{\"kind\":\"run\",\"path\":\"/nowhere\"}]", "$.seats[1]: /nowhere: there is no such run folder")]
    [DataRow("policy.context=9", "$.policy.context: 9 tokens are too few")]
    [DataRow("limits={\"turns\":4}", "$.limits: legal matches take more than 4 turns, with what is shown, or more than 1024 tokens of a seat")]
    [DataRow("environment={\"kind\":\"arithmetic\"}", "$.stages[0].openings: 'arithmetic' is no game: nothing can be opened")]
    public async Task Seats_that_do_not_fit_the_table_are_refused_in_one_line(string change, string expected)
    {
        using var runs = new Runs();
        var error = await Assert.ThrowsExactlyAsync<InvalidInputException>(() => runs.Planner.Check(runs.Read(Kuhn, change), "test.json", CancellationToken.None));
        Assert.Contains(expected, error.Message);
    }
}
