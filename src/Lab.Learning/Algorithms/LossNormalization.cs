namespace Lab.Learning;

/// <summary>How the losses of a minibatch's said tokens become one number.</summary>
public enum LossNormalization
{
    /// <summary>Every token counts alike: long episodes count more. DAPO, arXiv:2503.14476.</summary>
    TokenMean,

    /// <summary>Every episode counts alike, whatever its length: a token of a long one counts less. GRPO, arXiv:2402.03300.</summary>
    SequenceMean,

    /// <summary>The sum of an episode's tokens over a constant: neither length counts. Dr. GRPO, arXiv:2503.20783.</summary>
    FixedLength,
}
