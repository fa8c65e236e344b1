using Lab.Core;

namespace Lab.Tests;

/// <summary>Says the same segments in the same order in every match, and remembers what it was shown.</summary>
internal sealed class ScriptedPlayer(params Segment[] script) : IPlayer
{
    private readonly List<(Episode SoFar, int MaxTokens)> _asked = [];

    /// <summary>What it was shown each time that it was asked to speak.</summary>
    public IReadOnlyList<(Episode SoFar, int MaxTokens)> Asked => _asked;

    /// <summary>The randomness that it last sat down with.</summary>
    public Draw Draw { get; private set; }

    /// <summary>Matches that it left.</summary>
    public int Left { get; private set; }

    public static ScriptedPlayer Saying(params string[] texts) => new(texts.Select(text => Segment.Say(new TextPart(text))).ToArray());

    /// <summary>Two players who say these in turn, the first one first.</summary>
    public static ScriptedPlayer[] InTurn(params string[] texts) => [.. new[] { 0, 1 }.Select(seat => Saying([.. texts.Where((_, turn) => turn % 2 == seat)]))];

    public ISeated Sit(Problem problem, int seat, Draw draw)
    {
        Draw = draw;
        return new Seated(this, seat, script);
    }

    private sealed class Seated(ScriptedPlayer player, int seat, Segment[] script) : ISeated
    {
        private int _said;

        public ValueTask<Segment> Say(Match soFar, int maxTokens, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            player._asked.Add((soFar.Episodes[seat], maxTokens));
            return ValueTask.FromResult(script[_said++]);
        }

        public void Dispose() => player.Left++;
    }
}
