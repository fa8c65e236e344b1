using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace MyLab;

public sealed record ReverseOptions : EnvironmentOptions
{
    [Description("Letters in a word.")]
    [Range(2, 12)]
    public int Letters { get; init; } = 4;
}

[Environment("reverse", "Words to be written backwards.")]
public sealed class Reverse(ReverseOptions options) : IEnvironment, IHasSolution
{
    public Problem Pose(ulong seed, double difficulty) => new Word(seed, difficulty, string.Concat(
        Enumerable.Range(0, options.Letters).Select(index => (char)('a' + Draw.From(seed).Below(26, index)))));

    public Verdict Verify(Problem problem, Episode episode) => episode.StopReason == StopReason.Answered && episode.Last.Text == Answer(problem)
        ? Verdict.Correct(Answer(problem))
        : Verdict.Wrong(null, "it is not the word backwards");

    public EquatableArray<Part> Solution(Problem problem) => [new TextPart(Answer(problem))];

    private static string Answer(Problem problem) => string.Concat(((Word)problem).Letters.Reverse());

    private sealed record Word(ulong Seed, double Difficulty, string Letters) : Problem(Seed, Difficulty)
    {
        public override string Key => Letters;

        public override EquatableArray<Part> Prompt(int seat) => [new TextPart($"{Letters}>")];
    }
}
