namespace Lab.Core;

/// <summary>A short text under a title.</summary>
public sealed record Document(string Title, string Text);

/// <summary>The port for full-text search.</summary>
public interface IDocuments
{
    /// <summary>Makes these documents searchable.</summary>
    IDocumentIndex Open(IReadOnlyList<Document> documents);
}

/// <summary>Documents that can be searched. Thread-safe; the same query always has the same answer.</summary>
public interface IDocumentIndex
{
    /// <summary>
    /// The places of the documents that have any of the query's words in title or text, best first, the earlier of two equals
    /// first. The query is data: nothing in it is an operator. Of a long one, the first words count.
    /// </summary>
    /// <param name="query">Any text.</param>
    /// <param name="most">At most so many.</param>
    IReadOnlyList<int> Search(string query, int most);
}
