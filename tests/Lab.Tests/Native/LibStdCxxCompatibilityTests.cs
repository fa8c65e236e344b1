using System.Text;
using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class LibStdCxxCompatibilityTests
{
    [TestMethod]
    public void A_library_that_asks_for_the_new_symbol_asks_for_the_old_one_afterwards()
    {
        var before = new TinyElf().Build();
        var expected = new TinyElf { Symbols = ["_ZNSo3putEc", "_ZNSt8ios_base4InitC1Ev\0\0\0\0\0"], SymbolVersions = [2, 2] }.Build();
        // The flags of the first version: after the header, the strings, three symbols, three versions of symbols and the library.
        var flags = expected.AsSpan().IndexOf("GLIBCXX_3.4\0"u8) + "GLIBCXX_3.4\0".Length + (3 * 24) + (3 * 2) + 16 + 4;
        expected[flags] = 2;

        var patch = LibStdCxxCompatibility.Patch(before);

        Assert.AreEqual(LibStdCxxFinding.Patched, patch.Finding);
        CollectionAssert.AreEqual(expected, patch.Library);
        CollectionAssert.AreEqual(new TinyElf().Build(), before, "the original must stay as it is");
    }

    [TestMethod]
    public void A_library_that_does_not_ask_for_it_needs_no_fix()
    {
        var library = new TinyElf { Symbols = ["_ZNSo3putEc", "_ZNSo5flushEv"], SymbolVersions = [2, 2], Versions = [("GLIBCXX_3.4", 2)] }.Build();

        Assert.AreEqual(new LibStdCxxPatch(LibStdCxxFinding.NeedsNoFix, null), LibStdCxxCompatibility.Patch(library));
    }

    [TestMethod]
    public void A_patched_library_needs_no_fix()
    {
        var patched = LibStdCxxCompatibility.Patch(new TinyElf().Build()).Library!;

        Assert.AreEqual(LibStdCxxFinding.NeedsNoFix, LibStdCxxCompatibility.Patch(patched).Finding);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\u007FEL")]
    [DataRow("MZ and the rest of a Windows library")]
    public void A_file_that_is_no_elf_file_is_left_alone(string content) =>
        Assert.AreEqual(new LibStdCxxPatch(LibStdCxxFinding.NotElf, null), LibStdCxxCompatibility.Patch(Encoding.Latin1.GetBytes(content)));

    [TestMethod]
    public void A_file_cut_anywhere_is_unfixable()
    {
        var whole = new TinyElf().Build();
        for (var length = 4; length < whole.Length; length++)
        {
            var finding = LibStdCxxCompatibility.Patch(whole.AsSpan(0, length)).Finding;
            // The last section header's tail (alignment and entry size) is not read.
            Assert.AreEqual(length < whole.Length - 16 ? LibStdCxxFinding.Unfixable : LibStdCxxFinding.Patched, finding, $"cut at {length}");
        }
    }

    [TestMethod]
    public void Any_damaged_byte_ends_in_a_finding()
    {
        var whole = new TinyElf().Build();
        for (var offset = 4; offset < whole.Length; offset++)
        {
            var damaged = whole.ToArray();
            damaged[offset] ^= 0xFF;
            var patch = LibStdCxxCompatibility.Patch(damaged);
            Assert.AreEqual(patch.Finding == LibStdCxxFinding.Patched, patch.Library is not null, $"at {offset}");
        }
    }

    [TestMethod]
    public void What_the_three_edits_would_break_is_unfixable()
    {
        TinyElf[] cases =
        [
            new() { SymbolVersions = [18, 18] },
            new() { SymbolVersions = [2, 2] },
            new() { Versions = [("GLIBCXX_3.4.32", 18)] },
            new() { Versions = [("GLIBCXX_3.4", 2)] },
            new() { DefinedIn = 7 },
            new() { SharesNames = true },
        ];
        foreach (var library in cases)
        {
            Assert.AreEqual(LibStdCxxFinding.Unfixable, LibStdCxxCompatibility.Patch(library.Build()).Finding, library.ToString());
        }
    }

    [TestMethod]
    public void TorchSharps_own_library_still_needs_the_fix()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
        if (!File.Exists(path))
        {
            Assert.Inconclusive("this build does not carry it");
        }

        var before = File.ReadAllBytes(path);
        var patch = LibStdCxxCompatibility.Patch(before);

        Assert.AreEqual(LibStdCxxFinding.Patched, patch.Finding, "LibStdCxxCompatibility.cs can perhaps be deleted: see its remarks");
        Assert.HasCount(before.Length, patch.Library!);
        var changed = Enumerable.Range(0, before.Length).Where(offset => before[offset] != patch.Library![offset]).ToArray();
        Assert.AreEqual(3, Places(changed), "a name, its version, a flag");
    }

    // Runs of changed bytes with less than a name's length between them are one place.
    private static int Places(int[] offsets) => 1 + offsets.Zip(offsets.Skip(1)).Count(pair => pair.Second - pair.First > TinyElf.Missing.Length);
}
