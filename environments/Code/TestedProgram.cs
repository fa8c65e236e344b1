using System.Globalization;
using Lab.Core;

namespace Lab.Environments;

/// <summary>
/// Puts what was said to hidden tests, each in a fresh engine of the sandbox. It is a whole JavaScript program; the function under
/// test is the value that the program ends with, where that is a function (<c>x=>x+1</c>), else the one that it declares under the
/// asked name (<c>function f(x){return x+1}</c>). Correct is what passes every test.
/// </summary>
internal sealed class TestedProgram(ISandbox sandbox, SandboxLimits limits)
{
    /// <summary>The fact that tells how near a program came.</summary>
    public static FactDeclaration Share { get; } = new("tests", 0, 1, "the share of hidden tests passed");

    /// <summary>Decides. The answer is what was said, where that is a program that the sandbox can read.</summary>
    /// <exception cref="SandboxException">The lab is at fault, not the program.</exception>
    public AnswerVerdict Decide(string said, string function, EquatableArray<CodeTest> tests)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return AnswerVerdict.Wrong(null, "no answer");
        }

        var results = sandbox.Call(said, function, [.. tests.Select(test => test.Arguments)], limits);
        var passed = tests.Zip(results).Count(pair => pair.First.IsPassedBy(pair.Second));
        if (passed == tests.Count)
        {
            return AnswerVerdict.Correct(said);
        }

        var failed = results.FirstOrDefault(result => result.Outcome != SandboxOutcome.Returned);
        var isProgram = failed is not ({ Outcome: SandboxOutcome.Malformed } or { Outcome: SandboxOutcome.Exceeded, Text: "source" });
        return AnswerVerdict.Wrong(
            isProgram ? said : null,
            string.Create(CultureInfo.InvariantCulture, $"{passed} of {tests.Count} hidden tests passed{(failed.Text is null ? "" : $"; {LimitText.Of(failed)}")}"),
            (double)passed / tests.Count);
    }
}
