using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class RefereeTests
{
    private static readonly Arithmetic Sums = new(new());
    private static readonly Problem Sum = Sums.Read("17*24=", out _)!;
    private static readonly Segment Call = Segment.Say(new CallPart("calculator", "17*24"));
    private static readonly Segment Answer = Segment.Say(new TextPart("408"));
    private static readonly Toolbox Tools = ScriptedTool.Box("calculator", arguments => ToolResult.Answer(arguments == "17*24" ? "408" : "?"));

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task A_call_is_run_and_what_it_returns_is_observed()
    {
        var episode = await Play(new(Call, Answer));

        Assert.AreEqual(StopReason.Answered, episode.StopReason);
        Assert.AreEqual(Outcome.Correct, episode.Verdict!.Outcome);
        Assert.AreEqual<EquatableArray<Segment>>(
            [Segment.Prompt(new TextPart("17*24=")), Call, Segment.Observe(new ResultPart("calculator", "408")), Answer],
            episode.Transcript);
    }

    [TestMethod]
    public async Task A_match_that_is_asked_to_stop_decides_nothing_any_more()
    {
        using var stop = new CancellationTokenSource();
        var tools = ScriptedTool.Box("calculator", _ =>
        {
            stop.Cancel();
            return ToolResult.Answer("408");
        });
        var referee = new Referee("arithmetic", Sums, tools, new());

        await Assert.ThrowsAsync<OperationCanceledException>(() => referee.Play(Sum, [new ScriptedPlayer(Call, Answer)], Draw.From(1), stop.Token));
    }

    [TestMethod]
    public async Task One_seat_through_the_referee_is_the_same_as_alone()
    {
        var demonstrator = new Arithmetic(new() { Demonstrations = new() { ToolShare = 1 } });
        foreach (var attempt in Enumerable.Range(0, 50))
        {
            var problem = demonstrator.Pose((ulong)attempt, 1);
            var draw = Draw.From(3).At(attempt);
            var alone = Match.Begin("arithmetic", problem);
            while (SingleSeat.Next(alone) is not Turn.End)
            {
                var next = SingleSeat.Next(alone) is Turn.Call { Wish: var wish }
                    ? Segment.Observe(new ResultPart(wish.Tool, (await Tools.Call(wish, default)).Text))
                    : Segment.Say([.. demonstrator.Demonstrate(problem, alone.Episodes[0], draw.At(0))]);
                alone = alone.Append(0, next);
            }

            var refereed = await new Referee("arithmetic", demonstrator, Tools, new()).Play(problem, [new Demonstrator(demonstrator)], draw, default);

            Assert.AreEqual(alone.Episodes[0].Transcript, refereed.Episodes[0].Transcript);
        }
    }

    [TestMethod]
    [DataRow(Ending.OutOfTokens, StopReason.OutOfTokens)]
    [DataRow(Ending.Malformed, StopReason.Malformed)]
    public async Task What_is_cut_or_malformed_ends_the_episode_wrong_and_is_kept(Ending ending, StopReason reason)
    {
        var episode = await Play(new(Answer with { Ending = ending }));

        Assert.AreEqual(reason, episode.StopReason);
        Assert.AreEqual(Outcome.Wrong, episode.Verdict!.Outcome);
        Assert.AreEqual(ending, episode.Last.Ending);
        Assert.IsTrue(episode.IsLearnable);
    }

    [TestMethod]
    public async Task A_cut_call_is_not_run()
    {
        var episode = await Play(new(Call with { Ending = Ending.OutOfTokens }), tools: ScriptedTool.Box("calculator", _ => throw new InvalidOperationException()));

        Assert.AreEqual(StopReason.OutOfTokens, episode.StopReason);
        Assert.AreEqual(0, episode.Calls);
    }

    [TestMethod]
    public async Task A_seat_may_say_what_is_left_of_its_tokens_and_no_more()
    {
        var said = new Said([1, 2, 3, 4], [0, 0, 0, 0], [0, 0, 0, 0], "0");
        var player = new ScriptedPlayer(Call with { Said = said }, Call with { Said = said }, Answer);

        var episode = await Play(player, new() { Tokens = 8 });

        Assert.AreEqual(StopReason.OutOfTokens, episode.StopReason);
        Assert.AreEqual(8, episode.SaidTokens);
        Assert.AreEqual(Role.Observed, episode.Last.Role);
        CollectionAssert.AreEqual(new[] { 8, 4 }, player.Asked.Select(asked => asked.MaxTokens).ToArray());
    }

    [TestMethod]
    public async Task An_environment_may_grant_fewer_tokens()
    {
        var player = ScriptedPlayer.Saying("h");
        await new Referee("pennies", new MatchingPennies(), Toolbox.Empty, new() { Tokens = 8 })
            .Play(new MatchingPennies().Pose(1, 1), [player, ScriptedPlayer.Saying("t")], default, default);

        Assert.AreEqual(2, player.Asked.Single().MaxTokens);
    }

    [TestMethod]
    public async Task As_many_calls_as_allowed_are_run()
    {
        var episode = await Play(new(Call, Call, Answer), new() { Calls = 2 });

        Assert.AreEqual(StopReason.Answered, episode.StopReason);
        Assert.AreEqual(2, episode.Calls);
    }

    [TestMethod]
    public async Task One_call_more_ends_the_episode_before_it_runs()
    {
        var runs = 0;
        var tools = ScriptedTool.Box("calculator", _ => ToolResult.Answer($"{++runs}"));

        var episode = await Play(new(Call, Call, Call), new() { Calls = 2 }, tools);

        Assert.AreEqual(StopReason.TooManyCalls, episode.StopReason);
        Assert.AreEqual(Outcome.Wrong, episode.Verdict!.Outcome);
        Assert.AreEqual(2, runs);
    }

    [TestMethod]
    public async Task Without_calls_allowed_the_first_one_ends_the_episode()
    {
        var episode = await Play(new(Call), new() { Calls = 0 });

        Assert.AreEqual(StopReason.TooManyCalls, episode.StopReason);
    }

    [TestMethod]
    public async Task An_unknown_tool_is_an_error_that_the_seat_reads()
    {
        var episode = await Play(new(Segment.Say(new CallPart("abacus", "17*24")), Answer));

        Assert.AreEqual(new ResultPart("abacus", "error: no such tool"), episode.Transcript[2].Parts[0]);
        Assert.AreEqual(Outcome.Correct, episode.Verdict!.Outcome);
    }

    [TestMethod]
    [DataRow(3, StopReason.Answered, new[] { "calculator 3*4", "search 12", "calculator 12+1" })]
    [DataRow(2, StopReason.TooManyCalls, new[] { "calculator 3*4", "search 12" })]
    public async Task Several_tools_share_one_budget_of_calls(int calls, StopReason expected, string[] ran)
    {
        var run = new List<string>();
        var tools = new Toolbox([new("calculator", Tool("calculator", "12")), new("search", Tool("search", "a dozen"))]);
        var player = new ScriptedPlayer(Calling("calculator", "3*4"), Calling("search", "12"), Calling("calculator", "12+1"), Answer);

        var episode = await Play(player, new() { Calls = calls }, tools);

        Assert.AreEqual(expected, episode.StopReason);
        CollectionAssert.AreEqual(ran, run);
        CollectionAssert.AreEqual(
            ran.Select(call => new ResultPart(call.Split(' ')[0], call.StartsWith('s') ? "a dozen" : "12")).ToArray(),
            episode.Transcript.SelectMany(segment => segment.Parts).OfType<ResultPart>().ToArray());

        Segment Calling(string name, string arguments) => Segment.Say(new CallPart(name, arguments));
        ScriptedTool Tool(string name, string result) => new(arguments =>
        {
            run.Add($"{name} {arguments}");
            return ToolResult.Answer(result);
        });
    }

    [TestMethod]
    [DataRow(4, StopReason.Answered)]
    [DataRow(3, StopReason.Answered)]
    [DataRow(2, StopReason.LimitExceeded)]
    [DataRow(1, StopReason.LimitExceeded)]
    public async Task A_match_of_three_turns_needs_a_limit_of_three(int turns, StopReason expected)
    {
        var episode = await Play(new(Call, Answer), new() { Turns = turns });

        Assert.AreEqual(expected, episode.StopReason);
        Assert.AreEqual(expected == StopReason.Answered, episode.Verdict!.IsCorrect);
    }

    [TestMethod]
    public async Task Each_seat_plays_with_its_own_branch_and_leaves_at_the_end()
    {
        var players = new[] { ScriptedPlayer.Saying("h"), ScriptedPlayer.Saying("t") };
        await new Referee("pennies", new MatchingPennies(), Toolbox.Empty, new()).Play(new MatchingPennies().Pose(1, 1), players, Draw.From(5), default);

        Assert.AreEqual(Draw.From(5).At(0), players[0].Draw);
        Assert.AreEqual(Draw.From(5).At(1), players[1].Draw);
        Assert.IsTrue(players.All(player => player.Left == 1));
    }

    [TestMethod]
    public async Task As_many_players_as_seats_are_needed()
    {
        var referee = new Referee("arithmetic", Sums, Tools, new());

        await Assert.ThrowsExactlyAsync<ArgumentException>(() => referee.Play(Sum, [], default, default));
        await Assert.ThrowsExactlyAsync<ArgumentException>(() => referee.Play(Sum, [new ScriptedPlayer(), new ScriptedPlayer()], default, default));
    }

    private async Task<Episode> Play(ScriptedPlayer player, MatchLimits? limits = null, Toolbox? tools = null)
    {
        var match = await new Referee("arithmetic", Sums, tools ?? Tools, limits ?? new()).Play(Sum, [player], Draw.From(1), TestContext.CancellationToken);
        Assert.AreEqual(1, player.Left);
        return match.Episodes.Single();
    }
}
