using Lab.Core;
using Lab.Policies;
using TorchSharp;

namespace Lab.Tests;

/// <summary>
/// Bits of log-probabilities, not only tokens: a wrong bit flips a token once in 10⁵ draws and would hide for months. Where this
/// machine makes bits depend on the batch, the same wave must still repeat.
/// </summary>
[TestClass]
public sealed class BitsTests
{
    private const int Episodes = 256;

    public TestContext TestContext { get; set; } = null!;

    // How rows are shared between threads is what makes bits differ.
    [TestInitialize]
    public Task TwoThreads() => Torch.Runtime.Thread.Run(() => torch.set_num_threads(2));

    [TestCleanup]
    public Task OneThread() => Torch.Runtime.Thread.Run(() => torch.set_num_threads(1));

    [TestMethod]
    [DataRow(1)]
    [DataRow(7)]
    [DataRow(256)]
    public async Task An_episode_has_the_same_bits_alone_in_a_batch_and_in_any_order(int batch)
    {
        await using var policy = await Torch.Tiny(context: 160);
        var reference = await Wave(policy, Enumerable.Range(0, Episodes));
        if (policy.Regime == Regime.Lockstep)
        {
            CollectionAssert.AreEqual(reference, await Wave(policy, Enumerable.Range(0, Episodes)));
            return;
        }

        var order = Enumerable.Range(0, Episodes).ToArray();
        Draw.From(5).Shuffle<int>(order);
        foreach (var some in order.Take(batch == 1 ? 12 : Episodes).Chunk(batch))
        {
            CollectionAssert.AreEqual(some.Select(episode => reference[episode]).ToArray(), await Wave(policy, some));
        }
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Only_in_lockstep_does_a_step_wait_for_a_caller_who_is_away(bool lockstep)
    {
        await using var policy = await Torch.Tiny();
        var generator = (TorchGenerator)policy.Generator;
        generator.Lockstep = lockstep;
        var stop = TestContext.CancellationToken;
        using var here = generator.Attend();
        var away = generator.Attend();
        using var first = Open(generator, 1);
        using var second = Open(generator, 2);
        await Task.WhenAll(first.Say(new(3, []), stop).AsTask(), second.Say(new(3, []), stop).AsTask());

        // The second caller runs a tool: it attends, and asks for nothing.
        var waiting = first.Say(new(3, []), stop).AsTask();
        if (!lockstep)
        {
            await waiting;
        }
        else
        {
            await Task.Delay(100, stop);
            Assert.IsFalse(waiting.IsCompleted);
            var back = second.Say(new(3, []), stop).AsTask();
            await Task.WhenAll(waiting, back);
        }

        // Who leaves is no longer waited for.
        var last = first.Say(new(3, []), stop).AsTask();
        away.Dispose();
        Assert.HasCount(3, (await last).Tokens);
    }

    [TestMethod]
    public async Task In_lockstep_a_wave_repeats_whatever_the_tools_take()
    {
        await using var policy = await Torch.Tiny();
        ((TorchGenerator)policy.Generator).Lockstep = true;
        CollectionAssert.AreEqual(await Play(index => index % 3), await Play(index => 2 - (index % 3)));

        Task<Said[]> Play(Func<int, int> delay) => Torch.Wave(policy, Enumerable.Range(0, 24), async index =>
        {
            using var sequence = Open(policy.Generator, (ulong)index);
            await sequence.Say(new(4 + (index % 5), []), TestContext.CancellationToken);
            await Task.Delay(delay(index), TestContext.CancellationToken);
            sequence.Append([40, 41]);
            return await sequence.Say(new(6, []), TestContext.CancellationToken);
        });
    }

    private static ISequence Open(IGenerator generator, ulong seed)
    {
        var sequence = generator.Open(Draw.From(seed));
        sequence.Append([CharacterTokenizer.Begin]);
        return sequence;
    }

    // Prompts and turns of unequal length, so that sequences finish, wait, and make room at different times.
    private Task<Said[]> Wave(Policy policy, IEnumerable<int> episodes) => Torch.Wave(policy, episodes, async episode =>
    {
        using var sequence = policy.Generator.Open(Draw.From(7).At(episode));
        sequence.Append(Enumerable.Range(0, 1 + (episode % 9)).Select(index => index == 0 ? CharacterTokenizer.Begin : 20 + index).ToArray());
        await sequence.Say(new(1 + (episode % 13), []), TestContext.CancellationToken);
        sequence.Append([50, 51, 52]);
        return await sequence.Say(new(episode % 17 == 0 ? 100 : 8, []), TestContext.CancellationToken);
    });
}
