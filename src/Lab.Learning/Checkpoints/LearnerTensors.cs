using Lab.Core;

namespace Lab.Learning;

/// <summary>The vectors of a <see cref="LearnerState"/> as tensors of a file, bit for bit. Its numbers are the caller's to keep.</summary>
public static class LearnerTensors
{
    private const string First = "first_moment";
    private const string Second = "second_moment";
    private const string Reference = "reference";

    /// <summary>One tensor for each vector there is, F32 and of one dimension.</summary>
    public static IReadOnlyList<NamedTensor> Of(LearnerState state) =>
    [
        Vector(First, state.FirstMoment),
        Vector(Second, state.SecondMoment),
        .. state.Reference is { } reference ? [Vector(Reference, reference)] : Array.Empty<NamedTensor>(),
    ];

    /// <summary>The state that these tensors were made of.</summary>
    /// <param name="tensors">What <see cref="Of"/> gave.</param>
    /// <param name="steps">Optimizer steps taken.</param>
    /// <param name="numbers">What the parts of the objective remember.</param>
    /// <exception cref="KeyNotFoundException">A moment is missing.</exception>
    /// <exception cref="InvalidOperationException">One holds other numbers than F32.</exception>
    public static LearnerState Read(IEnumerable<NamedTensor> tensors, long steps, IReadOnlyDictionary<string, double> numbers)
    {
        var byName = tensors.ToDictionary(tensor => tensor.Name);
        return new(
            byName[First].Floats.ToArray(),
            byName[Second].Floats.ToArray(),
            steps,
            byName.TryGetValue(Reference, out var reference) ? reference.Floats.ToArray() : null,
            numbers);
    }

    private static NamedTensor Vector(string name, float[] numbers) => NamedTensor.Of(name, [numbers.Length], numbers);
}
