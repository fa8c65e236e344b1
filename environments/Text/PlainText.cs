using System.Collections.Frozen;
using System.Text;

namespace Lab.Environments;

/// <summary>Text as every policy can read it: printable ASCII and newline.</summary>
internal static class PlainText
{
    private static readonly FrozenDictionary<char, string> s_plain = Table().ToFrozenDictionary();

    public static bool IsReadable(char character) => character is '\n' or (>= ' ' and <= '~');

    /// <summary>The first character that a policy cannot read, or null.</summary>
    public static char? FirstOdd(string text)
    {
        foreach (var character in text)
        {
            if (!IsReadable(character))
            {
                return character;
            }
        }

        return null;
    }

    /// <summary>
    /// The text with what has a common spelling in ASCII written so: quotes, dashes, accented letters of Europe, signs of
    /// arithmetic, tabs, ends of lines. Marks that show nothing are dropped. What has no such spelling stays.
    /// </summary>
    public static string Transliterate(string text)
    {
        if (FirstOdd(text) is null)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            // The end of a line in Windows' way is one newline, in the old Macintosh's way too.
            if (text[at] == '\r')
            {
                plain.Append(at + 1 < text.Length && text[at + 1] == '\n' ? "" : "\n");
            }
            else if (s_plain.TryGetValue(text[at], out var known))
            {
                plain.Append(known);
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    /// <summary>The same, with a question mark for what has no spelling in ASCII.</summary>
    public static string Force(string text) => Transliterate(text) is var plain && FirstOdd(plain) is null
        ? plain
        : string.Concat(plain.Where(character => !char.IsLowSurrogate(character)).Select(character => IsReadable(character) ? character : '?'));

    // By hand: without cultures, as the lab runs, .NET takes no letter apart.
    private static IEnumerable<KeyValuePair<char, string>> Table()
    {
        (string Odd, string Plain)[] letters =
        [
            ("ÀÁÂÃÅĀĂĄ", "A"), ("àáâãåāăą", "a"), ("ÇĆĈĊČ", "C"), ("çćĉċč", "c"), ("ÐĎĐ", "D"), ("ðďđ", "d"), ("ÈÉÊËĒĔĖĘĚ", "E"), ("èéêëēĕėęě", "e"),
            ("ĜĞĠĢ", "G"), ("ĝğġģ", "g"), ("ĤĦ", "H"), ("ĥħ", "h"), ("ÌÍÎÏĨĪĬĮİ", "I"), ("ìíîïĩīĭįı", "i"), ("Ĵ", "J"), ("ĵ", "j"), ("Ķ", "K"), ("ķ", "k"),
            ("ĹĻĽĿŁ", "L"), ("ĺļľŀł", "l"), ("ÑŃŅŇ", "N"), ("ñńņň", "n"), ("ÒÓÔÕØŌŎŐ", "O"), ("òóôõøōŏő", "o"), ("ŔŖŘ", "R"), ("ŕŗř", "r"),
            ("ŚŜŞŠȘ", "S"), ("śŝşšș", "s"), ("ŢŤŦȚ", "T"), ("ţťŧț", "t"), ("ÙÚÛŨŪŬŮŰŲ", "U"), ("ùúûũūŭůűų", "u"), ("Ŵ", "W"), ("ŵ", "w"),
            ("ÝŶŸ", "Y"), ("ýÿŷ", "y"), ("ŹŻŽ", "Z"), ("źżž", "z"), ("Ä", "Ae"), ("ä", "ae"), ("Ö", "Oe"), ("ö", "oe"), ("Ü", "Ue"), ("ü", "ue"),
            ("ẞ", "SS"), ("ß", "ss"), ("Æ", "AE"), ("æ", "ae"), ("Œ", "OE"), ("œ", "oe"), ("Þ", "Th"), ("þ", "th"), ("ﬁ", "fi"), ("ﬂ", "fl"),
            ("‘’‚‛′´", "'"), ("“”„‟″«»", "\""), ("‐‑‒–−", "-"), ("—―", "--"), ("…", "..."), ("•·", "*"), ("×", "*"), ("÷", "/"), ("⁄∕", "/"),
            ("≤", "<="), ("≥", ">="), ("≠", "!="), ("½", " 1/2"), ("¼", " 1/4"), ("¾", " 3/4"), ("²", "^2"), ("³", "^3"), ("°", " degrees"),
            ("€", "EUR "), ("£", "GBP "), ("¥", "JPY "), ("¢", " cents"), ("¡¿", ""), ("™", "(TM)"), ("®", "(R)"), ("©", "(C)"),
            ("\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
            ("\u0085\u2028\u2029", "\n"), ("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
            (string.Concat(Enumerable.Range('\u0300', 0x70).Select(mark => (char)mark)), ""),
        ];
        return letters.SelectMany(letter => letter.Odd.Select(odd => KeyValuePair.Create(odd, letter.Plain)));
    }
}
