using System.Globalization;
using Lab.Core;

namespace Lab.Tests;

/// <summary>For every check of an environment, plugins that it has to catch.</summary>
internal static class BrokenEnvironments
{
    public static IEnumerable<(string Claim, string How, Func<IEnvironment> Broken)> All =>
    [
        ("every seed and difficulty poses a problem", "difficulty 0 is too easy for it", () =>
            new Doubling { Posing = (seed, difficulty) => difficulty > 0 ? new(seed, difficulty, (int)(seed % 50)) : throw new NotSupportedException() }),
        ("same seed and difficulty, same problem", "it counts", Counting),
        ("a problem carries the seed and difficulty it was posed from", "another seed", () =>
            new Doubling { Posing = (seed, difficulty) => new(seed + 1, difficulty, (int)(seed % 50)) }),
        ("a problem carries the seed and difficulty it was posed from", "another difficulty", () =>
            new Doubling { Posing = (seed, _) => new(seed, 1, (int)(seed % 50)) }),
        ("every seat is told something that a policy can read", "nothing", () => new Doubling { Prompts = _ => "" }),
        ("every seat is told something that a policy can read", "not in ASCII", () => new Doubling { Prompts = problem => $"2×{problem.Number}" }),
        ("every seat is told something that a policy can read", "more than 100 000 characters", () => new Doubling { Prompts = _ => new string('2', 100_001) }),
        ("every seat is told something that a policy can read", "no seat at all", () => new NoSeats()),
        ("one prompt has one key", "the seed is the key", () => new Doubling { Keys = problem => $"{problem.Seed}" }),
        ("one key has one solution", "tens are the key", () => new Doubling { Keys = problem => $"{problem.Number / 10}" }),
        ("there are keys to hold out and keys to train on", "one key for all", () => new Doubling { Keys = _ => "2" }),
        ("a match comes to an end", "it asks again and again", () => new Doubling { Turning = _ => new Turn.Say(0) }),
        ("a match comes to an end", "it shows more and more", () => new Doubling { Turning = _ => new Turn.Observe(0, [new TextPart("wait")]) }),
        ("a match comes to an end", "it throws", () => new Doubling { Turning = _ => throw new InvalidOperationException() }),
        ("the solution is correct", "off by one", () => new Doubling { Solving = problem => $"{(2 * problem.Number) + 1}" }),
        ("the solution is correct", "it throws", () => new Doubling { Solving = _ => throw new InvalidOperationException() }),
        ("silence, garbage and the echoed prompt are not correct", "everything is correct", () => new Doubling { Deciding = (_, _) => Verdict.Correct("") }),
        ("silence, garbage and the echoed prompt are not correct", "silence is", () => Accepting((_, text) => text.Length == 0)),
        ("silence, garbage and the echoed prompt are not correct", "blanks are", () => Accepting((_, text) => text == " \n")),
        ("silence, garbage and the echoed prompt are not correct", "the prompt has the answer's first digit", () => Accepting((_, text) => text.StartsWith("2*", StringComparison.Ordinal))),
        ("silence, garbage and the echoed prompt are not correct", "long answers are", () => Accepting((_, text) => text.Length > 8)),
        ("an episode that was cut short is not correct", "the stop reason is not read", () => new Doubling { Deciding = (problem, episode) => Doubling.Decide(problem, episode with { StopReason = StopReason.Answered }) }),
        ("whatever is said is decided, with a bounded verdict", "it parses without care", () => Accepting((problem, text) => int.Parse(text, CultureInfo.InvariantCulture) == 2 * problem.Number)),
        ("whatever is said is decided, with a bounded verdict", "it repeats what was said", () => new Doubling { Deciding = (_, episode) => Verdict.Wrong(episode.Last.Text, "") }),
        ("facts are declared and within their range", "undeclared", () => new Doubling { Facts = [] }),
        ("facts are declared and within their range", "beyond the range", () => new Doubling { Facts = [new("length", 0, 1, "")] }),
        ("facts are declared and within their range", "no number", () => new Doubling { Deciding = (_, _) => Verdict.Wrong(null, "", new Fact("length", double.NaN)) }),
        ("facts are declared and within their range", "declared twice", () => new Doubling { Facts = [new("length", 0, 1e9, ""), new("length", 0, 1e9, "")] }),
        ("facts are declared and within their range", "a range without an end", () => new Doubling { Facts = [new("length", 0, double.PositiveInfinity, "")] }),
        ("asking twice gives the same answer", "it counts verdicts", () =>
        {
            var count = 0;
            return new Doubling { Deciding = (_, _) => Verdict.Wrong(null, "", new Fact("length", Interlocked.Increment(ref count))) };
        }),
        ("asking from several threads gives the same answer", "a shared field", Racing),
        ("asking leaves the problem as it was", "verifying changes the key", () => new Doubling
        {
            Keys = problem => $"2*{problem.Number}, asked {problem.Touched} times",
            Deciding = (problem, episode) =>
            {
                problem.Touched++;
                return Doubling.Decide(problem, episode);
            },
        }),
        ("it reads its own prompts", "it does not", () => new Doubling { Reading = _ => (null, "no") }),
        ("it reads its own prompts", "as another one", () => Reading((sound, _) => sound.Parse("2*51?"))),
        ("a prompt that poses nothing is refused with a reason", "without a reason", () => Reading((sound, text) => (sound.Parse(text).Problem, null))),
        ("a prompt that poses nothing is refused with a reason", "it throws", () => Reading((sound, text) => sound.Parse(text) is { Problem: null } ? throw new FormatException() : sound.Parse(text))),
        ("a prompt that poses nothing is refused with a reason", "read and refused", () => Reading((sound, _) => (sound.Parse("2*7?").Problem, "no"))),
        ("demonstrations come to an end", "one call after the other", () => new Doubling { Demonstrating = (_, _, _) => new CallPart("calculator", "2*2") }),
        ("demonstrations come to an end", "it throws", () => new Doubling { Demonstrating = (_, _, _) => throw new InvalidOperationException() }),
        ("demonstrations say what a policy can read", "a symbol", () => new Doubling { Demonstrating = (_, _, _) => new TextPart("½") }),
        ("the same draw demonstrates the same", "it counts", () =>
        {
            var count = 0;
            return new Doubling { Demonstrating = (_, _, _) => new TextPart($"{Interlocked.Increment(ref count)}") };
        }),
    ];

    private static Doubling Counting()
    {
        var count = 0;
        return new() { Posing = (seed, difficulty) => new(seed, difficulty, Interlocked.Increment(ref count)) };
    }

    /// <summary>Wrong only while two threads are inside at once.</summary>
    private static Doubling Racing()
    {
        var inside = 0;
        return new()
        {
            Deciding = (problem, episode) =>
            {
                var alone = Interlocked.Increment(ref inside) == 1;
                if (problem.Number < 5)
                {
                    Thread.Sleep(1);
                }

                Interlocked.Decrement(ref inside);
                return alone ? Doubling.Decide(problem, episode) : Verdict.Wrong(null, "met someone");
            },
        };
    }

    private static Doubling Accepting(Func<Doubling.Doubled, string, bool> accepts) => new()
    {
        Deciding = (problem, episode) => episode.StopReason == StopReason.Answered && accepts(problem, episode.Last.Text)
            ? Verdict.Correct(null)
            : Doubling.Decide(problem, episode),
    };

    private static Doubling Reading(Func<Doubling, string, (Problem?, string?)> read)
    {
        var sound = new Doubling();
        return new() { Reading = text => read(sound, text) };
    }

    private sealed class NoSeats : IEnvironment
    {
        public Problem Pose(ulong seed, double difficulty) => new Nobody(seed, difficulty);

        public Turn Next(Problem problem, Match soFar) => new Turn.End();

        public Verdict Verify(Problem problem, Episode episode) => Verdict.Wrong(null, "");

        private sealed record Nobody(ulong Seed, double Difficulty) : Problem(Seed, Difficulty)
        {
            public override string Key => $"{Seed}";

            public override int Seats => 0;

            public override EquatableArray<Part> Prompt(int seat) => [new TextPart("?")];
        }
    }
}
