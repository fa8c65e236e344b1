using Lab.Policies;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Lab.Benchmarks;

/// <summary>The baseline: a loop over the plain model with the shipped sampler and optimizer.</summary>
internal sealed class PlainLoop : ILoop
{
    private readonly TorchThread _thread;
    private readonly PlainModel _model;
    private readonly AdamW _optimizer;
    private readonly Tensor _rows_BT;

    private PlainLoop(TorchThread thread)
    {
        _thread = thread;
        _model = new(CharacterTokenizer.Size);
        _optimizer = optim.AdamW(_model.parameters(), lr: 1e-4);
        _rows_BT = randint(3, CharacterTokenizer.Size, [Shape.Batch, Shape.Length]);
    }

    public static Task<PlainLoop> Create(TorchThread thread) => thread.Run(() => new PlainLoop(thread));

    public Task Generate() => _thread.Run(() =>
    {
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        var caches = Enumerable.Range(0, Shape.Layers).Select(_ => (Cache(), Cache())).ToArray();
        var next_B1 = ones([Shape.Batch, 1], dtype: ScalarType.Int64);
        for (var position = 0; position < Shape.Length - 1; position++)
        {
            using var step = NewDisposeScope();
            var logits_BV = _model.Step(next_B1, caches, position).squeeze(1);
            next_B1 = multinomial(nn.functional.softmax(logits_BV, -1), 1).MoveToOuterDisposeScope();
        }
    });

    // Half of the episodes, then the other half; each batch goes on until its longest row has ended.
    public Task Roll() => _thread.Run(() =>
    {
        using var inference = inference_mode();
        foreach (var games in Shape.Games.Chunk(Shape.Batch))
        {
            using var scope = NewDisposeScope();
            var caches = Enumerable.Range(0, Shape.Layers).Select(_ => (Cache(), Cache())).ToArray();
            var length = games.Max(game => game.Given.Count());
            var given_BT = tensor(games.SelectMany(game => game.Given.Concat(Enumerable.Repeat(false, length)).Take(length)).ToArray(), [games.Length, length]);
            var token_B1 = _rows_BT.narrow(1, 0, 1);
            for (var position = 0; position < length - 1; position++)
            {
                using var step = NewDisposeScope();
                var logits_BV = _model.Step(token_B1, caches, position).squeeze(1);
                var sampled_B1 = multinomial(nn.functional.softmax(logits_BV, -1), 1);
                token_B1 = where(given_BT.narrow(1, position + 1, 1), _rows_BT.narrow(1, 0, 1), sampled_B1).MoveToOuterDisposeScope();
            }
        }
    });

    public Task Train() => _thread.Run(() =>
    {
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        var logits_BTV = _model.call(_rows_BT.narrow(1, 0, Shape.Length - 1));
        var loss = nn.functional.cross_entropy(logits_BTV.reshape(-1, CharacterTokenizer.Size), _rows_BT.narrow(1, 1, Shape.Length - 1).reshape(-1));
        loss.backward();
        nn.utils.clip_grad_norm_(_model.parameters(), 1.0);
        _optimizer.step();
    });

    public async ValueTask DisposeAsync() => await _thread.Run(() =>
    {
        _optimizer.Dispose();
        _model.Dispose();
        _rows_BT.Dispose();
    });

    private static Tensor Cache() => zeros(Shape.Batch, Shape.Heads, Shape.Length, Shape.Width / Shape.Heads);
}
