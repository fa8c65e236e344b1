using System.Text.Encodings.Web;

namespace Lab.Core;

/// <summary>Text from outside, made fit to stand in a message: one line, short, without control characters.</summary>
public static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string text) => text.Length <= Longest
        ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)
        : JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text[..Longest]) + "…";
}
