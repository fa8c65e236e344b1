using System.Text.Json.Serialization;

namespace Lab.Core;

/// <summary>What a segment is made of: text, a call of a tool, or what a tool returned. A closed union.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "part")]
[JsonDerivedType(typeof(TextPart), "text")]
[JsonDerivedType(typeof(CallPart), "call")]
[JsonDerivedType(typeof(ResultPart), "result")]
public abstract record Part
{
    private protected Part()
    {
    }
}

/// <summary>Plain text. Text that looks like markup is text.</summary>
public sealed record TextPart(string Text) : Part;

/// <summary>The wish to run a tool.</summary>
/// <param name="Tool">The tool's name as the policy wrote it; it may name none.</param>
/// <param name="Arguments">The text handed to the tool.</param>
public sealed record CallPart(string Tool, string Arguments) : Part;

/// <summary>What a tool returned, an error text included.</summary>
public sealed record ResultPart(string Tool, string Text) : Part;
