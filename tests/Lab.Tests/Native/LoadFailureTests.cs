using System.Runtime.InteropServices;
using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class LoadFailureTests
{
    [TestMethod]
    [DataRow("/lib/libm.so.6: version `GLIBC_2.34' not found (required by /app/libLibTorchSharp.so)", "glibc) is too old: it lacks GLIBC_2.34", "Debian 12")]
    [DataRow("/lib/libstdc++.so.6: version `GLIBCXX_3.4.29' not found (required by /app/x.so)", "libstdc++ is too old: it lacks GLIBCXX_3.4.29", "Ubuntu 22.04")]
    [DataRow("libstdc++.so.6: cannot open shared object file: No such file or directory", "libstdc++.so.6 is missing", "libstdc++6")]
    [DataRow("libgomp-98b21ff3.so.1: cannot open shared object file: No such file or directory", "libgomp-98b21ff3.so.1 is missing", "restore the packages")]
    [DataRow("ld-linux-x86-64.so.2: cannot open shared object file: No such file or directory", "ld-linux-x86-64.so.2 is missing", "musl")]
    [DataRow("/app/libc10.so: wrong ELF class: ELFCLASS32", "damaged or for another processor", "restore the packages")]
    [DataRow("/app/libc10.so: failed to map segment from shared object", "noexec", "XDG_CACHE_HOME")]
    public void Linux_loaders_words_become_a_reason_and_a_remedy(string words, string reason, string remedy)
    {
        var read = LoadFailure.Read(0, "Unable to load shared library or one of its dependencies. Consider LD_DEBUG: \n" + words + "\n");

        StringAssert.Contains(read.Reason, reason);
        StringAssert.Contains(read.Remedy, remedy);
    }

    [TestMethod]
    [DataRow(0x8007007E, "a library that it needs is missing", "Visual C++ Redistributable")]
    [DataRow(0x8007007F, "a function that it needs is missing", "Visual C++ Redistributable")]
    [DataRow(0x800700C1, "damaged or for another processor", "x64 build of .NET")]
    public void Windows_codes_become_a_reason_and_a_remedy(long code, string reason, string remedy)
    {
        var read = LoadFailure.Read(unchecked((int)code), "Unable to load DLL 'torch_cpu.dll' or one of its dependencies");

        StringAssert.Contains(read.Reason, reason);
        StringAssert.Contains(read.Remedy, remedy);
    }

    [TestMethod]
    public void Words_that_mean_nothing_to_us_are_passed_on()
    {
        Assert.AreEqual("the moon is full", LoadFailure.Read(0, "advice\nthe moon is full\n").Reason);
        Assert.AreEqual("no reason was given", LoadFailure.Read(0, " \n").Reason);
    }

    [TestMethod]
    public void A_file_that_is_no_library_is_explained_in_one_line()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, new string('x', 4096));
            var refused = Catch(() => NativeLibrary.Load(path));

            var error = LoadFailure.Explain(path, refused);

            StringAssert.StartsWith(error.Message, $"torch cannot be loaded: {path}: ");
            Assert.DoesNotContain('\n', error.Message);
            Assert.AreSame(refused, error.InnerException);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void A_library_that_is_nowhere_is_told_with_the_folders_searched()
    {
        var error = LoadFailure.Missing("torch_cpu", new NativeFiles(["/one", "/two"]));

        StringAssert.Contains(error.Message, NativeFiles.Platforms.Contains(NativeFiles.Platform) ? "/one, /two" : NativeFiles.Platform);
    }

    private static Exception Catch(Action load)
    {
        try
        {
            load();
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            return error;
        }

        throw new AssertFailedException("it loaded");
    }
}
