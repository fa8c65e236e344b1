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
    private readonly Tensor _episodes_N;
    private readonly Tensor _lengths_E;

    /// <summary>Copies the tokens, and what the rows know of them by now.</summary>
    public BatchTensors(PackedBatch batch, Device device)
    {
        ArgumentNullException.ThrowIfNull(batch);
        long[] shape = [batch.Rows, batch.Width];
        _tokens_BT = tensor(batch.Tokens_BT, shape, device: device);
        _positions_BT = tensor(batch.Positions_BT, shape, device: device);
        _mask_B1TT = Mask(tensor(batch.Episodes_BT, shape, device: device), batch.Width, device);
        _places_N = tensor(batch.Places_N, device: device);
        _targets_N1 = tensor(batch.Targets_N, device: device).unsqueeze(1);
        _episodes_N = tensor(batch.Episodes_N, device: device);
        _lengths_E = tensor(batch.Lengths_E, device: device);
        Count = batch.Count;
        Episodes = batch.Episodes;
        Sampled_N = tensor(batch.Gather(row => row.Sampled), device: device);
        Values_N = tensor(batch.Gather(row => row.Values), device: device);
        Advantages_N = tensor(batch.Gather(row => row.Advantages), device: device);
        Returns_N = tensor(batch.Gather(row => row.Returns), device: device);
    }

    /// <summary>N, the number of said tokens.</summary>
    public int Count { get; }

    /// <summary>E, the number of episodes.</summary>
    public int Episodes { get; }

    /// <summary>Log-probabilities when sampled.</summary>
    public Tensor Sampled_N { get; }

    /// <summary>Values when sampled.</summary>
    public Tensor Values_N { get; }

    public Tensor Advantages_N { get; }

    public Tensor Returns_N { get; }

    /// <summary>Log-probabilities under the policy before the iteration's first update; set by the learner.</summary>
    public Tensor Before_N { get; internal set; } = null!;

    /// <summary>Log-probabilities under the reference policy, where the objective asks for them.</summary>
    public Tensor? Reference_N { get; internal set; }

    /// <summary>What the network says of the said tokens, at the temperature they were sampled with.</summary>
    public Outputs Forward(Network network, Tensor flat, double temperature)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (logProbabilities_NV, values_N) = network.Forward(flat, _tokens_BT, _positions_BT, _mask_B1TT, _places_N, temperature);
        return new(logProbabilities_NV, logProbabilities_NV.gather(1, _targets_N1).squeeze(1), values_N);
    }

    /// <summary>The mean over the said tokens of each episode: [N] to [E].</summary>
    public Tensor MeanOfEpisodes(Tensor x_N)
    {
        using var one = 1.ToScalar();
        return zeros([Episodes], device: _lengths_E.device).index_add(0, _episodes_N, x_N, one) / _lengths_E;
    }

    /// <summary>Gives every said token what its episode has: [E] to [N].</summary>
    public Tensor ToTokens(Tensor x_E)
    {
        ArgumentNullException.ThrowIfNull(x_E);
        return x_E.index_select(0, _episodes_N);
    }

    /// <summary>One number from those of the said tokens.</summary>
    /// <param name="x_N">[N].</param>
    /// <param name="normalization">How they count.</param>
    /// <param name="fixedLength">What an episode counts as, where the length is fixed.</param>
    public Tensor Reduce(Tensor x_N, LossNormalization normalization, int fixedLength)
    {
        ArgumentNullException.ThrowIfNull(x_N);
        using var sizes = ((double)Episodes * fixedLength).ToScalar();
        return normalization switch
        {
            LossNormalization.SequenceMean => MeanOfEpisodes(x_N).mean(),
            LossNormalization.FixedLength => x_N.sum() / sizes,
            _ => x_N.mean(),
        };
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
