namespace Lab.Core;

/// <summary>A model as data: what every format reads and writes, and what the lab's networks are made from.</summary>
/// <param name="Architecture">Its shape.</param>
/// <param name="Tokenizer">The lab's own tokenizer; null for a model from elsewhere.</param>
/// <param name="Weights">
/// The weights by name: those of <see cref="WeightShape.Of"/>, the value head where there is one.
/// </param>
public sealed record ModelFiles(Architecture Architecture, TokenizerDescription? Tokenizer, IReadOnlyDictionary<string, NamedTensor> Weights)
{
    /// <exception cref="ArgumentException">Two weights have one name.</exception>
    public ModelFiles(Architecture architecture, TokenizerDescription? tokenizer, IEnumerable<NamedTensor> weights)
        : this(architecture, tokenizer, weights.ToDictionary(weight => weight.Name, StringComparer.Ordinal))
    {
    }

    /// <summary>What keeps the weights from being those of the architecture, in one line each.</summary>
    internal IReadOnlyList<InputError> CheckWeights()
    {
        var wanted = WeightShape.Of(Architecture);
        var errors = new List<InputError>();
        foreach (var (name, shape) in wanted)
        {
            if (!Weights.TryGetValue(name, out var weight))
            {
                if (name != WeightShape.ValueHead)
                {
                    errors.Add(new("", $"tensor {name} is missing"));
                }
            }
            else if (weight.Shape != shape)
            {
                errors.Add(new("", $"tensor {name} is [{string.Join(", ", weight.Shape)}] where config.json makes it [{string.Join(", ", shape)}]"));
            }
        }

        var known = wanted.Select(weight => weight.Name).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(Weights.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).Select(name => new InputError("", $"tensor {name} is none of this architecture's")));
        return errors;
    }
}
