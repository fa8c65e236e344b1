namespace Lab.Policies;

/// <summary>
/// One token per character: unknown, begin, end (ids 0, 1, 2, as llama2.c expects), the 95 printable ASCII characters, newline,
/// then the marks around calls and results.
/// </summary>
public static class CharacterTokenizer
{
    public const int Unknown = 0;
    public const int Begin = 1;
    public const int End = 2;
    public const int Newline = FirstCharacter + Printable;
    public const int CallOpen = Newline + 1;
    public const int CallClose = Newline + 2;
    public const int ResultOpen = Newline + 3;
    public const int ResultClose = Newline + 4;

    /// <summary>The number of tokens.</summary>
    public const int Size = Newline + 5;

    private const int FirstCharacter = 3;
    private const char First = ' ';
    private const int Printable = '~' - First + 1;

    /// <summary>The token of a character; <see cref="Unknown"/> where it has none.</summary>
    public static int Encode(char character) => character switch
    {
        >= First and <= '~' => character - First + FirstCharacter,
        '\n' => Newline,
        _ => Unknown,
    };

    /// <summary>The character of a token, or null for the tokens that are no text.</summary>
    public static char? Decode(int token) => token switch
    {
        >= FirstCharacter and < Newline => (char)(token - FirstCharacter + First),
        Newline => '\n',
        _ => null,
    };

    /// <summary>How a person sees a token; marks are written in angle brackets.</summary>
    public static string Show(int token) => token switch
    {
        Begin => "<begin>",
        End => "<end>",
        CallOpen => "<call>",
        CallClose => "</call>",
        ResultOpen => "<result>",
        ResultClose => "</result>",
        _ => Decode(token)?.ToString() ?? "<unknown>",
    };
}
