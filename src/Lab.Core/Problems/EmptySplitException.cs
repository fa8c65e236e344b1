namespace Lab.Core;

/// <summary>The held-out split leaves no problem on the side that one was asked from.</summary>
public sealed class EmptySplitException(string message) : Exception(message);
