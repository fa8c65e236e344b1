using Lab.Core;

namespace Lab.Environments;

/// <summary>The words that generated documents are made of.</summary>
internal static class Vocabulary
{
    private const string Consonants = "bdfghklmnprstv";
    private const string Vowels = "aeiou";

    // With other endings Porter's stemmer would take names apart.
    private const string Codas = "nlrkm";

    public static EquatableArray<string> Trades { get; } = ["baker", "miner", "tailor", "judge", "nurse", "painter", "teacher", "smith", "gardener", "pilot", "cook", "weaver"];

    public static EquatableArray<string> Crafts { get; } = ["bells", "cheese", "carpets", "clocks", "honey", "lace", "lamps", "pottery", "ropes", "violins"];

    public static EquatableArray<string> Colours { get; } = ["black", "blue", "brown", "green", "grey", "orange", "purple", "silver", "white", "yellow"];

    /// <summary>Sentences that answer nothing, with {0} for what they are about.</summary>
    public static EquatableArray<string> Idle { get; } =
    [
        "There is a short song about {0}.", "Letters about {0} take a week to arrive.", "Visitors often ask about {0}.",
        "A picture of {0} hangs in the library.", "Children like stories about {0}.", "The winter was kind to {0}.",
        "{0} has never been in a newspaper.", "Some find the name {0} hard to spell.", "Nobody has ever said a bad word about {0}.",
    ];

    /// <summary>Names of their own, none twice, none a word of the documents.</summary>
    /// <param name="count">How many; there are about 20 000.</param>
    /// <param name="draw">Decides which.</param>
    public static IReadOnlyList<string> Names(int count, Draw draw)
    {
        var taken = new HashSet<string>(Trades.Concat(Crafts).Concat(Colours).Concat(Relation.All.Select(relation => relation.Word)).Append("river"), StringComparer.OrdinalIgnoreCase);
        var names = new List<string>(count);
        for (var attempt = 0L; names.Count < count; attempt++)
        {
            var name = Syllable(draw.At(attempt).At(0), capital: true) + Syllable(draw.At(attempt).At(1), capital: false) + Codas[draw.At(attempt).Below(Codas.Length)];
            if (taken.Add(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Few, so that a first name alone finds nobody in particular.</summary>
    public static EquatableArray<string> FirstNames { get; } = ["Ada", "Bela", "Dora", "Emil", "Fina", "Gino", "Hana", "Ivo", "Lena", "Milo", "Nora", "Otto"];

    private static string Syllable(Draw draw, bool capital)
    {
        var consonant = Consonants[draw.Below(Consonants.Length)];
        return $"{(capital ? char.ToUpperInvariant(consonant) : consonant)}{Vowels[draw.Below(Vowels.Length, 1)]}";
    }
}
