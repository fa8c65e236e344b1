using System.Security.Cryptography;
using System.Text;

namespace Lab.Core;

/// <summary>The split of problem keys into those for training and those held out, by hash: the same for every seed.</summary>
/// <param name="Share">The share of keys held out, in [0, 1).</param>
public readonly record struct HeldOut(double Share)
{
    /// <summary>Whether no training stage may see problems with this key.</summary>
    public bool Contains(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return BitConverter.ToUInt64(hash) * (1.0 / 18446744073709551616.0) < Share;
    }
}
