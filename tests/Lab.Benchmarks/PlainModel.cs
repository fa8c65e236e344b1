using TorchSharp;
using TorchSharp.Modules;
using static Lab.Policies.Sums;
using static TorchSharp.torch;

namespace Lab.Benchmarks;

/// <summary>The same transformer as a TorchSharp user would write it: modules, fused attention, the shipped operators, but sums
/// whose factor is held (<see cref="Lab.Policies.Sums"/>): a baseline must not crash.</summary>
internal sealed class PlainModel : nn.Module<Tensor, Tensor>
{
    private readonly Embedding _embedding;
    private readonly ModuleList<PlainBlock> _blocks;
    private readonly Parameter _gain;

    public PlainModel(int vocabulary)
        : base("plain")
    {
        _embedding = nn.Embedding(vocabulary, Shape.Width);
        _blocks = new([.. Enumerable.Range(0, Shape.Layers).Select(_ => new PlainBlock())]);
        _gain = nn.Parameter(ones(Shape.Width));
        RegisterComponents();
    }

    /// <summary>Whole rows: tokens_BT to logits_BTV.</summary>
    public override Tensor forward(Tensor tokens_BT)
    {
        var (cos, sin) = PlainBlock.Angles(0, tokens_BT.shape[1]);
        var x = _embedding.call(tokens_BT);
        foreach (var block in _blocks)
        {
            x = block.Forward(x, cos, sin, cache: null, position: 0);
        }

        return matmul(PlainBlock.Norm(x, _gain), _embedding.weight!.t());
    }

    /// <summary>One token of every row, with a cache of keys and values for each block.</summary>
    public Tensor Step(Tensor tokens_B1, (Tensor Keys, Tensor Values)[] caches, int position)
    {
        var (cos, sin) = PlainBlock.Angles(position, 1);
        var x = _embedding.call(tokens_B1);
        for (var index = 0; index < _blocks.Count; index++)
        {
            x = _blocks[index].Forward(x, cos, sin, caches[index], position);
        }

        return matmul(PlainBlock.Norm(x, _gain), _embedding.weight!.t());
    }
}

/// <summary>One layer of it.</summary>
internal sealed class PlainBlock : nn.Module
{
    private const int HeadWidth = Shape.Width / Shape.Heads;

    private static readonly Scalar s_epsilon = 1e-5.ToScalar();
    private readonly Linear _queries = nn.Linear(Shape.Width, Shape.Width, hasBias: false);
    private readonly Linear _keys = nn.Linear(Shape.Width, Shape.Width, hasBias: false);
    private readonly Linear _values = nn.Linear(Shape.Width, Shape.Width, hasBias: false);
    private readonly Linear _output = nn.Linear(Shape.Width, Shape.Width, hasBias: false);
    private readonly Linear _gate = nn.Linear(Shape.Width, Shape.Inner, hasBias: false);
    private readonly Linear _up = nn.Linear(Shape.Width, Shape.Inner, hasBias: false);
    private readonly Linear _down = nn.Linear(Shape.Inner, Shape.Width, hasBias: false);
    private readonly Parameter _attentionGain = nn.Parameter(ones(Shape.Width));
    private readonly Parameter _forwardGain = nn.Parameter(ones(Shape.Width));

    public PlainBlock()
        : base("block") => RegisterComponents();

    public static Tensor Norm(Tensor x, Tensor gain) => x * rsqrt((x * x).mean([-1], keepdim: true).Plus(s_epsilon)) * gain;

    public static (Tensor Cos, Tensor Sin) Angles(int start, long count)
    {
        var frequencies = tensor(Enumerable.Range(0, HeadWidth / 2).Select(index => (float)Math.Pow(10000, -2.0 * index / HeadWidth)).ToArray());
        var angles = outer(tensor(Enumerable.Range(start, (int)count).Select(position => (float)position).ToArray()), frequencies);
        return (angles.cos(), angles.sin());
    }

    public Tensor Forward(Tensor x, Tensor cos, Tensor sin, (Tensor Keys, Tensor Values)? cache, int position)
    {
        var normed = Norm(x, _attentionGain);
        var queries = Rotate(Split(_queries.call(normed)), cos, sin);
        var keys = Rotate(Split(_keys.call(normed)), cos, sin);
        var values = Split(_values.call(normed));
        if (cache is { } kept)
        {
            kept.Keys.narrow(2, position, 1).copy_(keys);
            kept.Values.narrow(2, position, 1).copy_(values);
            keys = kept.Keys.narrow(2, 0, position + 1);
            values = kept.Values.narrow(2, 0, position + 1);
        }

        var mixed = nn.functional.scaled_dot_product_attention(queries, keys, values, is_casual: cache is null);
        x = x.Plus(_output.call(mixed.transpose(1, 2).reshape(x.shape[0], x.shape[1], Shape.Width)));
        var inner = Norm(x, _forwardGain);
        return x.Plus(_down.call(nn.functional.silu(_gate.call(inner)) * _up.call(inner)));
    }

    private static Tensor Split(Tensor x) => x.view(x.shape[0], x.shape[1], Shape.Heads, HeadWidth).transpose(1, 2);

    private static Tensor Rotate(Tensor x, Tensor cos, Tensor sin)
    {
        var halves = x.chunk(2, -1);
        return cat([(halves[0] * cos) - (halves[1] * sin), (halves[1] * cos).Plus(halves[0] * sin)], -1);
    }
}
