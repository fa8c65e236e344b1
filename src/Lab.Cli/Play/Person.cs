using System.Globalization;
using System.Text;
using Lab.Core;
using Lab.Policies;

namespace Lab.Cli;

/// <summary>
/// A person takes a seat. A slip of the fingers, such as an illegal move, is asked for again: a person is not a policy. Whatever
/// else is typed counts as if a policy had said it.
/// </summary>
/// <param name="tools">What a line may call: <c>calculator: 17*24</c>.</param>
/// <param name="view">Shows and asks.</param>
internal sealed class Person(EquatableArray<string> tools, PlayView view) : IPlayer
{
    /// <summary>Whether the input has ended.</summary>
    public bool HasLeft { get; private set; }

    public ISeated Sit(Problem problem, int seat, Draw draw) => new Seated(this, view, problem as GameProblem, seat);

    private async Task<Segment> Ask(EquatableArray<string>? moves, int longest, CancellationToken stop)
    {
        while (true)
        {
            var text = await Read(stop);
            var objection = moves is { } legal ? WrongMove(text = text.Trim(), legal) : Unsayable(text, longest);
            if (objection is null)
            {
                return Segment.Say(moves is null && Call(text) is { } call ? call : new TextPart(text));
            }

            view.Object(objection);
        }
    }

    /// <summary>Lines up to one that does not end with a backslash.</summary>
    /// <exception cref="OperationCanceledException">The person leaves.</exception>
    private async Task<string> Read(CancellationToken stop)
    {
        var text = new StringBuilder();
        while (await view.Ask(goesOn: text.Length > 0, stop) is { } line)
        {
            if (!line.EndsWith('\\'))
            {
                return text.Append(line).ToString();
            }

            text.Append(line.AsSpan(0, line.Length - 1)).Append('\n');
        }

        HasLeft = true;
        throw new OperationCanceledException();
    }

    private static string? WrongMove(string text, EquatableArray<string> moves) =>
        moves.Contains(text) ? null : $"'{Excerpt.Of(text)}' is no legal move";

    private string? Unsayable(string text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "an empty answer answers nothing";
        }

        if (text.EnumerateRunes().Where(IsOdd).Select(rune => rune.ToString()).FirstOrDefault() is { } odd)
        {
            return $"'{Excerpt.Of(odd)}' is no printable ASCII, and a policy can write no other";
        }

        if (text.Length > longest)
        {
            return string.Create(CultureInfo.InvariantCulture, $"too long: {text.Length} characters, and there may be {longest}");
        }

        return Parts(text).Tool is { } name && !tools.Contains(name) && Nearest.To(name, tools) is { } near ? $"no tool is called '{Excerpt.Of(name)}'; did you mean '{near}'?" : null;
    }

    private CallPart? Call(string text) => Parts(text) is ({ } name, var arguments) && tools.Contains(name) ? new(name, arguments) : null;

    // What stands before the first colon and after it; no tool where there is nothing before.
    private static (string? Tool, string Arguments) Parts(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (text[..colon].Trim(), text[(colon + 1)..].Trim()) : (null, text);

    private static bool IsOdd(Rune rune) => !rune.IsBmp || CharacterTokenizer.Encode((char)rune.Value) == CharacterTokenizer.Unknown;

    private sealed class Seated(Person person, PlayView view, GameProblem? game, int seat) : ISeated
    {
        public async ValueTask<Segment> Say(Match soFar, int maxTokens, CancellationToken stop)
        {
            view.Show(soFar.Episodes[seat]);
            if (game is null)
            {
                return await person.Ask(null, maxTokens, stop);
            }

            // What the seat knows determines its moves: to see them is to learn nothing.
            var moves = GameTable.State(game, soFar).Moves(seat);
            view.Offer(moves);
            return await person.Ask(moves, maxTokens, stop);
        }

        public void Dispose()
        {
        }
    }
}
