namespace Lab.Policies;

/// <summary>Which sequence has which slot of the cache. The lowest free slot is given first; used only on the torch thread.</summary>
internal sealed class SlotTable
{
    private readonly List<TorchSequence?> _slots = [];

    /// <summary>Slots up to the last one in use.</summary>
    public int Count => _slots.Count;

    public TorchSequence? this[int slot] => slot < _slots.Count ? _slots[slot] : null;

    public void Take(TorchSequence sequence)
    {
        var free = _slots.IndexOf(null);
        if (free < 0)
        {
            free = _slots.Count;
            _slots.Add(null);
        }

        _slots[free] = sequence;
        sequence.Slot = free;
    }

    public void Release(TorchSequence sequence)
    {
        if (sequence.Slot is { } slot)
        {
            _slots[slot] = null;
            sequence.Slot = null;
            Trim();
        }
    }

    /// <summary>
    /// Moves the last sequences into free slots where that saves at least an eighth of the rows; says which slots to copy.
    /// </summary>
    public (long[] From, long[] To) Compact()
    {
        var holes = _slots.Count(sequence => sequence is null);
        if (holes < DecodeStep.RowPadding || holes * 8 < _slots.Count)
        {
            return ([], []);
        }

        var from = new List<long>();
        var to = new List<long>();
        for (var hole = _slots.IndexOf(null); hole >= 0; hole = _slots.IndexOf(null, hole))
        {
            var last = _slots[^1]!;
            from.Add(last.Slot!.Value);
            to.Add(hole);
            _slots[^1] = null;
            _slots[hole] = last;
            last.Slot = hole;
            Trim();
        }

        return ([.. from], [.. to]);
    }

    private void Trim()
    {
        while (_slots.Count > 0 && _slots[^1] is null)
        {
            _slots.RemoveAt(_slots.Count - 1);
        }
    }
}
