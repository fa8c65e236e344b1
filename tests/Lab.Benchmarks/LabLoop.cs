using Lab.Core;
using Lab.Learning;
using Lab.Policies;

namespace Lab.Benchmarks;

/// <summary>The product: sequences of the generator, updates of the learner.</summary>
internal sealed class LabLoop : ILoop
{
    private readonly Policy _policy;
    private readonly Learner _learner;
    private readonly RowGroup _rows;
    private int _round;

    private LabLoop(Policy policy, Learner learner)
    {
        _policy = policy;
        _learner = learner;
        var rows = Enumerable.Range(0, Shape.Batch).Select(row => new TrainingRow(
            [.. Enumerable.Range(0, Shape.Length).Select(token => 3 + Draw.From(1).At(row).Below(CharacterTokenizer.Size - 3, token))],
            [.. Enumerable.Range(0, Shape.Length).Select(token => token > 0)]));
        _rows = new(new("", 0, 0), 0, [.. rows]);
    }

    public static async Task<LabLoop> Create(TorchRuntime torch)
    {
        var options = new PolicyOptions { Layers = Shape.Layers, Width = Shape.Width, Heads = Shape.Heads, Inner = Shape.Inner, Context = Shape.Length };
        var policy = await Policy.Create(torch.Thread, torch.Device, options, ["calculator"], Draw.From(1), CancellationToken.None);
        return new(policy, await Learner.Create(policy, new Likelihood(), new(new() { MinibatchTokens = Shape.Batch * Shape.Length }, 1e-4)));
    }

    /// <summary>What makes it repeat.</summary>
    public Regime Regime => _policy.Regime;

    public async Task Generate()
    {
        var attendances = Enumerable.Range(0, Shape.Batch).Select(_ => _policy.Generator.Attend()).ToArray();
        var draw = Draw.From(2).At(_round++);
        await Task.WhenAll(attendances.Select(async (attendance, row) =>
        {
            using (attendance)
            {
                using var sequence = _policy.Generator.Open(draw.At(row));
                sequence.Append([CharacterTokenizer.Begin]);
                await sequence.Say(new(Shape.Length - 1, []), CancellationToken.None);
            }
        }));
    }

    // As many callers as the plain loop has rows: one that has ended makes room for the next.
    public async Task Roll()
    {
        var attendances = Enumerable.Range(0, Shape.Batch).Select(_ => _policy.Generator.Attend()).ToArray();
        var draw = Draw.From(3).At(_round++);
        await Task.WhenAll(attendances.Select(async (attendance, caller) =>
        {
            using (attendance)
            {
                for (var index = caller; index < Shape.Games.Count; index += Shape.Batch)
                {
                    await Play(Shape.Games[index], draw.At(index));
                }
            }
        }));
    }

    public Task Train() => _learner.Update([_rows], 0, new(0, 1), Draw.From(3));

    private async Task Play(Game game, Draw draw)
    {
        using var sequence = _policy.Generator.Open(draw);
        sequence.Append([.. Enumerable.Repeat(CharacterTokenizer.Begin, game.Prompt)]);
        await sequence.Say(new(game.Said, []), CancellationToken.None);
        if (game.Observed > 0)
        {
            sequence.Append([.. Enumerable.Repeat(CharacterTokenizer.Begin, game.Observed)]);
            await sequence.Say(new(game.Then, []), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _learner.DisposeAsync();
        await _policy.DisposeAsync();
    }
}
