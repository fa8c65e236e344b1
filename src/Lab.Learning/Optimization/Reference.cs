using Lab.Policies;
using TorchSharp;
using static TorchSharp.torch;

namespace Lab.Learning;

/// <summary>The policy that an objective compares with: the learner's own as it was, or a teacher's.</summary>
internal sealed class Reference : IDisposable
{
    private readonly Network _network;
    private readonly Tensor _flat;
    private readonly ReferenceRule _rule;
    private readonly bool _owns;

    private Reference(Network network, Tensor flat, ReferenceRule rule, bool owns) => (_network, _flat, _rule, _owns) = (network, flat, rule, owns);

    /// <summary>The policy as it is now, or as it was saved.</summary>
    public static Reference Of(Policy policy, ReferenceRule rule, float[]? saved)
    {
        using var scope = NewDisposeScope();
        var flat = saved is null ? policy.Flat.clone() : tensor(saved, device: policy.Device);
        return new(policy.Network, flat.DetachFromDisposeScope(), rule, owns: true);
    }

    /// <summary>Another policy, which stays as it is.</summary>
    public static Reference Of(Policy teacher) => new(teacher.Network, teacher.Flat, new(), owns: false);

    /// <summary>Log-probabilities of a minibatch's said tokens.</summary>
    public Tensor Score(BatchTensors batch, double temperature) => batch.Forward(_network, _flat, temperature).Said_N;

    /// <summary>Moves as its rule says, after an iteration (from 1).</summary>
    public void Move(Tensor flat, int iteration)
    {
        using var scope = NewDisposeScope();
        if (_rule.Refresh is { } every && iteration % every == 0)
        {
            _flat.copy_(flat);
        }
        else if (_rule.Follow is { } rate)
        {
            using Scalar share = rate.ToScalar(), rest = (1 - rate).ToScalar();
            _flat.mul_(rest).add_(flat, share);
        }
    }

    /// <summary>Its parameters, to be saved; null where they are somebody else's.</summary>
    public float[]? Save()
    {
        using var scope = NewDisposeScope();
        return _owns ? _flat.cpu().data<float>().ToArray() : null;
    }

    public void Dispose()
    {
        if (_owns)
        {
            _flat.Dispose();
        }
    }
}
