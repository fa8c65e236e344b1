using System.Text.Json;
using System.Text.Json.Serialization;
using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class EpisodeJsonTests
{
    private static readonly float[] OddFloats =
        [0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, 1f / 3, MathF.BitIncrement(1), MathF.BitDecrement(1), 1e-45f, 16777217f, -0.1f];

    public static IEnumerable<JsonSerializerOptions> Ways =>
    [
        JsonSerializerOptions.Default,
        JsonSerializerOptions.Web,
        JsonSerializerOptions.Strict,
        new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } },
    ];

    [TestMethod]
    [DynamicData(nameof(Ways))]
    public void An_episode_survives_the_round_trip(JsonSerializerOptions options)
    {
        var episode = Whole(OddFloats);

        var read = JsonSerializer.Deserialize<Episode>(JsonSerializer.Serialize(episode, options), options)!;

        Assert.AreEqual(episode, read);
        Assert.AreEqual(episode.TotalScore, read.TotalScore);
    }

    [TestMethod]
    [DynamicData(nameof(Ways))]
    public void An_episode_that_goes_on_survives_too(JsonSerializerOptions options)
    {
        var episode = new Episode(new("arithmetic", 0, 0), "", 1, [Segment.Prompt()]);

        Assert.AreEqual(episode, JsonSerializer.Deserialize<Episode>(JsonSerializer.Serialize(episode, options), options));
    }

    [TestMethod]
    public void Numbers_keep_their_bits()
    {
        var draw = Draw.From(8);
        var floats = Enumerable.Range(0, 20_000).Select(index => BitConverter.UInt32BitsToSingle((uint)draw.Bits(index))).Where(float.IsFinite).Concat(OddFloats).ToArray();

        var read = JsonSerializer.Deserialize<Episode>(JsonSerializer.Serialize(Whole(floats)))!;

        CollectionAssert.AreEqual(
            floats.Select(BitConverter.SingleToUInt32Bits).ToArray(),
            read.Transcript[1].Said!.LogProbabilities.Select(BitConverter.SingleToUInt32Bits).ToArray());
        CollectionAssert.AreEqual(
            floats.Select(value => BitConverter.DoubleToUInt64Bits(value / 3.0)).ToArray(),
            read.Scores.Select(score => BitConverter.DoubleToUInt64Bits(score.Value)).ToArray());
        Assert.IsGreaterThan(19_000, floats.Length);
    }

    [TestMethod]
    public void What_can_be_derived_is_not_written()
    {
        var json = JsonSerializer.Serialize(Whole([1]));

        foreach (var derived in new[] { "TotalScore", "Last", "Calls", "SaidTokens", "IsLearnable", "IsCorrect", "\"Call\":" })
        {
            Assert.DoesNotContain(derived, json);
        }
    }

    private static Episode Whole(float[] numbers) => new(
        new("arithmetic", ulong.MaxValue, 1 / 3.0),
        "17*24",
        0,
        [
            Segment.Prompt(new TextPart("17*24=")),
            Segment.Say(new TextPart("</call>\n\"quoted\" \\ \u0001 é 🂡"), new CallPart("calculator", "17*24")) with
            {
                Said = new([1, int.MaxValue, 0], [.. numbers], [.. numbers], "step 7"),
            },
            Segment.Observe(new ResultPart("calculator", "408")),
            new(Role.Said, [], Ending.OutOfTokens),
        ])
    {
        StopReason = StopReason.OutOfTokens,
        Verdict = Verdict.Wrong(null, "no answer", new Fact("closeness", 0.1), new Fact("tiny", double.Epsilon)),
        Scores = numbers.Select(number => new ComponentScore("correct", number / 3.0, -0.0)).ToEquatableArray(),
    };
}
