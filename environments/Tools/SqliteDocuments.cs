using Lab.Core;
using Microsoft.Data.Sqlite;

namespace Lab.Environments;

/// <summary>
/// Full-text search by SQLite's FTS5, in memory: words are compared without case, accents and English endings (Porter's
/// stemmer), and ranked by BM25 with the title counted double.
/// </summary>
public sealed class SqliteDocuments : IDocuments
{
    /// <summary>Words of a query that count.</summary>
    public const int MaxWords = 32;

    public IDocumentIndex Open(IReadOnlyList<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return new Index(documents);
    }

    // One connection serves one thread at a time, and a search takes less than a millisecond: a lock is all it needs. Nobody
    // closes it: an index lives as long as the tool that asks it, and its handle is SQLite's to release after that.
    private sealed class Index : IDocumentIndex
    {
        private readonly Lock _lock = new();
        private readonly SqliteCommand _search;

        public Index(IReadOnlyList<Document> documents)
        {
            var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
            connection.Open();
            Fill(connection, documents);
            _search = connection.CreateCommand();
            _search.CommandText = "SELECT rowid FROM documents WHERE documents MATCH $query ORDER BY bm25(documents, 2.0, 1.0), rowid LIMIT $most";
            _search.Parameters.Add("$query", SqliteType.Text);
            _search.Parameters.Add("$most", SqliteType.Integer);
        }

        public IReadOnlyList<int> Search(string query, int most)
        {
            var words = Words(query);
            if (words.Count == 0)
            {
                return [];
            }

            lock (_lock)
            {
                // Within quotes nothing is an operator, and a word holds no quote.
                _search.Parameters["$query"].Value = string.Join(" OR ", words.Select(word => $"\"{word}\""));
                _search.Parameters["$most"].Value = most;
                var found = new List<int>();
                using var reader = _search.ExecuteReader();
                while (reader.Read())
                {
                    found.Add((int)reader.GetInt64(0));
                }

                return found;
            }
        }

        private static void Fill(SqliteConnection connection, IReadOnlyList<Document> documents)
        {
            using (var create = connection.CreateCommand())
            {
                create.CommandText = "CREATE VIRTUAL TABLE documents USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2')";
                create.ExecuteNonQuery();
            }

            using var transaction = connection.BeginTransaction();
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO documents(rowid, title, text) VALUES ($place, $title, $text)";
            var place = insert.Parameters.Add("$place", SqliteType.Integer);
            var title = insert.Parameters.Add("$title", SqliteType.Text);
            var text = insert.Parameters.Add("$text", SqliteType.Text);
            foreach (var (index, document) in documents.Index())
            {
                (place.Value, title.Value, text.Value) = (index, document.Title, document.Text);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        /// <summary>The first words, each once: runs of letters and digits.</summary>
        private static List<string> Words(string query)
        {
            var words = new List<string>();
            var start = 0;
            for (var at = 0; at <= query.Length && words.Count < MaxWords; at++)
            {
                if (at < query.Length && char.IsLetterOrDigit(query[at]))
                {
                    continue;
                }

                if (at > start && query[start..at] is var word && !words.Contains(word, StringComparer.OrdinalIgnoreCase))
                {
                    words.Add(word);
                }

                start = at + 1;
            }

            return words;
        }
    }
}
