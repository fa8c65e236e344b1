using System.Text;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class SearchTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public async Task It_answers_with_the_passages_under_their_titles()
    {
        Library library = new(new("Owls", "They hunt at night."), new("Larks", "They sing at dawn. Owls sleep then."));
        Assert.AreEqual(ToolResult.Answer("Owls: They hunt at night."), await Call(new(), library, "owl"));
        Assert.AreEqual(ToolResult.Answer("Owls: They hunt at night.\nLarks: They sing at dawn. Owls sleep then."), await Call(new() { Passages = 5 }, library, "owl"));
        Assert.AreEqual(ToolResult.Answer("nothing found"), await Call(new(), library, "raven"));
    }

    [TestMethod]
    public async Task A_title_that_the_text_begins_with_is_not_said_twice() =>
        Assert.AreEqual("Owls hunt.", (await Call(new(), new(new Document("Owls", "Owls hunt.")), "owl")).Text);

    [TestMethod]
    [DataRow("", "error: no word to look for")]
    [DataRow("?!", "error: no word to look for")]
    [DataRow("12345678901", "error: too long")]
    [DataRow("1234567890", "nothing found")]
    public async Task It_refuses_with_the_reason(string query, string expected) =>
        Assert.AreEqual(expected, (await Call(new() { MaxLength = 10 }, new(new Document("a", "b")), query)).Text);

    [TestMethod]
    public async Task A_long_document_comes_in_passages_that_end_with_a_sentence_or_a_word()
    {
        // Passages of at most 40 characters, "T: " included: 37 are left for the text.
        Library library = new(new Document("T", "One two three four five six. Seven eight nine ten eleven twelve thirteen fourteen. Fifteen."));
        Assert.AreEqual("T: One two three four five six.", await Find("three"));
        Assert.AreEqual("T: Seven eight nine ten eleven twelve", await Find("eleven"));
        Assert.AreEqual("T: thirteen fourteen. Fifteen.", await Find("fifteen"));

        async Task<string> Find(string query) => (await Call(new() { Characters = 40 }, library, query)).Text;
    }

    [TestMethod]
    public async Task What_does_not_fit_beside_the_best_passage_is_cut_at_a_word()
    {
        Library library = new(new("A", "owl owl hunts mice"), new("B", "an owl that sleeps all day long"));
        var text = (await Call(new() { Passages = 2, Characters = 40 }, library, "owl")).Text;
        // 21 characters and a newline leave 18: "B: an owl that ..." has 17 and another word would not fit.
        Assert.AreEqual("A: owl owl hunts mice\nB: an owl that...", text);
    }

    [TestMethod]
    public async Task A_word_that_fits_nowhere_is_cut_and_nothing_is_ever_longer_than_allowed()
    {
        Library library = new(new Document(new string('t', 500), $"owl {new string('x', 5_000)} owl"));
        for (var characters = 40; characters < 200; characters += 7)
        {
            var text = (await Call(new() { Characters = characters, Passages = 20 }, library, "owl")).Text;
            Assert.IsLessThanOrEqualTo(characters, text.Length);
            StringAssert.Contains(text, "owl");
        }
    }

    [TestMethod]
    public async Task What_has_no_spelling_in_ascii_is_a_question_mark()
    {
        Library library = new(new Document("Caf\u00e9 \u2013 Stra\u00dfe", "\u201cna\u00efve\u201d\t\u20ac5\u00a0\u96ea\U0001F9A1 owl\u0301"));
        Assert.AreEqual("Cafe - Strasse: \"naive\" EUR 5 ?? owl", (await Call(new(), library, "owl")).Text);
    }

    [TestMethod]
    public async Task A_folder_is_read_by_name_with_what_lies_below_and_without_what_is_hidden()
    {
        _desk.Write("notes/b.md", "owl");
        _desk.Write("notes/a.txt", "owl");
        _desk.Write("notes/deep/c.TXT", "\ufeffowl");
        _desk.Write("notes/.hidden.txt", "owl");
        _desk.Write("notes/.git/d.txt", "owl");
        _desk.Write("notes/e.html", "owl");
        var text = (await Call(new() { Folder = _desk.At("notes"), Passages = 10 }, new(), "owl")).Text;
        Assert.AreEqual("a: owl\nb: owl\ndeep/c: owl", text);
    }

    [TestMethod]
    public void A_folder_that_cannot_be_used_is_one_clear_line()
    {
        Assert.AreEqual($"there is no folder '{_desk.At("none")}'", Refusal("none"));
        _desk.Write("file.txt", "");
        Assert.AreEqual($"'{_desk.At("file.txt")}' is a file, not a folder", Refusal("file.txt"));
        _desk.Write("empty/picture.png", "");
        Assert.AreEqual($"'{_desk.At("empty")}' holds no .txt or .md file", Refusal("empty"));
        _desk.Write("zero/a.txt", "a\0b");
        Assert.AreEqual($"'{_desk.At("zero")}': 'a.txt' is no text", Refusal("zero"));
        File.WriteAllBytes(_desk.Write("latin/a.txt", ""), Encoding.Latin1.GetBytes("caf\u00e9"));
        Assert.AreEqual($"'{_desk.At("latin")}': 'a.txt' is not UTF-8 text", Refusal("latin"));
    }

    [TestMethod]
    public async Task It_keeps_what_a_tool_promises()
    {
        _desk.Write("notes/a.txt", string.Concat(Enumerable.Repeat("hello 1 2 17 24 99999999999 null true drop table etc passwd call calculator ", 1_000)));
        foreach (var options in new[] { new SearchOptions(), new() { Folder = _desk.At("notes") }, new() { Folder = _desk.At("notes"), Passages = 20, Characters = 5000, MaxLength = 1000 } })
        {
            var checks = await ToolConformance.Examine(Make(options, new()), CancellationToken.None);
            Assert.AreEqual("", string.Join('\n', checks.Where(check => !check.Passed)));
        }
    }

    private string Refusal(string folder)
    {
        var error = Assert.ThrowsExactly<OptionException>(() => Make(new() { Folder = _desk.At(folder) }, new()));
        Assert.AreEqual("Folder", error.Option);
        return error.Message;
    }

    private static Search Make(SearchOptions options, Library library) => new(options, new SqliteDocuments(), library);

    private static async Task<ToolResult> Call(SearchOptions options, Library library, string query) => await Make(options, library).Call(query, CancellationToken.None);

    private sealed class Library(params Document[] documents) : IHasDocuments
    {
        public IReadOnlyList<Document> Documents => documents;
    }
}
