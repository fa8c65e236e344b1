namespace Lab.Core;

/// <summary>The port for arithmetic text such as <c>(17+3)*24/7</c>. Exact, thread-safe, and bounded in time and memory.</summary>
public interface IExpressions
{
    /// <summary>The exact value, or why there is none, in a few words that a policy can read.</summary>
    Evaluation Evaluate(string text);
}

/// <summary>The value of an expression or, where it is null, the error.</summary>
public readonly record struct Evaluation(Rational? Value, string? Error);
