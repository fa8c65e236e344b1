using Lab.Core;

namespace Lab.Policies;

/// <summary>Puts the weights of model files into the order of the flat vector.</summary>
internal static class WeightReader
{
    /// <summary>A model that was not made here has no value head; it begins at zero.</summary>
    /// <exception cref="InvalidInputException">A weight is missing, of another shape, or not stored as F32.</exception>
    public static float[] Read(ModelFiles files, ParameterLayout layout, string source)
    {
        var errors = new List<InputError>();
        var weights = new float[layout.Count];
        foreach (var parameter in layout.Parameters)
        {
            if (!files.Weights.TryGetValue(parameter.Name, out var tensor))
            {
                if (parameter.Name != ParameterLayout.ValueHead)
                {
                    errors.Add(new("", $"tensor {parameter.Name} is missing"));
                }
            }
            else if (!tensor.Shape.SequenceEqual(parameter.Shape))
            {
                errors.Add(new("", $"tensor {parameter.Name} is [{string.Join(", ", tensor.Shape)}], not [{string.Join(", ", parameter.Shape)}]"));
            }
            else if (tensor.Type != TensorType.F32)
            {
                errors.Add(new("", $"tensor {parameter.Name} is stored as {tensor.Type}; only F32 can be loaded"));
            }
            else
            {
                tensor.Floats.CopyTo(weights.AsSpan((int)parameter.Offset, (int)parameter.Count));
            }
        }

        return errors.Count == 0 ? weights : throw new InvalidInputException(source, errors);
    }
}
