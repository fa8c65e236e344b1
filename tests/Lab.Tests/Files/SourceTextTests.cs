using System.Text;
using Lab.Core;
using Lab.Experiments;
using static Lab.Tests.FilesCatalog;

namespace Lab.Tests;

[TestClass]
public sealed class SourceTextTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("", "is empty")]
    [DataRow(" \r\n\t", "is empty")]
    [DataRow("\uFEFF", "is empty")]
    [DataRow("// nothing", "line 1, column 11: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true.")]
    [DataRow("{\n  \"name\" \"a\"\n}", "line 2, column 10: '\"' is invalid after a property name. Expected a ':'.")]
    [DataRow("{\r\n  \"é🌍\" 2 }", "line 2, column 9: '2' is invalid after a property name. Expected a ':'.")]
    [DataRow("{ \"a\": 1 } }", "line 1, column 12: '}' is invalid after a single JSON value. Expected end of data.")]
    [DataRow("{ \"a\":\n \"\\ud800\" }", "line 2, column 2: the string holds half a character (a lone surrogate)")]
    [DataRow("{ \"\\udc00\": 1 }", "line 1, column 3: the string holds half a character (a lone surrogate)")]
    public void Text_that_is_no_json_brings_one_line_that_says_where(string text, string error) => CollectionAssert.AreEqual(new[] { error }, Errors(text));

    [TestMethod]
    public void Huge_nesting_is_refused() =>
        CollectionAssert.AreEqual(
            new[] { "line 1, column 65: The maximum configured depth of 64 has been exceeded. Cannot read next JSON array." },
            Errors(new string('[', 100_000)));

    [TestMethod]
    public void A_file_may_begin_with_a_byte_order_mark()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode })
        {
            var path = Write("marked.json", Text(), encoding);

            Assert.AreEqual("a", new ExperimentReader(Scan()).Read(path).Name);
        }

        Assert.AreEqual("a", Read("\uFEFF" + Text()).Name);
    }

    [TestMethod]
    public void A_missing_file_brings_the_nearest_name()
    {
        var present = Write("quickstart.json", Text());
        var missing = Path.Combine(Path.GetDirectoryName(present)!, "quikstart.json");
        var far = Path.Combine(Path.GetDirectoryName(present)!, "nowhere", "x.json");

        Assert.AreEqual($"{missing}: no such file; did you mean 'quickstart.json'?", Refusal(missing));
        Assert.AreEqual($"{far}: no such file", Refusal(far));
    }

    [TestMethod]
    public void A_folder_is_no_file()
    {
        var folder = Path.GetDirectoryName(Write("a.json", Text()))!;

        Assert.AreEqual($"{folder}: is a folder, not a file", Refusal(folder));
    }

    [TestMethod]
    public void A_file_that_cannot_be_opened_is_refused_in_one_line()
    {
        var path = Write("locked.json", Text());
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.StartsWith($"{path}: cannot be read: ", Refusal(path));
        Assert.StartsWith(": cannot be read: ", Refusal(""));
    }

    [TestMethod]
    public void A_file_that_is_far_too_long_is_not_read()
    {
        var path = Write("long.json", Text() + new string(' ', 4 << 20));

        Assert.AreEqual($"{path}: is longer than 4 MiB", Refusal(path));
    }

    [TestMethod]
    public void Errors_name_the_file()
    {
        var path = Write("wrong.json", """{ "name": 1 }""");

        Assert.AreEqual($"{path}: $.name: expected a string, found a number\n{path}: $.environment: is required\n{path}: $.stages: is required", Refusal(path));
    }

    private string Write(string name, string text, Encoding? encoding = null)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(TestContext.TestRunDirectory!, TestContext.TestName!)).FullName, name);
        File.WriteAllText(path, text, encoding ?? new UTF8Encoding(false));
        return path;
    }

    private static string Refusal(string path) =>
        Assert.ThrowsExactly<InvalidInputException>(() => new ExperimentReader(Scan()).Read(path)).Message;
}
