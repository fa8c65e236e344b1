using Lab.Core;

namespace Lab.Environments;

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
