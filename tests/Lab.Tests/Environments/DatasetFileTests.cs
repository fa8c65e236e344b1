using System.Text;
using Lab.Core;
using Lab.Environments;

namespace Lab.Tests;

[TestClass]
public sealed class DatasetFileTests : IDisposable
{
    private const string Good = """{"prompt":"1+1","answer":"2"}""";

    private readonly Desk _desk = new();
    private readonly Runs _runs = new();

    public void Dispose()
    {
        _runs.Dispose();
        _desk.Dispose();
    }

    [TestMethod]
    [DataRow("nonsense", "is no JSON object")]
    [DataRow("{", "is no JSON object")]
    [DataRow("[]", "is no JSON object")]
    [DataRow("null", "is no JSON object")]
    [DataRow("\0", "is no JSON object")]
    [DataRow("{}", "has none of prompt, question, problem")]
    [DataRow("""{"prompt":"2+2"}""", "has none of answer, solution, target")]
    [DataRow("""{"prompt":"2+2","prompt":"3+3","answer":1}""", "is no JSON object")]
    [DataRow("""{"prompt":" ","answer":"4"}""", "'prompt' is blank")]
    [DataRow("""{"prompt":null,"answer":"4"}""", "'prompt' is neither text nor number")]
    [DataRow("""{"prompt":[{"role":"user"}],"answer":"4"}""", "'prompt' is neither text nor number")]
    [DataRow("""{"prompt":[["a"]],"answer":"4"}""", "'prompt' is a list of lists")]
    [DataRow("""{"prompt":"2+2","answer":true}""", "'answer' is neither text nor number")]
    [DataRow("""{"prompt":"2+2","answer":"four"}""", "answer: 'four' is no number")]
    [DataRow("""{"prompt":"2+2\u0000","answer":"4"}""", "'prompt' has a character that no policy reads (U+0000)")]
    [DataRow("""{"prompt":"\u96ea","answer":"4"}""", "'prompt' has a character that no policy reads (U+96EA)")]
    [DataRow("""{"prompt":"\ud800","answer":"4"}""", "holds text that is not Unicode")]
    [DataRow("""{"prompt":"1+1 ","answer":"3"}""", "asks what line 1 asks, with another answer")]
    [DataRow("""{"prompt":"2+2","answer":"4","choices":{"A":"4"}}""", "'choices' is no list")]
    public void A_bad_line_is_told_by_its_number(string line, string wrong)
    {
        var dataset = Make($"{Good}\n\n{line}\n");
        Assert.AreEqual("File", dataset.Warnings.Single().Option);
        Assert.AreEqual($"1 of 2 lines are left out: line 3 {wrong}", dataset.Warnings.Single().Message);
        Assert.AreEqual("1+1", dataset.Pose(1, 1).Key);
    }

    [TestMethod]
    public void Lines_too_deep_too_long_and_of_broken_bytes_are_bad_lines_too()
    {
        byte[] broken = [.. """{"prompt":"caf"""u8, 0xE9, .. "\",\"answer\":\"1\"}"u8];
        File.WriteAllBytes(_desk.At("data.jsonl"), [.. Encoding.UTF8.GetBytes($"{Good}\n{new string('[', 100_000)}\n{{\"prompt\":\"{new string('x', 20_001)}\",\"answer\":1}}\n{new string(' ', 1 << 20)}x\n"), .. broken]);
        var warning = Make(new() { File = _desk.At("data.jsonl") }).Warnings.Single().Message;
        StringAssert.StartsWith(warning, "4 of 5 lines are left out: line 2 is no JSON object; line 3 'prompt' has more than 20000 characters; line 4 is longer than 1048576 bytes; and 1 more");
    }

    [TestMethod]
    public void As_many_bad_lines_as_allowed_are_left_out_and_one_more_is_refused()
    {
        var lines = $"{Good}\nx\n{{}}\n[]\n1\n";
        Assert.AreEqual("4 of 5 lines are left out: line 2 is no JSON object; line 3 has none of prompt, question, problem; line 4 is no JSON object; and 1 more", Make(lines, badLines: 4).Warnings.Single().Message);
        Assert.AreEqual(
            $"4 of 5 lines of '{_desk.At("data.jsonl")}' cannot be used, and badLines allows 3: line 2 is no JSON object; line 3 has none of prompt, question, problem; line 4 is no JSON object; and 1 more",
            Refusal(lines, badLines: 3));
    }

    [TestMethod]
    public void A_file_without_a_good_line_is_refused()
    {
        Assert.AreEqual($"'{_desk.At("data.jsonl")}' is empty", Refusal(" \r\n\n"));
        Assert.AreEqual($"no line of '{_desk.At("data.jsonl")}' can be used: line 1 is no JSON object", Refusal("x"));
        Assert.AreEqual($"there is no file '{_desk.At("none")}'", Refused(_desk.At("none")));
        Assert.AreEqual($"'{_desk.Folder}' is a folder, not a file", Refused(_desk.Folder));
    }

    [TestMethod]
    public void Ends_of_lines_byte_order_marks_and_what_can_be_spelt_in_ascii_are_no_faults()
    {
        var dataset = Make("\ufeff{\"prompt\":\"\u201cCaf\u00e9\u201d \u2013 2\u00d72\\r\\n\\tor 2\u00bd?\",\"answer\":\"4\"}\r\n");
        Assert.IsEmpty(dataset.Warnings);
        Assert.AreEqual("\"Cafe\" - 2*2\n or 2 1/2?\n", ((TextPart)dataset.Pose(1, 1).Prompt(0)[0]).Text);
        var error = Assert.ThrowsExactly<OptionException>(() => Make(new() { File = _desk.At("data.jsonl"), Transliterate = false }));
        StringAssert.EndsWith(error.Message, "'prompt' has a character that no policy reads (U+201C)");
    }

    private Dataset Make(string lines, int badLines = 20) => Make(new() { File = _desk.Write("data.jsonl", lines), BadLines = badLines });

    private Dataset Make(DatasetOptions options) => _runs.Plugins.Create<Dataset>(options);

    private string Refusal(string lines, int badLines = 20) => Refused(_desk.Write("data.jsonl", lines), badLines);

    private string Refused(string path, int badLines = 20) => Assert.ThrowsExactly<OptionException>(() => Make(new() { File = path, BadLines = badLines })).Message;
}
