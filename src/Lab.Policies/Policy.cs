using Lab.Core;
using static TorchSharp.torch;

namespace Lab.Policies;

/// <summary>
/// Network, tokenizer, renderer and value head, with the weights as one vector on the device. Its tensors are touched on the
/// torch thread only.
/// </summary>
public sealed class Policy : IAsyncDisposable
{
    private readonly TorchGenerator _generator;

    private Policy(TorchThread thread, Device device, Architecture architecture, EquatableArray<string> tools, float[] weights)
    {
        Thread = thread;
        Device = device;
        Layout = new(architecture);
        Renderer = new(tools);
        Flat = tensor(weights, device: device).DetachFromDisposeScope();
        Network = new(Layout, device);
        _generator = new(thread, Flat, Layout);
    }

    public TorchThread Thread { get; }

    public Device Device { get; }

    public ParameterLayout Layout { get; }

    public Renderer Renderer { get; }

    public Network Network { get; }

    /// <summary>All parameters, in the layout's order; changed in place by a learner.</summary>
    public Tensor Flat { get; }

    public IGenerator Generator => _generator;

    /// <summary>What makes runs with this policy repeat on this machine.</summary>
    public Regime Regime { get; private set; }

    /// <summary>Names the weights as they are now; what is said from here on carries it.</summary>
    public string Version
    {
        get => _generator.WeightsVersion;
        set => _generator.WeightsVersion = value;
    }

    /// <summary>A policy that has learned nothing.</summary>
    public static Task<Policy> Create(TorchThread thread, Device device, PolicyOptions options, EquatableArray<string> tools, Draw draw, CancellationToken stop)
    {
        var architecture = options.Describe();
        return Create(thread, device, architecture, tools, WeightInitializer.Fill(new(architecture), draw), stop);
    }

    /// <summary>A policy with the weights of a model that was made here.</summary>
    /// <exception cref="InvalidInputException">The model is from elsewhere, or its weights cannot be read.</exception>
    public static Task<Policy> Load(TorchThread thread, Device device, ModelFiles files, string source, CancellationToken stop) =>
        files.Tokenizer is { } tokenizer && files.Architecture.Vocabulary == CharacterTokenizer.Size
            ? Create(thread, device, files.Architecture, tokenizer.Tools, WeightReader.Read(files, new(files.Architecture), source), stop)
            : throw new InvalidInputException(source, "this model is from elsewhere: its vocabulary is not the lab's");

    /// <summary>The weights as they are now.</summary>
    public Task<ModelFiles> Export(CancellationToken stop) => Thread.Run(
        () =>
        {
            using var scope = NewDisposeScope();
            var weights = Flat.cpu().data<float>().ToArray();
            return new ModelFiles(Layout.Architecture, new TokenizerDescription(TokenizerDescription.Characters, Renderer.Tools), Layout.Parameters.Select(parameter =>
                NamedTensor.Of(parameter.Name, [.. parameter.Shape], weights.AsSpan((int)parameter.Offset, (int)parameter.Count))));
        },
        stop);

    public async ValueTask DisposeAsync() => await Thread.Run(
        () =>
        {
            _generator.Dispose();
            Network.Dispose();
            Flat.Dispose();
        }).ConfigureAwait(false);

    private static async Task<Policy> Create(TorchThread thread, Device device, Architecture architecture, EquatableArray<string> tools, float[] weights, CancellationToken stop)
    {
        var policy = await thread.Run(() => new Policy(thread, device, architecture, tools, weights), stop).ConfigureAwait(false);
        try
        {
            policy.Regime = await RegimeProbe.Run(policy._generator, device.type, stop).ConfigureAwait(false);
        }
        catch
        {
            await policy.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        policy._generator.Lockstep = policy.Regime == Regime.Lockstep;
        return policy;
    }
}
