using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class TrainingRowTests
{
    private static readonly Renderer s_renderer = new(["calculator"]);

    [TestMethod]
    public void Only_what_was_said_is_learned()
    {
        var row = TrainingRow.From(
            Episode(
                Segment.Prompt(new TextPart("1+1=")),
                Segment.Say(new CallPart("calculator", "1+1")),
                Segment.Observe(new ResultPart("calculator", "2")),
                Sampled(s_renderer, [CharacterTokenizer.Encode('2'), CharacterTokenizer.End], -0.5f)),
            s_renderer);
        // begin 1 + 1 = | <call> 1 + 1 </call> | <result> 2 </result> | 2 <end>
        Assert.AreEqual("FFFFFTTTTTFFFTT", string.Concat(row.Said.Select(said => said ? 'T' : 'F')));
        Assert.AreEqual(-0.5f, row.Sampled[^1]);
        Assert.AreEqual(0f, row.Sampled[6]);
        Assert.AreEqual(7, row.SaidCount);
    }

    [TestMethod]
    public void An_episode_in_which_nothing_was_said_is_empty() =>
        Assert.IsEmpty(TrainingRow.From(Episode(Segment.Prompt(new TextPart("1+1="))), s_renderer).Tokens);

    private static Segment Sampled(Renderer renderer, int[] tokens, float logProbability) =>
        renderer.Parse(new([.. tokens], [.. tokens.Select(_ => logProbability)], [.. tokens.Select(_ => 0f)], "v"));

    private static Episode Episode(params ReadOnlySpan<Segment> transcript) => new(new("test", 1, 1), "key", 0, [.. transcript]);
}
