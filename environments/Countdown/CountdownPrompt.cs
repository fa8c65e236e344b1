using System.Globalization;
using System.Text.RegularExpressions;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Reads numbers and a target that a person typed.</summary>
internal static partial class CountdownPrompt
{
    public static CountdownProblem? Read(string prompt, out string? error)
    {
        var typed = Typed().Match(prompt);
        if (!typed.Success)
        {
            error = $"expected {CountdownOptions.Fewest} to {CountdownOptions.Most} whole numbers, > and a target, such as 3 7 12>45";
            return null;
        }

        var numbers = typed.Groups["number"].Captures.Select(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)).ToEquatableArray();
        var target = long.Parse(typed.Groups["target"].ValueSpan, CultureInfo.InvariantCulture);
        error = numbers.Any(number => number is < 1 or > CountdownOptions.LargestNumber) ? $"the numbers go from 1 to {CountdownOptions.LargestNumber}"
            : target < 1 ? "the target is 1 or more"
            : CountdownSolver.Solve(numbers, target) is null ? $"no expression of these numbers reaches {target}"
            : null;
        return error is null ? new(0, 1, numbers, target) : null;
    }

    [GeneratedRegex(@"^\s*(?<number>[0-9]{1,3})(\s+(?<number>[0-9]{1,3})){1,5}\s*>\s*(?<target>[0-9]{1,13})\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
