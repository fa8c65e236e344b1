using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class RewardConformanceTests
{
    private static readonly FactDeclaration[] Facts = [new("closeness", 0, 1, "")];

    [TestMethod]
    public async Task A_sound_reward_function_passes_every_check()
    {
        var checks = await Examine(new Bent((0, 1), episode => episode.Verdict!.Fact("closeness") ?? 0));

        CollectionAssert.AreEqual(Array.Empty<Check>(), checks.Where(check => !check.Passed).ToArray());
    }

    [TestMethod]
    [DynamicData(nameof(Broken))]
    public async Task A_broken_reward_function_is_caught(string claim, string how, Func<IReward> broken)
    {
        var check = (await Examine(broken())).Single(check => check.Name == claim);

        Assert.IsFalse(check.Passed, how);
        Assert.IsNotNull(check.Detail);
    }

    public static IEnumerable<(string Claim, string How, Func<IReward> Broken)> Broken =>
    [
        ("it declares a finite range", "no end", () => new Bent((0, double.PositiveInfinity), _ => 0)),
        ("it declares a finite range", "no number", () => new Bent((double.NaN, 1), _ => 0)),
        ("it declares a finite range", "upside down", () => new Bent((1, 0), _ => 0)),
        ("scores are finite", "the logarithm of zero", () => new Bent((-1e300, 0), episode => Math.Log(episode.Verdict!.Fact("closeness") ?? 1))),
        ("scores are finite", "nothing by nothing", () => new Bent((0, 1), episode => (double)episode.Calls / episode.Calls)),
        ("scores are finite", "it wants an answer", () => new Bent((0, 1), episode => episode.Verdict!.Answer!.Length)),
        ("scores are within the declared range", "more calls than it thought of", () => new Bent((0, 10), episode => episode.Calls)),
        ("scores are within the declared range", "below", () => new Bent((0, 1), episode => episode.Verdict!.IsCorrect ? 1 : -1)),
        ("it reads no facts but those that it names", "it reads one without a word", () => new Bent((0, 1), episode => episode.Verdict!.Fact("closeness") ?? 0, [])),
        ("it reads no facts but those that it names", "it counts what there is", () => new Bent((0, 1), episode => episode.Verdict!.Facts.Count, ["other"])),
        ("same episode, same score, from any thread", "it counts", () =>
        {
            var count = 0;
            return new Bent((0, 1e9), _ => Interlocked.Increment(ref count));
        }),
    ];

    [TestMethod]
    public async Task No_check_is_without_something_that_it_catches() => CollectionAssert.AreEquivalent(
        (await Examine(new Bent((0, 1), _ => 0))).Select(check => check.Name).ToArray(),
        Broken.Select(broken => broken.Claim).Distinct().ToArray());

    private static Task<IReadOnlyList<Check>> Examine(IReward reward) => RewardConformance.Examine(reward, Facts, default);

    private sealed class Bent((double Low, double High) range, Func<Episode, double> score, IReadOnlyList<string>? reads = null) : IReward
    {
        public IReadOnlyList<string> Reads => reads ?? ["closeness"];

        public (double Low, double High) Range => range;

        public ValueTask<Score> Score(Problem problem, Episode episode, CancellationToken stop) => ValueTask.FromResult(new Score(score(episode)));
    }
}
