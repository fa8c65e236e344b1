using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace MyLab;

/// <summary>What an experiment file may say about it: a property each, with its range and its default.</summary>
public sealed record MyLabOptions : EnvironmentOptions
{
    [Description("Digits in a problem at difficulty 1; at difficulty 0 there are two.")]
    [Range(2, 9)]
    public int Digits { get; init; } = 4;

    [Description("Share of demonstrations in which two neighbours change places.")]
    [Range(0.0, 1.0)]
    public double Swapped { get; init; } = 0.7;
}

[Environment("my-lab", "Digits to be sorted, such as 5281>")]
public sealed class MyLabEnvironment(MyLabOptions options) : IEnvironment, IHasSolution, IHasDemonstrations, IReadsPrompts
{
    // All chance is drawn from the seed, by number or name: the same seed poses the same problem, always.
    public Problem Pose(ulong seed, double difficulty) => new Digits(seed, difficulty, string.Concat(
        Enumerable.Range(0, 2 + (int)Math.Round((options.Digits - 2) * difficulty)).Select(index => Draw.From(seed).Below(10, index))));

    // Whatever a policy says is right or wrong; nothing that it says may throw.
    public Verdict Verify(Problem problem, Episode episode) => episode.StopReason == StopReason.Answered && episode.Last.Text == Sorted(problem)
        ? Verdict.Correct(Sorted(problem))
        : Verdict.Wrong(null, "these are not the digits in order");

    public EquatableArray<Part> Solution(Problem problem) => [new TextPart(Sorted(problem))];

    // What stage one imitates, mistakes included.
    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw)
    {
        var said = Sorted(problem);
        var at = draw.At("place").Below(said.Length - 1);
        return [new TextPart(draw.At("swapped").Uniform() < options.Swapped ? $"{said[..at]}{said[at + 1]}{said[at]}{said[(at + 2)..]}" : said)];
    }

    // What a person may ask: lab sample <run> "5281>".
    public Problem? Read(string prompt, out string? error)
    {
        var digits = prompt.TrimEnd('>');
        error = digits.Length is >= 2 and <= 9 && digits.All(char.IsAsciiDigit) ? null : "expected 2 to 9 digits, such as 5281>";
        return error is null ? new Digits(0, 1, digits) : null;
    }

    private static string Sorted(Problem problem) => string.Concat(((Digits)problem).Text.Order());

    private sealed record Digits(ulong Seed, double Difficulty, string Text) : Problem(Seed, Difficulty)
    {
        // Problems of one key are held out together. The same digits in another order have the same answer.
        public override string Key => string.Concat(Text.Order());

        public override EquatableArray<Part> Prompt(int seat) => [new TextPart($"{Text}>")];
    }
}
