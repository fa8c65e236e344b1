using Acornima.Ast;

namespace Lab.Sandbox;

/// <summary>
/// Words of the language that the sandbox does not speak: regular expressions, whose matching is bounded by a clock alone, and
/// integers of any size, of which one power can take all day.
/// </summary>
internal static class Vocabulary
{
    /// <summary>What the program uses and cannot, or null.</summary>
    public static string? Missing(Node program) => program.DescendantNodes().Select(node => node switch
    {
        RegExpLiteral => "regular expressions",
        BigIntLiteral => "BigInts",
        ImportExpression => "modules",
        _ => null,
    }).FirstOrDefault(missing => missing is not null);
}
