using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class PatchedLibraryTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lab-tests-").FullName;

    [TestCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void The_copy_is_patched_and_the_original_is_not_touched()
    {
        var original = Original(new TinyElf().Build());

        var copy = PatchedLibrary.Of(original, Cache)!;

        CollectionAssert.AreEqual(LibStdCxxCompatibility.Patch(new TinyElf().Build()).Library, File.ReadAllBytes(copy));
        CollectionAssert.AreEqual(new TinyElf().Build(), File.ReadAllBytes(original));
        Assert.AreEqual(Path.GetFileName(original), Path.GetFileName(copy));
        StringAssert.StartsWith(copy, Cache);
    }

    [TestMethod]
    public void A_link_into_the_package_cache_stays_a_link()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("links need a privilege there");
        }

        var original = Original(new TinyElf().Build());
        var link = Path.Combine(_folder, "libLink.so");
        File.CreateSymbolicLink(link, original);

        Assert.IsNotNull(PatchedLibrary.Of(link, Cache));

        Assert.AreEqual(original, new FileInfo(link).LinkTarget);
        CollectionAssert.AreEqual(new TinyElf().Build(), File.ReadAllBytes(original));
    }

    [TestMethod]
    public void A_damaged_copy_is_written_again()
    {
        var original = Original(new TinyElf().Build());
        var copy = PatchedLibrary.Of(original, Cache)!;
        var content = File.ReadAllBytes(copy);
        File.WriteAllBytes(copy, content[..100]);

        Assert.AreEqual(copy, PatchedLibrary.Of(original, Cache));

        CollectionAssert.AreEqual(content, File.ReadAllBytes(copy));
    }

    [TestMethod]
    public void A_good_copy_is_used_as_it_is()
    {
        var original = Original(new TinyElf().Build());
        var copy = PatchedLibrary.Of(original, Cache)!;
        var written = new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(copy, written);

        PatchedLibrary.Of(original, Cache);

        Assert.AreEqual(written, File.GetLastWriteTimeUtc(copy));
    }

    [TestMethod]
    public void Many_at_once_leave_one_whole_copy()
    {
        var original = Original(new TinyElf().Build());

        Parallel.For(0, 32, _ => Assert.IsNotNull(PatchedLibrary.Of(original, Cache)));

        var kept = Directory.GetFiles(Cache, "*", SearchOption.AllDirectories);
        Assert.HasCount(1, kept);
        CollectionAssert.AreEqual(LibStdCxxCompatibility.Patch(new TinyElf().Build()).Library, File.ReadAllBytes(kept[0]));
    }

    [TestMethod]
    public void What_cannot_be_patched_leaves_nothing_behind()
    {
        Assert.IsNull(PatchedLibrary.Of(Original("text"u8.ToArray()), Cache));
        Assert.IsFalse(Directory.Exists(Cache));
    }

    [TestMethod]
    public void Only_its_owner_can_open_the_folder_of_a_copy()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("nothing is patched there");
            return;
        }

        var copy = PatchedLibrary.Of(Original(new TinyElf().Build()), Cache)!;

        Assert.AreEqual(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(copy)!));
    }

    private string Cache => Path.Combine(_folder, "cache");

    private string Original(byte[] content)
    {
        var path = Path.Combine(_folder, "libOriginal.so");
        File.WriteAllBytes(path, content);
        return path;
    }
}
