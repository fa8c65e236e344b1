using System.Globalization;

namespace Lab.Core;

/// <summary>The environment under examination, with problems of it.</summary>
internal sealed class Subject(string kind, IEnvironment environment, Toolbox tools, IReadOnlyList<ProblemId> asked, CancellationToken stop)
{
    private readonly Problem[] _problems = [.. asked.Select(id => environment.Pose(id.Seed, id.Difficulty))];

    private readonly Referee _referee = new(kind, environment, tools, new MatchLimits());

    public IEnvironment Environment => environment;

    /// <summary>What the problems were posed from.</summary>
    public IReadOnlyList<ProblemId> Asked => asked;

    /// <summary>One for each of <see cref="Asked"/>.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    public CancellationToken Stop => stop;

    public Match Begin(Problem problem) => Match.Begin(kind, problem);

    /// <summary>A match in which every seat says these parts, turn after turn.</summary>
    public Task<Match> Recite(Problem problem, params EquatableArray<Part> parts) => Play(problem, new Reciter(parts), default);

    /// <summary>A match in which this player takes every seat.</summary>
    public Task<Match> Play(Problem problem, IPlayer player, Draw draw) =>
        _referee.Play(problem, Enumerable.Repeat(player, problem.Seats).ToArray(), draw, stop);

    /// <summary>Matches of all kinds: solved where there is a solution, and with nonsense.</summary>
    public async Task<IReadOnlyList<Match>> Matches()
    {
        var matches = new List<Match>();
        foreach (var problem in _problems)
        {
            matches.Add(await Recite(problem).ConfigureAwait(false));
            matches.Add(await Recite(problem, new TextPart("1")).ConfigureAwait(false));
            matches.Add(await Recite(problem, problem.Prompt(0)).ConfigureAwait(false));
            if (environment is IHasSolution solver)
            {
                matches.Add(await Recite(problem, solver.Solution(problem)).ConfigureAwait(false));
            }
        }

        return matches;
    }

    public static string Name(Problem problem) => Name(problem.Seed, problem.Difficulty);

    public static string Name(ulong seed, double difficulty) => string.Create(CultureInfo.InvariantCulture, $"seed {seed}, difficulty {difficulty}");

    private sealed class Reciter(EquatableArray<Part> parts) : IPlayer, ISeated
    {
        public ISeated Sit(Problem problem, int seat, Draw draw) => this;

        public ValueTask<Segment> Say(Match soFar, int maxTokens, CancellationToken stop) =>
            ValueTask.FromResult(new Segment(Role.Said, parts));

        public void Dispose()
        {
        }
    }
}
