using Lab.Core;
using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>
/// Keys and values of every slot, layer by layer: [S, K, C, D] for S slots, K key heads and C positions, padded to a multiple
/// of <see cref="Padding"/> so that a sequence's bits do not depend on how long its neighbours are.
/// </summary>
internal sealed class KeyValueCache : IDisposable
{
    /// <summary>Attention reads the cache in lengths that are multiples of this.</summary>
    public const int Padding = 64;

    private readonly Architecture _architecture;
    private readonly Device _device;
    private Tensor[] _keys = [];
    private Tensor[] _values = [];

    public KeyValueCache(Architecture architecture, Device device)
    {
        _architecture = architecture;
        _device = device;
        Positions = (architecture.Context + Padding - 1) / Padding * Padding;
    }

    /// <summary>Positions of a slot.</summary>
    public int Positions { get; }

    /// <summary>Slots there are.</summary>
    public int Slots { get; private set; }

    /// <summary>Makes room for at least this many slots; what the present ones hold is kept.</summary>
    public void Grow(int slots)
    {
        if (slots <= Slots)
        {
            return;
        }

        var size = Math.Max(16, Slots);
        while (size < slots)
        {
            size *= 2;
        }

        _keys = Larger(_keys, size);
        _values = Larger(_values, size);
        Slots = size;
    }

    /// <summary>Writes the keys and values, [R, K, D], of one position in each of the first R slots.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="places_RK">Where: (slot · K + head) · C + position.</param>
    /// <param name="keys_RKD">Rotated keys.</param>
    /// <param name="values_RKD">Values.</param>
    public void Write(int layer, Tensor places_RK, Tensor keys_RKD, Tensor values_RKD)
    {
        _keys[layer].view(-1, _architecture.HeadWidth).index_copy_(0, places_RK, keys_RKD.reshape(-1, _architecture.HeadWidth));
        _values[layer].view(-1, _architecture.HeadWidth).index_copy_(0, places_RK, values_RKD.reshape(-1, _architecture.HeadWidth));
    }

    /// <summary>The keys and values of the first slots up to a length, as batches of matrices: [R·K, L, D].</summary>
    public (Tensor Keys, Tensor Values) Read(int layer, int slots, int length) => (Part(_keys[layer], slots, length), Part(_values[layer], slots, length));

    /// <summary>Copies whole slots.</summary>
    public void Copy(long[] from, long[] to)
    {
        using var scope = NewDisposeScope();
        var source = tensor(from, device: _device);
        var target = tensor(to, device: _device);
        foreach (var cache in _keys.Concat(_values))
        {
            cache.index_copy_(0, target, cache.index_select(0, source));
        }
    }

    public void Dispose()
    {
        foreach (var cache in _keys.Concat(_values))
        {
            cache.Dispose();
        }
    }

    private Tensor Part(Tensor cache_SKCD, int slots, int length) =>
        cache_SKCD.narrow(0, 0, slots).narrow(2, 0, length).view(slots * _architecture.KeyValueHeads, length, _architecture.HeadWidth);

    private Tensor[] Larger(Tensor[] caches, int slots)
    {
        using var scope = NewDisposeScope();
        var larger = new Tensor[_architecture.Layers];
        for (var layer = 0; layer < larger.Length; layer++)
        {
            larger[layer] = zeros([slots, _architecture.KeyValueHeads, Positions, _architecture.HeadWidth], device: _device).DetachFromDisposeScope();
            if (caches.Length > 0)
            {
                larger[layer].narrow(0, 0, Slots).copy_(caches[layer]);
                caches[layer].Dispose();
            }
        }

        return larger;
    }
}
