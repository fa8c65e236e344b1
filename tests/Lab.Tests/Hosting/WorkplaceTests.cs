using Lab.Core;
using Lab.Hosting;

namespace Lab.Tests;

[TestClass]
public sealed class WorkplaceTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [TestMethod]
    public void The_nearest_machine_file_above_makes_the_workplace()
    {
        _desk.Write("experiments.json", """{ "runs": "far" }""");
        _desk.Write("a/experiments.json", """{ "run": ["x/y.json"], "runs": "near" }""");
        Directory.CreateDirectory(_desk.At("a", "b", "c"));
        var workplace = Workplace.Find(_desk.At("a", "b", "c"));
        Assert.AreEqual(_desk.At("a"), workplace.Folder);
        Assert.AreEqual(_desk.At("a", "near"), workplace.Runs);
        Assert.AreEqual(_desk.At("a", "x", "y.json"), workplace.Listed.Single());
    }

    [TestMethod]
    public void Without_a_machine_file_the_folder_itself_is_the_workplace()
    {
        var workplace = Workplace.Find(_desk.Folder);
        Assert.AreEqual(_desk.Folder, workplace.Folder);
        Assert.AreEqual(_desk.At("runs"), workplace.Runs);
        Assert.IsEmpty(workplace.Listed);
    }

    [TestMethod]
    public void A_bare_name_is_looked_up_and_a_path_is_taken_as_it_is()
    {
        _desk.Write("experiments.json", "{}");
        var named = _desk.Write("experiments/first.json", "{}");
        var here = _desk.Write("sub/first", "{}");
        var workplace = Workplace.Find(_desk.Folder);
        Assert.AreEqual(named, workplace.Locate("first", _desk.Folder));
        Assert.AreEqual(here, workplace.Locate("first", _desk.At("sub")), "what is there comes first");
        Assert.AreEqual(_desk.At("sub", "none.json"), workplace.Locate("none.json", _desk.At("sub")), "the reader says that it is missing");
        Assert.AreEqual(_desk.At("experiments", "none"), workplace.Locate("experiments/none", _desk.Folder));
        Assert.ThrowsExactly<InvalidInputException>(() => workplace.Locate("frist.", _desk.Folder));
    }

    [TestMethod]
    public void A_description_is_the_comment_that_a_file_begins_with()
    {
        Assert.AreEqual("Says something.", ExperimentDescription.Of(_desk.Write("a.json", "\n  /// Says something.  \n// More.\n{}")));
        Assert.AreEqual("b", ExperimentDescription.Of(_desk.Write("b.json", "{\n  // Not this.\n}")));
        Assert.AreEqual("c", ExperimentDescription.Of(_desk.Write("c.json", "")));
    }

    [TestMethod]
    public void A_folder_that_is_in_no_repository_has_no_commit()
    {
        Assert.IsNull(GitCommit.Of(_desk.Folder));
        Assert.IsNull(GitCommit.Of(_desk.At("none")));
    }
}
