namespace Lab.Tests;

[TestClass]
public sealed class FileSizeTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Files_are_small()
    {
        var tests = Path.Combine(Repository.Root, "tests");
        var sizes = Repository.Files("*.cs")
            .Where(file => !file.StartsWith(tests, StringComparison.Ordinal))
            .Select(file => (Lines: File.ReadLines(file).Count(), File: Path.GetRelativePath(Repository.Root, file)))
            .Order()
            .ToArray();
        var median = sizes[sizes.Length / 2].Lines;
        var high = sizes[sizes.Length * 95 / 100].Lines;
        TestContext.WriteLine($"{sizes.Length} files: median {median} lines, 95th percentile {high}, longest {sizes[^1].Lines} ({sizes[^1].File})");
        Assert.IsLessThanOrEqualTo(60, median);
        Assert.IsLessThanOrEqualTo(250, high);
        Assert.IsLessThanOrEqualTo(400, sizes[^1].Lines, sizes[^1].File);
    }
}
