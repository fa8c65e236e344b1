using System.Runtime.InteropServices;

namespace Lab.Policies;

/// <summary>Where the native libraries of this program lie.</summary>
/// <param name="Folders">The folders that may hold them, in the order in which .NET itself searches.</param>
internal sealed record NativeFiles(IReadOnlyList<string> Folders)
{
    /// <summary>The platforms that libtorch is packaged for.</summary>
    public static IReadOnlyList<string> Platforms { get; } = ["linux-x64", "win-x64", "osx-arm64"];

    /// <summary>This platform, such as <c>linux-x64</c>.</summary>
    public static string Platform { get; } = string.Concat(
        OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : OperatingSystem.IsLinux() ? "linux" : "unknown",
        "-",
        RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());

    /// <summary>
    /// The folders of the running program: those that its dependency file names (beside the program after a build, in the
    /// package cache where it runs from there), then the usual places.
    /// </summary>
    public static NativeFiles OfProgram()
    {
        var named = (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var program = AppContext.BaseDirectory;
        string[] folders = [.. named, Path.Combine(program, "runtimes", Platform, "native"), program];
        return new([.. folders.Select(Path.TrimEndingDirectorySeparator).Distinct()]);
    }

    /// <summary>The full path of a library, or null where there is none.</summary>
    /// <param name="name">Its name without prefix and ending, such as <c>torch_cpu</c>.</param>
    public string? Find(string name) => Folders.Select(folder => Path.Combine(folder, FileName(name))).FirstOrDefault(File.Exists);

    /// <summary>The file name that a library has on this platform.</summary>
    public static string FileName(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
}
