using System.Globalization;
using Lab.Core;

namespace Lab.Environments;

/// <summary>A generated corpus: half of the documents about people, a quarter about towns, the rest about boats.</summary>
internal sealed class Corpus
{
    /// <summary>Fewest documents: of fewer, some sort would have a single one.</summary>
    public const int Least = 8;

    /// <param name="count">Documents, at least <see cref="Least"/>.</param>
    /// <param name="idle">Sentences in each that answer nothing.</param>
    /// <param name="draw">Decides everything else.</param>
    public Corpus(int count, int idle, Draw draw)
    {
        var (people, towns) = (count / 2, count / 4);
        var names = Vocabulary.Names(count + towns, draw.At("names"));
        var sorts = Enumerable.Range(0, count).Select(index => index < people ? Sort.Person : index < people + towns ? Sort.Town : Sort.Boat).ToArray();
        string[] subjects = [.. names.Take(count).Select((name, index) => sorts[index] switch
        {
            Sort.Person => $"{Pick(Vocabulary.FirstNames, draw.At("first").At(index))} {name}",
            Sort.Boat => $"the boat {name}",
            _ => name,
        })];
        var statements = Enumerable.Range(0, count)
            .Select(index => Relation.All.Where(relation => relation.Of == sorts[index]).Select(relation => new Statement(relation, subjects[index], Value(relation, index))).ToArray())
            .ToArray();
        Documents = [.. statements.Select((said, index) => new Document(
            Relation.Fill("{0}", subjects[index]),
            Write(said, Idle(subjects[index], idle, draw.At("idle").At(index)), draw.At("order").At(index))))];
        var bySubject = statements.SelectMany(said => said).ToLookup(statement => statement.Subject);
        Direct = [.. bySubject.SelectMany(said => said).Select(statement => new Question([statement]))];
        Indirect = [.. bySubject.SelectMany(said => said).SelectMany(link => link.Relation.To is null ? [] : bySubject[link.Value].Select(statement => new Question([link, statement])))];
        Values = bySubject.SelectMany(said => said).ToLookup(statement => statement.Relation, statement => statement.Value);

        string Value(Relation relation, int index)
        {
            var chance = draw.At(relation.Name).At(index);
            return relation.Name switch
            {
                "home" => subjects[people + chance.Below(towns)],
                "owner" => subjects[chance.Below(people)],
                "river" => names[count + chance.Below(towns)],
                "age" => Number(chance.Between(18, 95)),
                "founded" => Number(chance.Between(1100, 1899)),
                "built" => Number(chance.Between(1900, 1999)),
                "trade" => Pick(Vocabulary.Trades, chance),
                "craft" => Pick(Vocabulary.Crafts, chance),
                _ => Pick(Vocabulary.Colours, chance),
            };
        }
    }

    public EquatableArray<Document> Documents { get; }

    /// <summary>Questions that one document answers.</summary>
    public IReadOnlyList<Question> Direct { get; }

    /// <summary>Questions about something that another document has to name first.</summary>
    public IReadOnlyList<Question> Indirect { get; }

    /// <summary>What the documents answer to each question of a kind.</summary>
    public ILookup<Relation, string> Values { get; }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Pick(EquatableArray<string> words, Draw draw) => words[draw.Below(words.Count)];

    private static IEnumerable<string> Idle(string subject, int count, Draw draw)
    {
        var sentences = Vocabulary.Idle.ToArray();
        draw.Shuffle(sentences.AsSpan());
        return sentences.Take(count).Select(sentence => Relation.Fill(sentence, subject));
    }

    private static string Write(Statement[] said, IEnumerable<string> idle, Draw draw)
    {
        string[] sentences = [.. said.Select(statement => statement.Sentence), .. idle];
        draw.Shuffle(sentences.AsSpan());
        return string.Join(' ', sentences);
    }
}
