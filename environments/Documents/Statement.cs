using Lab.Core;

namespace Lab.Environments;

/// <summary>What a document says about its subject.</summary>
/// <param name="Relation">What is said.</param>
/// <param name="Subject">As sentences name it, such as <c>the boat Kelom</c>.</param>
/// <param name="Value">The answer to the question.</param>
internal sealed record Statement(Relation Relation, string Subject, string Value)
{
    /// <summary>Stands in the document as it is, and in no other.</summary>
    public string Sentence => Relation.Fill(Relation.Sentence, Subject, Value);

    /// <summary>What a person types to find it.</summary>
    public string Query => $"{Subject} {Relation.Word}";
}

/// <summary>A question: one statement, or a statement whose value is the subject of the next.</summary>
internal sealed record Question(EquatableArray<Statement> Path)
{
    public string Answer => Path[^1].Value;

    public bool IsNumber => Path[^1].Relation.IsNumber;

    /// <summary>Subject and attribute: two questions with the same ones are the same thing to learn.</summary>
    public string Key => $"{Path[0].Subject}/{string.Join('/', Path.Select(statement => statement.Relation.Name))}";

    public string Text => Relation.Fill(Path[^1].Relation.Question, Path.Count == 1 ? Path[0].Subject : Relation.Fill(Path[0].Relation.Phrase!, Path[0].Subject) switch
    {
        var phrase => $"{char.ToLowerInvariant(phrase[0])}{phrase[1..]}",
    });
}
