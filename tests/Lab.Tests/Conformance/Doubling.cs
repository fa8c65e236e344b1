using System.Globalization;
using Lab.Core;

namespace Lab.Tests;

/// <summary>A sound little environment, "2*7?", of which a test can replace any piece by a broken one.</summary>
internal sealed class Doubling : IEnvironment, IHasSolution, IHasDemonstrations, IReadsPrompts
{
    public Func<ulong, double, Doubled> Posing { get; init; } = (seed, difficulty) => new(seed, difficulty, (int)(seed % 50));

    public Func<Doubled, string> Keys { get; init; } = problem => $"2*{problem.Number}";

    public Func<Doubled, string> Prompts { get; init; } = problem => $"2*{problem.Number}?";

    public Func<Doubled, string> Solving { get; init; } = problem => problem.Answer;

    public Func<Match, Turn> Turning { get; init; } = SingleSeat.Next;

    public Func<Doubled, Episode, Verdict> Deciding { get; init; } = Decide;

    public Func<Doubled, Episode, Draw, Part> Demonstrating { get; init; } = (problem, _, draw) =>
        new TextPart(draw.At("right").Below(2) == 0 ? problem.Answer : "5");

    public Func<string, (Problem? Problem, string? Error)>? Reading { get; init; }

    public IReadOnlyList<FactDeclaration> Facts { get; init; } = [new("length", 0, 10_000_000, "characters said")];

    public static Verdict Decide(Doubled problem, Episode episode)
    {
        if (episode.StopReason != StopReason.Answered)
        {
            return Verdict.Wrong(null, "no answer");
        }

        var length = new Fact("length", episode.Last.Text.Length);
        return episode.Last.Text == problem.Answer ? Verdict.Correct(problem.Answer, length) : Verdict.Wrong(null, "another text", length);
    }

    public Problem Pose(ulong seed, double difficulty) => Posing(seed, difficulty) with { Environment = this };

    public Turn Next(Problem problem, Match soFar) => Turning(soFar);

    public Verdict Verify(Problem problem, Episode episode) => Deciding((Doubled)problem, episode);

    public EquatableArray<Part> Solution(Problem problem) => [new TextPart(Solving((Doubled)problem))];

    public EquatableArray<Part> Demonstrate(Problem problem, Episode soFar, Draw draw) => [Demonstrating((Doubled)problem, soFar, draw)];

    public Problem? Read(string prompt, out string? error)
    {
        (var problem, error) = Reading is null ? Parse(prompt) : Reading(prompt);
        return problem;
    }

    public (Problem? Problem, string? Error) Parse(string prompt) =>
        prompt.Length < 9 && prompt.StartsWith("2*", StringComparison.Ordinal) && int.TryParse(prompt[2..].TrimEnd('?'), CultureInfo.InvariantCulture, out var number)
            ? (new Doubled(0, 1, number) { Environment = this }, null)
            : (null, "expected 2*7?");

    internal sealed record Doubled(ulong Seed, double Difficulty, int Number) : Problem(Seed, Difficulty)
    {
        public Doubling? Environment { get; init; }

        /// <summary>What no problem should have: something that changes.</summary>
        public int Touched { get; set; }

        public string Answer => (2 * Number).ToString(CultureInfo.InvariantCulture);

        public override string Key => Environment!.Keys(this);

        public override EquatableArray<Part> Prompt(int seat) => [new TextPart(Environment!.Prompts(this))];
    }
}
