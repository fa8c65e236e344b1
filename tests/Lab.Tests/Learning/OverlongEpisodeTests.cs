using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class OverlongEpisodeTests
{
    private const int Context = 16;
    private readonly Renderer _renderer = new(["calculator"]);

    [TestMethod]
    public void A_result_that_does_not_fit_is_not_learned_from()
    {
        var row = TrainingRow.From(Overlong(new Segment(Role.Said, [], Ending.OutOfTokens, new Said([], [], [], "v"))), _renderer);
        // Begin, the four characters of the prompt, and the mark that was said.
        Assert.HasCount(6, row.Tokens);
        Assert.AreEqual(1, row.SaidCount);
        Assert.IsTrue(row.Said[^1]);
    }

    [TestMethod]
    public async Task A_player_without_room_says_nothing_at_all()
    {
        var player = new PolicyPlayer(new ScriptedGenerator(_ => [ScriptedTurn.Of(5)], Context), _renderer, 1);
        using var seated = player.Sit(new Fixed(), 0, Draw.From(1));
        var said = await seated.Say(new(new Fixed(), [Overlong(null)]), 4, CancellationToken.None);
        Assert.AreEqual(Ending.OutOfTokens, said.Ending);
        Assert.AreEqual(0, said.Said!.Tokens.Count);
        var tokens = new List<int>();
        _renderer.Render(said, tokens);
        Assert.IsEmpty(tokens, "an end that nobody said must not be learned from");
    }

    private static Episode Overlong(Segment? then)
    {
        var episode = new Episode(new("e", 1, 1), "k", 0,
        [
            Segment.Prompt(new TextPart("1*1=")),
            new Segment(Role.Said, [new CallPart("calculator", "")], Ending.Complete, new Said([CharacterTokenizer.CallClose], [-0.5f], [0.25f], "v")),
            Segment.Observe(new ResultPart("calculator", new string('9', Context))),
        ]);
        return then is null ? episode : episode.Append(then);
    }

    private sealed record Fixed() : Problem(1, 1)
    {
        public override string Key => "k";

        public override EquatableArray<Part> Prompt(int seat) => [new TextPart("1*1=")];
    }
}
