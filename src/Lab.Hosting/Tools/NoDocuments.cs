using Lab.Core;

namespace Lab.Hosting;

/// <summary>What a tool finds where no environment brings documents.</summary>
internal sealed class NoDocuments : IHasDocuments
{
    public IReadOnlyList<Document> Documents => [];
}
