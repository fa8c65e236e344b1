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
