using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>What is searched, and what a search takes and returns at most.</summary>
public sealed record SearchOptions : ToolOptions
{
    [Description("A folder of .txt and .md files, relative to this file. Default: the documents of the experiment's environment.")]
    [RegularExpression(@"[^\x00-\x1f]+", ErrorMessage = "must name a folder")]
    [FilePath(DocumentFolder.Markdown, DocumentFolder.Plain)]
    public string? Folder { get; init; }

    [Description("Passages that a search returns at most.")]
    [Range(1, 20)]
    public int Passages { get; init; } = 1;

    [Description("Characters that a search returns at most, over all of its passages. A longer document is cut into passages of this length.")]
    [Range(40, 5000)]
    public int Characters { get; init; } = 300;

    [Description("Longest query, in characters.")]
    [Range(1, 1000)]
    public int MaxLength { get; init; } = 100;
}

/// <summary>
/// Full-text search: the passages that have any word of the query, the best first, a line each with its document's title.
/// </summary>
/// <remarks>
/// Errors are <c>too long</c> and <c>no word to look for</c>; <c>nothing found</c> is an answer. What is shown is printable
/// ASCII: other characters are spelt in it where that is usual, else as <c>?</c>.
/// </remarks>
[Tool("search", "Finds the passages of a folder of documents that a few words fit best")]
public sealed class Search : ITool
{
    private const string Nothing = "nothing found";

    private readonly SearchOptions _options;
    private readonly IReadOnlyList<Document> _passages;
    private readonly IDocumentIndex _index;

    /// <exception cref="OptionException">The folder cannot be read.</exception>
    public Search(SearchOptions options, IDocuments documents, IHasDocuments environment)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(environment);
        _options = options;
        _passages = Environments.Passages.Of(options.Folder is { } folder ? DocumentFolder.Read(folder, nameof(options.Folder)) : environment.Documents, options.Characters);
        _index = documents.Open(_passages);
    }

    public ValueTask<ToolResult> Call(string arguments, CancellationToken stop) => ValueTask.FromResult(Find(arguments));

    private ToolResult Find(string query)
    {
        if (query.Length > _options.MaxLength)
        {
            return ToolResult.Refuse("too long");
        }

        if (!query.Any(char.IsLetterOrDigit))
        {
            return ToolResult.Refuse("no word to look for");
        }

        var text = "";
        foreach (var place in _index.Search(query, _options.Passages))
        {
            var start = text.Length == 0 ? "" : $"{text}\n";
            var shown = Environments.Passages.Shorten(Environments.Passages.Show(_passages[place].Text, _passages[place].Title), _options.Characters - start.Length);
            if (shown.Length == 0)
            {
                break;
            }

            text = start + shown;
        }

        return ToolResult.Answer(text.Length == 0 ? Nothing : text);
    }
}
