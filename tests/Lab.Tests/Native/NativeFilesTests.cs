using Lab.Policies;

namespace Lab.Tests;

[TestClass]
public sealed class NativeFilesTests
{
    [TestMethod]
    public void The_first_folder_that_holds_a_library_wins()
    {
        var root = Directory.CreateTempSubdirectory("lab-tests-").FullName;
        try
        {
            var files = new NativeFiles([.. new[] { "empty", "first", "second" }.Select(name => Directory.CreateDirectory(Path.Combine(root, name)).FullName)]);
            File.WriteAllText(Path.Combine(root, "first", NativeFiles.FileName("c10")), "");
            File.WriteAllText(Path.Combine(root, "second", NativeFiles.FileName("c10")), "");

            Assert.AreEqual(Path.Combine(root, "first", NativeFiles.FileName("c10")), files.Find("c10"));
            Assert.IsNull(files.Find("torch_cpu"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [TestMethod]
    public void This_program_carries_libtorch() => Assert.IsNotNull(NativeFiles.OfProgram().Find("torch_cpu"));
}
