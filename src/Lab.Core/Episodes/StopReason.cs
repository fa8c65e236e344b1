namespace Lab.Core;

/// <summary>Why an episode ended.</summary>
public enum StopReason
{
    /// <summary>The environment had what it wanted.</summary>
    Answered,

    /// <summary>A turn was cut by the limit on tokens or by the end of the context.</summary>
    OutOfTokens,

    /// <summary>One more call than the limit allows.</summary>
    TooManyCalls,

    /// <summary>The match took more turns, or an observation more room, than there is.</summary>
    LimitExceeded,

    /// <summary>What was said does not parse or is no legal move.</summary>
    Malformed,

    /// <summary>Another seat's fault ended the match: kept, and not learned from.</summary>
    EndedByOther,

    /// <summary>The lab itself failed; the verdict is undecided.</summary>
    Broken,
}
