using Lab.Core;
using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class GeneratorTests
{
    private static readonly int[] s_prompt = [CharacterTokenizer.Begin, 20, 21, 22];

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Stop => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_turn_ends_at_a_stop_token_or_at_its_limit()
    {
        await using var policy = await Torch.Tiny();
        using var sequence = Open(policy, 1);
        var all = Enumerable.Range(0, CharacterTokenizer.Size).ToEquatableArray();
        Assert.HasCount(1, (await sequence.Say(new(10, all), Stop)).Tokens);
        Assert.HasCount(10, (await sequence.Say(new(10, []), Stop)).Tokens);
        Assert.AreEqual(s_prompt.Length + 11, sequence.Length);
    }

    [TestMethod]
    public async Task A_turn_ends_with_the_context()
    {
        await using var policy = await Torch.Tiny(context: 16);
        using var sequence = Open(policy, 1);
        Assert.HasCount(16 - s_prompt.Length, (await sequence.Say(new(100, []), Stop)).Tokens);
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => sequence.Say(new(1, []), Stop).AsTask());
        Assert.ThrowsExactly<ArgumentException>(() => sequence.Append([5]));
    }

    [TestMethod]
    public async Task An_empty_or_closed_sequence_says_nothing()
    {
        await using var policy = await Torch.Tiny();
        var sequence = policy.Generator.Open(Draw.From(1));
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => sequence.Say(new(1, []), Stop).AsTask());
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => sequence.Peek(1, Stop).AsTask());
        sequence.Dispose();
        sequence.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => sequence.Append([5]));
    }

    [TestMethod]
    public async Task What_is_peeked_at_is_what_is_said()
    {
        await using var policy = await Torch.Tiny();
        using var sequence = Open(policy, 1);
        var expected = await sequence.Peek(CharacterTokenizer.Size, Stop);
        var said = await sequence.Say(new(1, []), Stop);
        Assert.AreEqual(expected.Top.Single(candidate => candidate.Token == said.Tokens[0]).LogProbability, said.LogProbabilities[0]);
        Assert.AreEqual(expected.Value, said.Values[0]);
        Assert.AreEqual(1, expected.Top.Sum(candidate => Math.Exp(candidate.LogProbability)), 1e-5);
        Assert.IsTrue(expected.Top.Zip(expected.Top.Skip(1)).All(pair => pair.First.LogProbability >= pair.Second.LogProbability));
    }

    [TestMethod]
    public async Task Greedy_says_the_likeliest_token()
    {
        await using var policy = await Torch.Tiny();
        using var sequence = Open(policy, 1);
        var best = (await sequence.Peek(1, Stop)).Top[0];
        var said = await sequence.Say(new(1, [], Temperature: 0), Stop);
        Assert.AreEqual(best.Token, said.Tokens[0]);
        Assert.AreEqual(best.LogProbability, said.LogProbabilities[0]);
    }

    [TestMethod]
    public async Task A_fork_continues_as_its_source_would()
    {
        await using var policy = await Torch.Tiny();
        using var source = Open(policy, 1);
        await source.Say(new(5, []), Stop);
        using var fork = source.Fork(Draw.From(1));
        using var other = source.Fork(Draw.From(2));
        var said = await Task.WhenAll(source.Say(new(20, []), Stop).AsTask(), fork.Say(new(20, []), Stop).AsTask(), other.Say(new(20, []), Stop).AsTask());
        AssertSame(policy, said[0], said[1]);
        Assert.AreNotEqual(said[0].Tokens, said[2].Tokens);
        Assert.AreEqual(said[0].Values[0], said[2].Values[0], 1e-5f);
    }

    [TestMethod]
    public async Task A_fork_outlives_its_source()
    {
        await using var policy = await Torch.Tiny();
        var source = Open(policy, 1);
        await source.Say(new(5, []), Stop);
        using var fork = source.Fork(Draw.From(1));
        using var twin = source.Fork(Draw.From(1));
        var expected = await twin.Say(new(8, []), Stop);
        source.Dispose();
        AssertSame(policy, expected, await fork.Say(new(8, []), Stop));
    }

    [TestMethod]
    public async Task Observed_tokens_enter_while_others_go_on()
    {
        await using var policy = await Torch.Tiny();
        using var alone = Open(policy, 1);
        var expected = await Interrupted(alone);

        using var among = Open(policy, 1);
        var others = Enumerable.Range(2, 40).Select(async seed =>
        {
            using var other = Open(policy, (ulong)seed);
            await other.Say(new(10 + (seed % 30), []), Stop);
        }).ToArray();
        var actual = await Interrupted(among);
        AssertSame(policy, expected[0], actual[0]);
        AssertSame(policy, expected[1], actual[1]);
        await Task.WhenAll(others);

        async Task<Said[]> Interrupted(ISequence sequence)
        {
            var before = await sequence.Say(new(6, []), Stop);
            sequence.Append([30, 31, 32, 33, 34]);
            return [before, await sequence.Say(new(6, []), Stop)];
        }
    }

    [TestMethod]
    public async Task A_cancelled_turn_leaves_the_others_alone()
    {
        await using var policy = await Torch.Tiny();
        using var cancelled = Open(policy, 1);
        using var other = Open(policy, 2);
        using var source = new CancellationTokenSource();

        // Nothing is generated until the third caller is gone.
        IDisposable[] attendances = [policy.Generator.Attend(), policy.Generator.Attend(), policy.Generator.Attend()];
        var first = cancelled.Say(new(50, []), source.Token).AsTask();
        var second = other.Say(new(50, []), Stop).AsTask();
        await source.CancelAsync();
        attendances[2].Dispose();
        Assert.HasCount(50, (await second).Tokens);
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
        Assert.AreEqual(s_prompt.Length, cancelled.Length);
    }

    [TestMethod]
    public async Task A_fork_shares_nothing_that_its_source_said_later()
    {
        await using var policy = await Torch.Tiny();
        using var source = Open(policy, 1);
        await source.Say(new(5, []), Stop);
        using var fork = source.Fork(Draw.From(4));
        using var grandchild = fork.Fork(Draw.From(4));
        using var alone = policy.Generator.Open(Draw.From(4));
        int[] prefix = [.. ((TorchSequence)source).Tokens];
        await source.Say(new(8, []), Stop);

        int[] observed = [70, 71, 72];
        fork.Append(observed);
        grandchild.Append(observed);
        alone.Append([.. prefix, .. observed]);
        var said = await Task.WhenAll(alone.Say(new(10, []), Stop).AsTask(), fork.Say(new(10, []), Stop).AsTask(), grandchild.Say(new(10, []), Stop).AsTask());
        AssertSame(policy, said[0], said[1]);
        AssertSame(policy, said[0], said[2]);
    }

    [TestMethod]
    public async Task A_sequence_closed_while_it_waits_fails_its_caller_and_nobody_else()
    {
        await using var policy = await Torch.Tiny();
        var closed = Open(policy, 1);
        using var other = Open(policy, 2);
        IDisposable[] attendances = [policy.Generator.Attend(), policy.Generator.Attend(), policy.Generator.Attend()];
        var first = closed.Say(new(5, []), Stop).AsTask();
        var second = other.Say(new(5, []), Stop).AsTask();
        closed.Dispose();
        attendances[0].Dispose();
        attendances[2].Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first);
        Assert.HasCount(5, (await second).Tokens);
    }

    [TestMethod]
    public async Task Temperature_divides_the_logits()
    {
        await using var policy = await Torch.Tiny();
        using var sequence = Open(policy, 3);
        var prediction = await sequence.Peek(CharacterTokenizer.Size, Stop);
        var said = await sequence.Say(new(1, [], Temperature: 0.5), Stop);
        var halves = prediction.Top.Select(candidate => candidate.LogProbability / 0.5).ToArray();
        var normalizer = Math.Log(halves.Sum(Math.Exp));
        var index = prediction.Top.Select(candidate => candidate.Token).ToList().IndexOf(said.Tokens[0]);
        Assert.AreEqual(halves[index] - normalizer, said.LogProbabilities[0], 1e-4);
    }

    // Where bits depend on the batch, the tokens alone can be promised.
    private static void AssertSame(Policy policy, Said expected, Said actual)
    {
        Assert.AreEqual(expected.Tokens, actual.Tokens);
        if (policy.Regime == Regime.Invariant)
        {
            Assert.AreEqual(expected, actual);
        }
    }

    private static ISequence Open(Policy policy, ulong seed)
    {
        var sequence = policy.Generator.Open(Draw.From(seed));
        sequence.Append(s_prompt);
        return sequence;
    }
}
