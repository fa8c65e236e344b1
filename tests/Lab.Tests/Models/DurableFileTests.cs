using Lab.Core;

namespace Lab.Tests;

[TestClass]
public sealed class DurableFileTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lab-tests-").FullName;

    [TestCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void A_write_that_fails_leaves_what_was_there()
    {
        var path = Path.Combine(_folder, "file");
        DurableFile.Write(path, stream => stream.Write("old"u8));

        Assert.ThrowsExactly<FormatException>(() => DurableFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            throw new FormatException();
        }));

        Assert.AreEqual("old", File.ReadAllText(path));
        Assert.HasCount(1, Directory.GetFiles(_folder));
    }

    [TestMethod]
    public void A_write_replaces_what_was_there()
    {
        var path = Path.Combine(_folder, "file");
        DurableFile.Write(path, stream => stream.Write("longer than the next"u8));

        DurableFile.Write(path, stream => stream.Write("new"u8));

        Assert.AreEqual("new", File.ReadAllText(path));
        Assert.HasCount(1, Directory.GetFiles(_folder));
    }

    [TestMethod]
    public void Nothing_is_there_until_all_of_it_is()
    {
        var path = Path.Combine(_folder, "file");

        DurableFile.Write(path, stream => Assert.IsFalse(File.Exists(path)));

        Assert.IsTrue(File.Exists(path));
    }

    [TestMethod]
    public void A_file_that_is_flushed_stays_as_it_is_and_one_that_is_gone_needs_nothing()
    {
        var path = Path.Combine(_folder, "file");
        File.WriteAllText(path, "old");

        // Somebody may be reading it.
        using (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            DurableFile.Flush(path);
        }

        Assert.AreEqual("old", File.ReadAllText(path));
        DurableFile.Flush(Path.Combine(_folder, "none"));
        DurableFile.Flush(Path.Combine(_folder, "none", "none"));
        Assert.HasCount(1, Directory.GetFileSystemEntries(_folder));
    }
}
