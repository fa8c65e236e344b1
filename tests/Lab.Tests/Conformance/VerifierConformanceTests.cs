using System.Globalization;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class VerifierConformanceTests
{
    private static readonly Sandboxes s_sandbox = new();

    [ClassCleanup]
    public static void Close() => s_sandbox.Dispose();

    [TestMethod]
    public async Task The_labs_own_verifiers_keep_their_promises()
    {
        IAnswerVerifier[] verifiers =
        [
            new NumberVerifier(new()), new NumberVerifier(new() { Anywhere = true, Relative = 0.1 }), new TextVerifier(new()), new TextVerifier(new() { IgnoreCase = true }),
            new SetVerifier(new()), new ChoiceVerifier(new()), new CodeVerifier(new(), s_sandbox.Pool), new Bent(),
        ];
        foreach (var verifier in verifiers)
        {
            Assert.AreEqual("", string.Join('\n', (await VerifierConformance.Examine(verifier, default)).Where(check => !check.Passed)), verifier.GetType().Name);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Broken))]
    public async Task A_broken_verifier_is_caught(string claim, string how, Func<IAnswerVerifier> broken)
    {
        var check = (await VerifierConformance.Examine(broken(), default)).Single(check => check.Name == claim);

        Assert.IsFalse(check.Passed, how);
        Assert.IsNotNull(check.Detail);
    }

    public static IEnumerable<(string Claim, string How, Func<IAnswerVerifier> Broken)> Broken =>
    [
        ("how near an answer came is a fact from 0 to 1", "no name", () => new Bent { Nearness = new("", 0, 1, "") }),
        ("how near an answer came is a fact from 0 to 1", "percent", () => new Bent { Nearness = new("closeness", 0, 100, "") }),
        ("it reads its own examples", "none", () => new Bent { Examples = [] }),
        ("it reads its own examples", "another sort", () => new Bent { Examples = [new("", [])] }),
        ("what it cannot read is refused with a reason", "no reason", () => new Bent { Reading = written => (written == "72" ? new(written) : null, null) }),
        ("what it cannot read is refused with a reason", "a reason and an answer", () => new Bent { Reading = written => (new(written), written == "72" ? null : "odd") }),
        ("what it cannot read is refused with a reason", "it throws", () => new Bent { Reading = written => (new(int.Parse(written, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)), null) }),
        ("what it cannot read is refused with a reason", "it repeats what it cannot read", () => new Bent { Reading = written => written == "72" ? (new(written), null) : (null, $"no {written}") }),
        ("the right text is right", "it wants more", () => new Bent { Deciding = (right, said) => said == $"#### {right}" ? AnswerVerdict.Correct(said) : AnswerVerdict.Wrong(said, "other") }),
        ("the right text is right", "right, and not near", () => new Bent { Deciding = (right, said) => said == right ? new(Outcome.Correct, said, null, 0.5) : AnswerVerdict.Wrong(said, "other") }),
        ("silence and nonsense are not right", "a part will do", () => new Bent { Deciding = (right, said) => right.Contains(said, StringComparison.Ordinal) ? AnswerVerdict.Correct(said) : AnswerVerdict.Wrong(null, "other") }),
        ("silence and nonsense are not right", "everything is", () => new Bent { Deciding = (_, said) => AnswerVerdict.Correct(said) }),
        ("whatever is said is decided, with a bounded verdict", "it throws", () => new Bent { Deciding = (right, said) => int.Parse(said, CultureInfo.InvariantCulture) == 72 ? AnswerVerdict.Correct(right) : AnswerVerdict.Wrong(said, "other") }),
        ("whatever is said is decided, with a bounded verdict", "it does not know", () => new Bent { Deciding = (right, said) => said == right ? AnswerVerdict.Correct(said) : new(Outcome.Undecided, null, "who knows", 0) }),
        ("whatever is said is decided, with a bounded verdict", "it echoes", () => new Bent { Deciding = (right, said) => said == right ? AnswerVerdict.Correct(said) : AnswerVerdict.Wrong(said, "other") }),
        ("whatever is said is decided, with a bounded verdict", "nearer than right", () => new Bent { Deciding = (right, said) => said == right ? AnswerVerdict.Correct(said) : AnswerVerdict.Wrong(null, "other", 2) }),
        ("whatever is said is decided, with a bounded verdict", "no number", () => new Bent { Deciding = (right, said) => said == right ? AnswerVerdict.Correct(said) : AnswerVerdict.Wrong(null, "other", double.NaN) }),
        ("whatever is said is decided, with a bounded verdict", "wrong without a reason", () => new Bent { Deciding = (right, said) => said == right ? AnswerVerdict.Correct(said) : new(Outcome.Wrong, null, null, 0) }),
        ("same answer, same verdict, from any thread", "it counts", () =>
        {
            var count = 0;
            return new Bent { Deciding = (_, _) => AnswerVerdict.Wrong(null, $"{Interlocked.Increment(ref count)}") };
        }),
    ];

    [TestMethod]
    public async Task No_check_is_without_something_that_it_catches() => CollectionAssert.AreEquivalent(
        (await VerifierConformance.Examine(new Bent(), default)).Select(check => check.Name).ToArray(),
        Broken.Select(broken => broken.Claim).Distinct().ToArray());

    private sealed class Bent : IAnswerVerifier
    {
        public FactDeclaration Nearness { get; init; } = new("closeness", 0, 1, "");

        public IReadOnlyList<WrittenAnswer> Examples { get; init; } = [new("72", [])];

        public Func<string, (RightAnswer?, string?)> Reading { get; init; } = written => written == "72" ? (new(written), null) : (null, "is not 72");

        public Func<string, string, AnswerVerdict> Deciding { get; init; } = (right, said) => said == right ? AnswerVerdict.Correct(said) : AnswerVerdict.Wrong(null, "other");

        public RightAnswer? Read(WrittenAnswer written, out string? error)
        {
            var (right, wrong) = Reading(written.Text);
            error = wrong;
            return right;
        }

        public AnswerVerdict Verify(RightAnswer right, string said) => Deciding(right.Text, said);
    }
}
