namespace Lab.Core;

/// <summary>A folder that holds a model: <c>config.json</c> and <c>weights.safetensors</c>.</summary>
public sealed class ModelFolder(string path)
{
    /// <summary>The file of the architecture and the tokenizer.</summary>
    public string Config { get; } = System.IO.Path.Combine(path, "config.json");

    /// <summary>The file of the weights.</summary>
    public string Weights { get; } = System.IO.Path.Combine(path, "weights.safetensors");

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>Reads the model.</summary>
    /// <exception cref="InvalidInputException">A file is missing or damaged, or the weights are not those of the architecture.</exception>
    public ModelFiles Read()
    {
        var (architecture, tokenizer) = ModelConfig.Read(ReadConfig(), Config);
        var model = new ModelFiles(architecture, tokenizer, Safetensors.ReadFile(Weights).Tensors);
        return model.CheckWeights() is { Count: > 0 } errors ? throw new InvalidInputException(Weights, errors) : model;
    }

    /// <summary>Writes the model, each file whole or not at all, and makes the folder where it is missing.</summary>
    /// <exception cref="ArgumentException">The model could not be read again.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(ModelFiles model)
    {
        if (ArchitectureRules.Check(model.Architecture).Concat(model.CheckWeights()).FirstOrDefault() is { } error)
        {
            throw new ArgumentException($"{error.Path} {error.Message}".TrimStart(), nameof(model));
        }

        Directory.CreateDirectory(Path);
        // "pt" is what other programs look for before they read the names as PyTorch's.
        DurableFile.Write(Weights, stream => Safetensors.Write(stream, model.Weights.Values, KeyValuePair.Create("format", "pt")));
        DurableFile.Write(Config, stream => stream.Write(ModelConfig.Write(model.Architecture, model.Tokenizer)));
    }

    private byte[] ReadConfig()
    {
        try
        {
            return File.ReadAllBytes(Config);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(Config, error.Message);
        }
    }
}
