using Lab.Core;
using TorchSharp;

namespace Lab.Policies;

/// <summary>
/// Finds out, with the policy's own shapes on this machine, whether a sequence's bits depend on its batch. Nothing is believed:
/// kernels differ between processors, threads and library versions.
/// </summary>
internal static class RegimeProbe
{
    private const int Sequences = 255;
    private const int Tokens = 6;
    private static readonly int[] s_counts = [1, 2, 3, 7, 17, 100];

    /// <summary>Samples the same sequences alone, in small batches and together, and compares bits. A GPU is not asked.</summary>
    public static async Task<Regime> Run(TorchGenerator generator, DeviceType device, CancellationToken stop)
    {
        if (device != DeviceType.CPU)
        {
            return Regime.Lockstep;
        }

        var together = await Sample(generator, [.. Enumerable.Range(0, Sequences)], stop).ConfigureAwait(false);
        foreach (var count in s_counts)
        {
            // Other neighbours and other slots than before.
            var some = Enumerable.Range(0, count).Select(index => (index * 37 + count) % Sequences).ToArray();
            var apart = await Sample(generator, some, stop).ConfigureAwait(false);
            if (!apart.SequenceEqual(some.Select(index => together[index])))
            {
                return Regime.Lockstep;
            }
        }

        return Regime.Invariant;
    }

    private static async Task<Said[]> Sample(TorchGenerator generator, int[] members, CancellationToken stop)
    {
        var options = new SayOptions(Math.Min(Tokens, generator.Context - 1), []);
        var said = new Said[members.Length];
        await Wave.Run(generator, members.Length, async index =>
        {
            using var sequence = generator.Open(Draw.From((ulong)members[index]));
            sequence.Append(Prompt(members[index], generator.Context));
            said[index] = await sequence.Say(options, stop).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return said;
    }

    // A few are longer than one padding of the cache, so that the others meet neighbours of both kinds.
    private static int[] Prompt(int member, int context) =>
        [.. Enumerable.Repeat(CharacterTokenizer.Begin, member % 50 == 1 ? Math.Clamp(context - Tokens, 1, KeyValueCache.Padding + Tokens) : 1)];
}
