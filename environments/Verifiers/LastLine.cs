namespace Lab.Environments;

/// <summary>Where a verifier looks for the answer when thoughts may stand before it.</summary>
internal static class LastLine
{
    /// <summary>The last line that is not blank, without the space around it; empty where there is none.</summary>
    public static string Of(string said)
    {
        var text = said.AsSpan().TrimEnd();
        return text[(text.LastIndexOf('\n') + 1)..].Trim().ToString();
    }
}
