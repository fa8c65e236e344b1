namespace Lab.Core;

/// <summary>What a safetensors file holds.</summary>
/// <param name="Tensors">The tensors, in the order of their bytes.</param>
/// <param name="Metadata">Texts about the file, by name.</param>
public sealed record SafetensorsFile(EquatableArray<NamedTensor> Tensors, IReadOnlyDictionary<string, string> Metadata);
