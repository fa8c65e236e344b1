namespace Lab.Tests;

/// <summary>A library that does not fit is one clear line, with its place in the file.</summary>
[TestClass]
public sealed class PluginMisfitTests
{
    private static readonly Desk s_desk = new();

    [ClassInitialize]
    public static async Task Build(TestContext context) => Assert.IsNull(await OddLibraries.Build(s_desk.Folder));

    [ClassCleanup]
    public static void Dispose() => s_desk.Dispose();

    [TestMethod]
    public async Task A_library_that_fits_is_loaded()
    {
        Assert.AreEqual(0, await Run("odd/sound.dll", "--explain"), s_desk.Error);
        StringAssert.Contains(s_desk.Out, "\"kind\": \"odd\"");
    }

    [TestMethod]
    [DataRow("odd/missing.dll", "there is no such file; has it been built?")]
    [DataRow("odd", "there is no such file; has it been built?")]
    [DataRow("odd/sound.cs", "it is no .NET library")]
    [DataRow("odd/none.dll", "it has no plugin: no public class with an attribute such as [Environment(\"kind\", \"description\")]")]
    [DataRow("odd/hidden.dll", "it has no plugin: no public class with an attribute such as [Environment(\"kind\", \"description\")]")]
    [DataRow("odd/abstract.dll", "Odd is no class with one public constructor, which takes a record derived from EnvironmentOptions")]
    [DataRow("odd/generic.dll", "Odd`1 is no class with one public constructor, which takes a record derived from EnvironmentOptions")]
    [DataRow("odd/contract.dll", "Odd is no IEnvironment")]
    [DataRow("odd/kindless.dll", "Odd has the kind 'An Odd': a kind is in lower case, words joined by hyphens")]
    [DataRow("older/older.dll", "it does not fit this version of the lab; build it again (Method 'Verify' in type 'Odd'*")]
    [DataRow("newer/newer.dll", "it does not fit this version of the lab; build it again (it wants Lab.Core 99.0.0.0, this is 1.0.0.0)")]
    public async Task What_cannot_be_loaded_says_why(string library, string reason)
    {
        var expected = $"{s_desk.At("odd.json")}: $.plugins[0]: '{s_desk.At(library.Split('/'))}' cannot be loaded: {reason}";
        foreach (var flag in new[] { "--explain", "--plain" })
        {
            Assert.AreEqual(2, await Run(library, flag));
            var complaint = s_desk.Complaints.Single();
            Assert.AreEqual(expected.TrimEnd('*'), reason.EndsWith('*') ? complaint[..(expected.Length - 1)] : complaint);
        }

        Assert.IsFalse(Directory.Exists(s_desk.At("runs")));
    }

    [TestMethod]
    [DataRow("odd/taken.dll", "$.plugins: kind 'nim' is taken: Lab.Environments.Nim and Odd")]
    [DataRow("odd/shared.dll", "$.plugins: Lab.Environments.Nim and Odd both take Lab.Environments.NimOptions: each plugin has options of its own")]
    [DataRow("a\\u0000b", "$.plugins[0]: 'a\\u0000b' cannot be loaded: Null character in path.")]
    [DataRow("odd/port.dll", "$.environment: 'odd' cannot be made: it needs Uri, which nothing provides")]
    [DataRow("odd/throws.dll", "$.environment: 'odd' cannot be made: The input string 'seven' was not in a correct format.")]
    public async Task What_cannot_be_used_says_why_at_its_place(string library, string complaint)
    {
        Assert.AreEqual(2, await Run(library, "--plain"));
        Assert.AreEqual($"{s_desk.At("odd.json")}: {complaint}", s_desk.Complaints.Single());
        Assert.IsFalse(Directory.Exists(s_desk.At("runs")));
    }

    [TestMethod]
    public async Task Check_names_the_library_too()
    {
        Assert.AreEqual(2, await s_desk.Lab("check", "odd", "--plugin", "odd/none.dll"));
        StringAssert.StartsWith(s_desk.Complaints.Single(), $"--plugin: '{s_desk.At("odd", "none.dll")}' cannot be loaded: it has no plugin");
    }

    private static Task<int> Run(string library, string flag)
    {
        s_desk.Write("odd.json", $$"""
            { "name": "odd", "plugins": ["{{library}}"], "environment": { "kind": "odd" }, "rewards": [{ "kind": "correct" }], "stages": [{ "kind": "reinforce" }] }
            """);
        return s_desk.Lab("run", "odd.json", flag);
    }
}
