namespace Lab.Policies;

/// <summary>
/// The letters that a tensor's name ends in, one for each of its dimensions, outermost first: <c>logits_BTV</c>. The constants
/// exist to be read; nothing computes with them.
/// </summary>
public static class Dimensions
{
    /// <summary>Sequences of a batch.</summary>
    public const char B = 'B';

    /// <summary>Tokens of a sequence, in order.</summary>
    public const char T = 'T';

    /// <summary>Places for tokens in the cache: T or more, the rest masked.</summary>
    public const char S = 'S';

    /// <summary>Vocabulary.</summary>
    public const char V = 'V';

    /// <summary>Width of the residual stream.</summary>
    public const char W = 'W';

    /// <summary>Inner width of a feed-forward block.</summary>
    public const char I = 'I';

    /// <summary>Layers.</summary>
    public const char L = 'L';

    /// <summary>Attention heads.</summary>
    public const char H = 'H';

    /// <summary>Heads of keys and values: H, or fewer that several heads share.</summary>
    public const char K = 'K';

    /// <summary>Width of one head.</summary>
    public const char D = 'D';

    /// <summary>Rows flattened from B and T, without padding: the tokens of a minibatch.</summary>
    public const char N = 'N';

    /// <summary>Problems of an iteration.</summary>
    public const char P = 'P';

    /// <summary>Attempts at one problem: the members of a group.</summary>
    public const char G = 'G';
}
