namespace Lab.Core;

/// <summary>
/// An environment whose answers stand in documents. Also the port through which a tool gets the documents of the experiment's
/// environment; they are none where it has none.
/// </summary>
public interface IHasDocuments
{
    /// <summary>Always the same ones, in printable ASCII.</summary>
    IReadOnlyList<Document> Documents { get; }
}
