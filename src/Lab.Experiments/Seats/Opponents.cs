using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Experiments;

/// <summary>Those who sit at a table with the policy that learns, for the length of a stage.</summary>
/// <param name="context">The stage's.</param>
/// <param name="self">The policy that learns, as a player.</param>
/// <param name="temperature">What policies are sampled with.</param>
internal sealed class Opponents(StageContext context, IPlayer self, double temperature) : IAsyncDisposable
{
    private readonly LoadedPolicies _loaded = new(context.Policy);

    /// <summary>Who sits where in the next iteration.</summary>
    /// <param name="done">Iterations that are done.</param>
    /// <param name="stop">Ends the run.</param>
    public async Task<Seating> Seat(int done, CancellationToken stop)
    {
        if (context.Seats.Count == 0)
        {
            return Seating.Of(self);
        }

        var needed = new HashSet<string>(StringComparer.Ordinal);
        var occupants = new List<Occupant>();
        foreach (var (index, seat) in context.Seats.Index())
        {
            occupants.Add(seat switch
            {
                ScriptSeat { Name: Script.Perfect } => new(StrategyPlayer.Perfect((IHasOracle)context.Environment), Learns: false),
                ScriptSeat => new(StrategyPlayer.Uniform(), Learns: false),
                PastSeat past => new(await Past(past, done, needed, stop).ConfigureAwait(false), Learns: false),
                RunSeat => new(await Load(context.Opponent(index), needed, stop).ConfigureAwait(false), Learns: false),
                _ => new(self, Learns: true),
            });
        }

        await _loaded.Keep(needed).ConfigureAwait(false);
        return new(occupants, moving: true);
    }

    public ValueTask DisposeAsync() => _loaded.DisposeAsync();

    private async Task<IPlayer> Past(PastSeat past, int done, HashSet<string> needed, CancellationToken stop)
    {
        if (done % past.Every == 0)
        {
            await context.KeepWeights(done).ConfigureAwait(false);
        }

        var players = new List<IPlayer>();
        foreach (var kept in past.Kept(done))
        {
            players.Add(await Load(context.WeightsAt(kept), needed, stop).ConfigureAwait(false));
        }

        return new DrawnPlayer(players);
    }

    private async Task<IPlayer> Load(string path, HashSet<string> needed, CancellationToken stop)
    {
        needed.Add(path);
        var policy = await _loaded.Load(path, stop).ConfigureAwait(false);
        return new PolicyPlayer(policy.Generator, policy.Renderer, temperature);
    }
}
