using System.Text;
using Lab.Core;

namespace Lab.Policies;

/// <summary>
/// Maps parts to tokens and back. Marks are tokens of their own, so text that looks like a mark stays text, and a mark that
/// only the lab may write makes what a policy said malformed: a tool result cannot be forged.
/// </summary>
/// <param name="tools">
/// The tools that the policy knows. With one, a call is its arguments alone; with more, it begins with the tool's name and a space.
/// </param>
public sealed class Renderer(EquatableArray<string> tools)
{
    /// <summary>The tokens that end a turn.</summary>
    public static EquatableArray<int> Stops { get; } = [CharacterTokenizer.End, CharacterTokenizer.CallClose];

    /// <summary>The tools that the policy knows, in order.</summary>
    public EquatableArray<string> Tools { get; } = tools;

    /// <summary>The tokens of a transcript.</summary>
    public List<int> Render(IEnumerable<Segment> transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var tokens = new List<int>();
        foreach (var segment in transcript)
        {
            Render(segment, tokens);
        }

        return tokens;
    }

    /// <summary>Appends a segment's tokens: those sampled where it was sampled, else those of its parts.</summary>
    public void Render(Segment segment, List<int> tokens)
    {
        if (segment.Said is { } said)
        {
            tokens.AddRange(said.Tokens.Span);
            return;
        }

        if (segment.Role == Role.Prompt)
        {
            tokens.Add(CharacterTokenizer.Begin);
        }

        foreach (var part in segment.Parts)
        {
            switch (part)
            {
                case TextPart text when segment.Role == Role.Observed:
                    Between(CharacterTokenizer.ResultOpen, text.Text, CharacterTokenizer.ResultClose, tokens);
                    break;
                case TextPart text:
                    Characters(text.Text, tokens);
                    break;
                case CallPart call:
                    Between(CharacterTokenizer.CallOpen, Tools.Count == 1 ? call.Arguments : $"{call.Tool} {call.Arguments}", CharacterTokenizer.CallClose, tokens);
                    break;
                case ResultPart result:
                    Between(CharacterTokenizer.ResultOpen, result.Text, CharacterTokenizer.ResultClose, tokens);
                    break;
            }
        }

        if (segment is { Role: Role.Said, Call: null, Ending: not Ending.Full })
        {
            tokens.Add(CharacterTokenizer.End);
        }
    }

    /// <summary>Reads what a policy said.</summary>
    public Segment Parse(Said said)
    {
        var (parts, ending) = Parse(said.Tokens.Span);
        return new(Role.Said, parts, ending, said);
    }

    private (EquatableArray<Part> Parts, Ending Ending) Parse(ReadOnlySpan<int> tokens)
    {
        var parts = new List<Part>();
        var text = new StringBuilder();
        var inCall = false;
        for (var index = 0; index < tokens.Length; index++)
        {
            var token = tokens[index];
            var last = index == tokens.Length - 1;
            if (CharacterTokenizer.Decode(token) is { } character)
            {
                text.Append(character);
            }
            else if (token == CharacterTokenizer.CallOpen && !inCall)
            {
                Flush();
                inCall = true;
            }
            else if (token == CharacterTokenizer.CallClose && inCall && last)
            {
                parts.Add(Call(text.ToString()));
                return ([.. parts], Ending.Complete);
            }
            else if (token == CharacterTokenizer.End && !inCall && last)
            {
                Flush();
                return ([.. parts], Ending.Complete);
            }
            else
            {
                Flush();
                return ([.. parts], Ending.Malformed);
            }
        }

        Flush();
        return ([.. parts], Ending.OutOfTokens);

        void Flush()
        {
            if (text.Length > 0)
            {
                parts.Add(new TextPart(text.ToString()));
                text.Clear();
            }
        }
    }

    private CallPart Call(string text)
    {
        if (Tools.Count == 1)
        {
            return new(Tools[0], text);
        }

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? new(text, "") : new(text[..space], text[(space + 1)..]);
    }

    private static void Between(int open, string text, int close, List<int> tokens)
    {
        tokens.Add(open);
        Characters(text, tokens);
        tokens.Add(close);
    }

    private static void Characters(string text, List<int> tokens)
    {
        foreach (var character in text)
        {
            tokens.Add(CharacterTokenizer.Encode(character));
        }
    }
}
