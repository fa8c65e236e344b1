namespace Lab.Environments;

/// <summary>What a document of the generated corpus is about.</summary>
internal enum Sort
{
    Person,
    Town,
    Boat,
}

/// <summary>Something that documents say about a sort of things, and how it is asked for.</summary>
/// <param name="Name">Names it in keys.</param>
/// <param name="Of">What it is said about.</param>
/// <param name="Sentence">With {0} for the subject and {1} for the value.</param>
/// <param name="Question">With {0} for the subject.</param>
/// <param name="Word">What a person looks for beside the subject's name.</param>
/// <param name="To">What sort of thing the value is itself, where it has a document.</param>
/// <param name="Phrase">That thing in other words, with {0} for the subject; null without <paramref name="To"/>.</param>
/// <param name="IsNumber">Whether the value is a whole number.</param>
internal sealed record Relation(
    string Name, Sort Of, string Sentence, string Question, string Word, Sort? To = null, string? Phrase = null, bool IsNumber = false)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<Relation> All { get; } =
    [
        new("home", Sort.Person, "{0} lives in {1}.", "Where does {0} live?", "lives", Sort.Town, "the town where {0} lives"),
        new("age", Sort.Person, "{0} is {1} years old.", "How old is {0}?", "old", IsNumber: true),
        new("trade", Sort.Person, "{0} works as a {1}.", "What does {0} work as?", "works"),
        new("founded", Sort.Town, "{0} was founded in {1}.", "When was {0} founded?", "founded", IsNumber: true),
        new("river", Sort.Town, "{0} lies on the river {1}.", "On which river does {0} lie?", "river"),
        new("craft", Sort.Town, "{0} is known for its {1}.", "What is {0} known for?", "known"),
        new("owner", Sort.Boat, "{0} belongs to {1}.", "Who owns {0}?", "belongs", Sort.Person, "the owner of {0}"),
        new("colour", Sort.Boat, "{0} is painted {1}.", "What colour is {0}?", "painted"),
        new("built", Sort.Boat, "{0} was built in {1}.", "When was {0} built?", "built", IsNumber: true),
    ];

    /// <summary>A sentence or a question about something.</summary>
    /// <param name="pattern">With {0} and perhaps {1}.</param>
    /// <param name="subject">For {0}; in capitals where it begins the sentence.</param>
    /// <param name="value">For {1}.</param>
    public static string Fill(string pattern, string subject, string value = "")
    {
        var text = pattern.Replace("{0}", subject, StringComparison.Ordinal).Replace("{1}", value, StringComparison.Ordinal);
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}";
    }
}
