using System.Text.Json;
using Lab.Core;
using Lab.Experiments;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Tests;

/// <summary>What becomes of demonstrations that are longer than the policy's context.</summary>
[TestClass]
public sealed class FittingTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod]
    [DataRow(299, 1)]
    [DataRow(1, 2)]
    [DataRow(5, 0)]
    public void What_is_too_long_is_left_out_and_counted(int fit, int tooLong)
    {
        var fitting = Fitting.Of([.. Groups(fit, 20), .. Groups(tooLong, 21)], new Renderer([]), 20);
        Assert.AreEqual((fit, tooLong), (fitting.Groups.Count, fitting.TooLong));
    }

    [TestMethod]
    public void Where_none_fits_the_run_ends()
    {
        var error = Assert.ThrowsExactly<RunFailedException>(() => Fitting.Of([.. Groups(2, 21)], new Renderer([]), 20));
        Assert.AreEqual("none of 2 demonstrations fits into $.policy.context, 20 tokens", error.Message);
    }

    [TestMethod]
    public async Task A_run_goes_on_without_them_and_says_how_many_there_were()
    {
        using var runs = new Runs();
        var (folder, _, events) = await runs.Work(
            runs.Read(
                Tiny.Text,
                "environment={\"kind\":\"countdown\",\"demonstrations\":{\"checks\":1,\"persists\":0.3,\"patience\":12}}",
                "policy.context=192",
                "rewards=[{\"kind\":\"correct\"}]",
                "limits.calls=12"),
            Stop);
        var lines = File.ReadAllLines(folder.Metrics);
        foreach (var (line, played) in lines.Zip(events.OfType<RunEvent.Played>()).Take(4))
        {
            Assert.AreEqual(
                300 - played.Groups.Count,
                JsonDocument.Parse(line).RootElement.TryGetProperty("demonstrations.too_long", out var tooLong) ? tooLong.GetInt32() : 0);
        }

        Assert.IsTrue(lines.Any(line => line.Contains("demonstrations.too_long", StringComparison.Ordinal)), "else this shows nothing");
    }

    // Characters, after the token that begins every episode.
    private static IEnumerable<Group> Groups(int count, int tokens) => Enumerable.Repeat(
        new Group(new Posed(), [new Episode(new("test", 1, 1), "key", 0, [Segment.Prompt(new TextPart(new string('x', tokens - 1)))])]),
        count);

    private sealed record Posed() : Problem(1, 1)
    {
        public override string Key => "key";

        public override EquatableArray<Part> Prompt(int seat) => [new TextPart("x")];
    }
}
