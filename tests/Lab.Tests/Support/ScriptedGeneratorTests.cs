using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class ScriptedGeneratorTests
{
    private static readonly SayOptions Whole = new(MaxTokens: 10, Stops: [9]);

    [TestMethod]
    public async Task It_says_its_script_turn_by_turn()
    {
        IGenerator generator = new ScriptedGenerator(new ScriptedTurn([4, 9], [-0.25f, -0.5f], [1, 2]), ScriptedTurn.Of(5, 9));
        using var sequence = generator.Open(Draw.From(1));
        sequence.Append([1, 2, 3]);

        Assert.AreEqual(new Said([4, 9], [-0.25f, -0.5f], [1, 2], "script"), await sequence.Say(Whole, default));
        sequence.Append([7]);
        Assert.AreEqual<EquatableArray<int>>([5, 9], (await sequence.Say(Whole, default)).Tokens);
        Assert.AreEqual(8, sequence.Length);
    }

    [TestMethod]
    [DataRow(10, 64, 3, DisplayName = "by the stop token, which belongs to the turn")]
    [DataRow(2, 64, 2, DisplayName = "by the limit on tokens")]
    [DataRow(10, 2, 1, DisplayName = "by the end of the context")]
    public async Task A_turn_ends(int maxTokens, int context, int expected)
    {
        IGenerator generator = new ScriptedGenerator(_ => [ScriptedTurn.Of(4, 5, 9, 6)], context);
        using var sequence = generator.Open(Draw.From(1));
        sequence.Append([1]);

        var said = await sequence.Say(Whole with { MaxTokens = maxTokens }, default);

        Assert.HasCount(expected, said.Tokens);
        Assert.HasCount(expected, said.LogProbabilities);
        Assert.HasCount(expected, said.Values);
        Assert.AreEqual(1 + expected, sequence.Length);
    }

    [TestMethod]
    public async Task Peeking_changes_nothing_and_foretells_what_is_said()
    {
        IGenerator generator = new ScriptedGenerator(new ScriptedTurn([4, 9], [-0.25f, -0.5f], [1, 2]));
        using var sequence = generator.Open(Draw.From(1));
        sequence.Append([1]);

        var first = await sequence.Peek(3, default);
        var second = await sequence.Peek(3, default);
        var said = await sequence.Say(Whole, default);

        Assert.AreEqual(first, second);
        Assert.AreEqual(new Prediction([new(4, -0.25f)], 1), first);
        Assert.AreEqual(said.Tokens[0], first.Top[0].Token);
        Assert.AreEqual(said.LogProbabilities[0], first.Top[0].LogProbability);
        Assert.AreEqual(3, sequence.Length);
    }

    [TestMethod]
    public async Task A_fork_shares_the_prefix_and_goes_its_own_way()
    {
        var left = Draw.From(1).At("left");
        IGenerator generator = new ScriptedGenerator(draw => [ScriptedTurn.Of(4, 9), draw == left ? ScriptedTurn.Of(5, 9) : ScriptedTurn.Of(6, 6, 9)]);
        using var sequence = generator.Open(Draw.From(1));
        sequence.Append([1, 2]);
        await sequence.Say(Whole, default);

        using var fork = sequence.Fork(left);
        fork.Append([7, 7, 7]);

        Assert.AreEqual(4, sequence.Length);
        Assert.AreEqual(7, fork.Length);
        Assert.AreEqual<EquatableArray<int>>([5, 9], (await fork.Say(Whole, default)).Tokens);
        Assert.AreEqual<EquatableArray<int>>([6, 6, 9], (await sequence.Say(Whole, default)).Tokens);
    }

    [TestMethod]
    public async Task A_fork_outlives_what_it_was_forked_from()
    {
        var generator = new ScriptedGenerator(ScriptedTurn.Of(4, 9));
        var sequence = ((IGenerator)generator).Open(Draw.From(1));
        sequence.Append([1]);
        var fork = sequence.Fork(Draw.From(2));
        sequence.Dispose();

        Assert.AreEqual(1, generator.Open);
        Assert.AreEqual<EquatableArray<int>>([4, 9], (await fork.Say(Whole, default)).Tokens);
        Assert.ThrowsExactly<ObjectDisposedException>(() => sequence.Append([1]));
        fork.Dispose();
        fork.Dispose();
        Assert.AreEqual(0, generator.Open);
    }

    [TestMethod]
    public async Task A_wave_starts_when_every_announced_caller_has_asked()
    {
        IGenerator generator = new ScriptedGenerator(ScriptedTurn.Of(4, 9), ScriptedTurn.Of(5, 9));
        using var first = generator.Open(Draw.From(1));
        using var second = generator.Open(Draw.From(2));
        first.Append([1]);
        second.Append([1]);
        using var one = generator.Attend();
        using var two = generator.Attend();

        var early = first.Say(Whole, default).AsTask();
        Assert.IsFalse(early.IsCompleted);

        await second.Say(Whole, default);
        await early;
        Assert.AreEqual<EquatableArray<int>>([5, 9], (await first.Say(Whole, default)).Tokens, "once started, nobody waits");
    }

    [TestMethod]
    public async Task A_caller_who_leaves_is_not_waited_for()
    {
        IGenerator generator = new ScriptedGenerator(ScriptedTurn.Of(4, 9));
        using var sequence = generator.Open(Draw.From(1));
        sequence.Append([1]);
        using var one = generator.Attend();
        var two = generator.Attend();

        var said = sequence.Say(Whole, default).AsTask();
        Assert.IsFalse(said.IsCompleted);
        two.Dispose();
        two.Dispose();

        await said;
    }

    [TestMethod]
    public async Task What_cannot_be_is_refused()
    {
        IGenerator generator = new ScriptedGenerator(_ => [ScriptedTurn.Of(4, 9)], context: 2);
        using var sequence = generator.Open(Draw.From(1));

        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => sequence.Say(Whole, default).AsTask());
        Assert.ThrowsExactly<InvalidOperationException>(() => sequence.Peek(1, default).AsTask().GetAwaiter().GetResult());
        Assert.ThrowsExactly<ArgumentException>(() => sequence.Append([1, 2, 3]));
        sequence.Append([1, 2]);
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => sequence.Say(Whole, default).AsTask());
    }
}
