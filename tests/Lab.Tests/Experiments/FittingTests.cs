using System.Text.Json;
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
        var fitting = Fitting.Of([.. Rows(fit, 20), .. Rows(tooLong, 21)], 20);
        Assert.AreEqual((fit, tooLong), (fitting.Rows.Count, fitting.TooLong));
    }

    [TestMethod]
    public void Where_none_fits_the_run_ends()
    {
        var error = Assert.ThrowsExactly<RunFailedException>(() => Fitting.Of([.. Rows(2, 21)], 20));
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
        var renderer = new Renderer(["calculator"]);
        foreach (var (line, played) in lines.Zip(events.OfType<RunEvent.Played>()).Take(4))
        {
            var shown = played.Groups.Select(group => TrainingRow.From(group.Episodes.Single(), renderer)).ToArray();
            var metrics = JsonDocument.Parse(line).RootElement;
            Assert.AreEqual(shown.Count(row => row.Tokens.Length > 192), metrics.TryGetProperty("demonstrations.too_long", out var tooLong) ? tooLong.GetInt32() : 0);
            Assert.AreEqual(shown.Where(row => row.Tokens.Length <= 192).Sum(row => row.SaidCount), metrics.GetProperty("tokens.trained").GetInt32());
        }

        Assert.IsTrue(lines.Any(line => line.Contains("demonstrations.too_long", StringComparison.Ordinal)), "else this shows nothing");
    }

    private static IEnumerable<RowGroup> Rows(int count, int tokens) =>
        Enumerable.Range(0, count).Select(_ => new RowGroup(new("test", 1, 1), 0, [new TrainingRow(new int[tokens], new bool[tokens])]));
}
