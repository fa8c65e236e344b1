using System.Text.Json;
using Lab.Core;

namespace Lab.Environments;

/// <summary>What a function must return for certain arguments.</summary>
/// <param name="Arguments">A JSON array of the arguments.</param>
/// <param name="Returns">The JSON text of the value.</param>
internal sealed record CodeTest(string Arguments, string Returns)
{
    /// <summary>Whether a call came to the value: numbers by what they are worth, members of an object in any order.</summary>
    public bool IsPassedBy(SandboxResult result)
    {
        if (result.Outcome != SandboxOutcome.Returned)
        {
            return false;
        }

        try
        {
            using JsonDocument returned = JsonDocument.Parse(result.Text), expected = JsonDocument.Parse(Returns);
            return JsonElement.DeepEquals(returned.RootElement, expected.RootElement);
        }
        catch (JsonException)
        {
            // What JSON has no word for is not what was asked for.
            return false;
        }
    }
}
