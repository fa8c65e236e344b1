using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class SqliteDocumentsTests
{
    private static readonly string[] s_texts = ["the cat sleeps", "the dog sleeps", "the cat and the dog run", "a bird sings"];

    [TestMethod]
    public void Whoever_has_more_of_the_words_comes_first()
    {
        CollectionAssert.AreEqual(new[] { 2, 0, 1 }, Search("cat dog", s_texts));
        CollectionAssert.AreEqual(new[] { 3 }, Search("bird", s_texts));
    }

    [TestMethod]
    public void A_rare_word_weighs_more_than_a_common_one() =>
        CollectionAssert.AreEqual(new[] { 2, 0, 1 }, Search("red owl", ["red hat", "red hat", "an owl", "a pen", "a cup", "a map", "red ink"])[..3]);

    [TestMethod]
    public void A_title_counts_more_than_a_text() =>
        CollectionAssert.AreEqual(new[] { 1, 0 }, new SqliteDocuments().Open([new("x", "owl y z"), new("owl", "x y z")]).Search("owl", 5).ToArray());

    [TestMethod]
    public void Equals_keep_their_order_and_only_so_many_come_back()
    {
        var same = Enumerable.Repeat("an owl in a tree", 50).ToArray();
        CollectionAssert.AreEqual(Enumerable.Range(0, 50).ToArray(), Search("owl", same, 100));
        CollectionAssert.AreEqual(new[] { 0, 1, 2 }, Search("owl", same, 3));
    }

    [TestMethod]
    [DataRow("CAT")]
    [DataRow("c\u00e2t")]
    [DataRow("cats")]
    [DataRow("cat?!")]
    [DataRow("\"cat\"")]
    [DataRow("cat*")]
    [DataRow("-cat")]
    [DataRow("title:cat", DisplayName = "no column")]
    [DataRow("cat\0")]
    public void A_word_is_found_in_any_clothes(string query) => CollectionAssert.Contains(Search(query, s_texts), 0);

    [TestMethod]
    [DataRow("")]
    [DataRow("\0")]
    [DataRow("\"")]
    [DataRow("\"\"\"\"")]
    [DataRow("* ^ : + - ( )")]
    [DataRow("NOT")]
    [DataRow("OR OR")]
    [DataRow("NEAR(")]
    [DataRow("\ud800")]
    [DataRow("zebra AND")]
    [DataRow("'; DROP TABLE documents; --")]
    public void What_means_something_to_the_engine_means_nothing_here(string query)
    {
        var index = Open(["cat", "dog"]);
        Assert.IsEmpty(index.Search(query, 5));
        Assert.HasCount(1, index.Search("cat", 5), "and nothing is lost");
    }

    [TestMethod]
    public void An_operator_is_a_word_like_any_other()
    {
        CollectionAssert.AreEquivalent(new[] { 0, 1, 2 }, Search("cat AND NOT dog", s_texts), "the second has 'dog'");
        CollectionAssert.AreEqual(new[] { 1 }, Search("NOT", ["cat", "not a cat"]));
    }

    [TestMethod]
    public void Of_a_long_query_the_first_32_words_count()
    {
        var query = string.Join(' ', Enumerable.Range(0, 31).Select(index => $"w{index}"));
        Assert.HasCount(1, Search($"{query} cat", ["cat"]));
        Assert.IsEmpty(Search($"{query} w31 cat", ["cat"]));
        Assert.HasCount(1, Search($"{query} w1 W2 cat", ["cat"]), "a word said again is no further one");
        Assert.IsEmpty(Search(new string('x', 1_000_000), ["cat"]));
    }

    [TestMethod]
    public async Task Many_threads_get_what_one_gets()
    {
        var index = Open([.. Enumerable.Range(0, 200).Select(place => $"owl {place % 7} tree {place % 5} river {place % 3}")]);
        string[] queries = ["owl 3", "tree 4 river 1", "nothing", "5 river", "owl tree river 2"];
        var alone = queries.Select(query => string.Join(',', index.Search(query, 10))).ToArray();
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
            Enumerable.Range(0, 200).All(turn => string.Join(',', index.Search(queries[(turn + thread) % 5], 10)) == alone[(turn + thread) % 5]))));
        Assert.IsTrue(together.All(same => same));
    }

    [TestMethod]
    public void Without_documents_nothing_is_found() => Assert.IsEmpty(Search("cat", []));

    private static IDocumentIndex Open(string[] texts) => new SqliteDocuments().Open([.. texts.Select(text => new Document("", text))]);

    private static int[] Search(string query, string[] texts, int most = 10) => [.. Open(texts).Search(query, most)];
}
