using Lab.Policies;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>A minibatch on the device. Its tensors belong to the dispose scope it is made in.</summary>
public sealed class BatchTensors
{
    private readonly Tensor _tokens_BT;
    private readonly Tensor _positions_BT;
    private readonly Tensor _mask_B1TT;
    private readonly Tensor _places_N;
    private readonly Tensor _targets_N1;

    public BatchTensors(PackedBatch batch, Device device)
    {
        long[] shape = [batch.Rows, batch.Width];
        _tokens_BT = tensor(batch.Tokens_BT, shape, device: device);
        _positions_BT = tensor(batch.Positions_BT, shape, device: device);
        _mask_B1TT = Mask(tensor(batch.Episodes_BT, shape, device: device), batch.Width, device);
        _places_N = tensor(batch.Places_N, device: device);
        _targets_N1 = tensor(batch.Targets_N, device: device).unsqueeze(1);
        Count = batch.Targets_N.Length;
        Sampled_N = tensor(batch.Sampled_N, device: device);
        Values_N = tensor(batch.Values_N, device: device);
        Advantages_N = tensor(batch.Advantages_N, device: device);
        Returns_N = tensor(batch.Returns_N, device: device);
    }

    /// <summary>N, the number of said tokens.</summary>
    public int Count { get; }

    /// <summary>Log-probabilities when sampled.</summary>
    public Tensor Sampled_N { get; }

    /// <summary>Values when sampled.</summary>
    public Tensor Values_N { get; }

    public Tensor Advantages_N { get; }

    public Tensor Returns_N { get; }

    /// <summary>Log-probabilities under the policy before the iteration's first update; set by the learner.</summary>
    public Tensor Before_N { get; internal set; } = null!;

    /// <summary>Log-probabilities under the policy that the stage began with, where the algorithm asks for them.</summary>
    public Tensor? Reference_N { get; internal set; }

    /// <summary>What the network says of the said tokens, at the temperature they were sampled with.</summary>
    public Outputs Forward(Network network, Tensor flat, double temperature)
    {
        var (logProbabilities_NV, values_N) = network.Forward(flat, _tokens_BT, _positions_BT, _mask_B1TT, _places_N, temperature);
        return new(logProbabilities_NV, logProbabilities_NV.gather(1, _targets_N1).squeeze(1), values_N);
    }

    // Each token sees the earlier ones of its own episode; padding sees padding, so that no row is empty.
    private static Tensor Mask(Tensor episodes_BT, int width, Device device)
    {
        using var never = float.NegativeInfinity.ToScalar();
        var same_BTT = episodes_BT.unsqueeze(2).eq(episodes_BT.unsqueeze(1));
        var earlier_TT = ones([width, width], dtype: ScalarType.Bool, device: device).tril_();
        return zeros(same_BTT.shape, device: device).masked_fill_(same_BTT.logical_and(earlier_TT).logical_not(), never).unsqueeze(1);
    }
}

/// <summary>A network's answer for the N said tokens of a minibatch.</summary>
/// <param name="LogProbabilities_NV">Of every token.</param>
/// <param name="Said_N">Of the token that was said.</param>
/// <param name="Values_N">Before it.</param>
public readonly record struct Outputs(Tensor LogProbabilities_NV, Tensor Said_N, Tensor Values_N);
