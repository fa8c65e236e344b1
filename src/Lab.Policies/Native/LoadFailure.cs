using System.Text.RegularExpressions;

namespace Lab.Policies;

/// <summary>Reads what a system's loader says when it refuses a library, and knows what helps.</summary>
internal static partial class LoadFailure
{
    private const string OldSystem =
        "use a newer system: Debian 12, Ubuntu 22.04, RHEL 9 with a newer libstdc++, or anything with glibc 2.34 and GCC 12's libstdc++";

    private const string Restore = "restore the packages again (delete them from the package cache, then dotnet build)";

    /// <summary>The exception for a library that was found and refused.</summary>
    /// <param name="path">The library.</param>
    /// <param name="error">What loading it threw.</param>
    public static TorchUnavailableException Explain(string path, Exception error)
    {
        var (reason, remedy) = Read(error.HResult, error.Message);
        return new($"{path}: {reason}", remedy, error);
    }

    /// <summary>The exception for a library that is nowhere.</summary>
    public static TorchUnavailableException Missing(string name, NativeFiles files) => NativeFiles.Platforms.Contains(NativeFiles.Platform)
        ? new(
            $"{NativeFiles.FileName(name)} is in none of {string.Join(", ", files.Folders)}",
            "build the program again; -p:TorchBackend=cpu, cuda-windows or cuda-linux says which libtorch lies beside it")
        : new(
            $"there is no libtorch for {NativeFiles.Platform}",
            $"run a 64-bit .NET on one of {string.Join(", ", NativeFiles.Platforms)}");

    /// <summary>The reason and the remedy in a loader's words.</summary>
    internal static (string Reason, string Remedy) Read(int code, string message)
    {
        if (AskedVersion().Match(message) is { Success: true } version)
        {
            var owner = version.Value.StartsWith("GLIBC_", StringComparison.Ordinal) ? "C library (glibc)" : "libstdc++";
            return ($"this system's {owner} is too old: it lacks {version.Value}", OldSystem);
        }

        if (MissingLibrary().Match(message) is { Success: true } missing)
        {
            var name = missing.Groups[1].Value;
            return ($"{name} is missing on this system", name switch
            {
                "libstdc++.so.6" => "install it (Debian and Ubuntu: libstdc++6; Fedora and RHEL: libstdc++)",
                "ld-linux-x86-64.so.2" => "use a system with glibc: musl (Alpine) cannot run libtorch",
                _ => "install the system package that holds it; where it is one of libtorch's own files, " + Restore,
            });
        }

        return code switch
        {
            ModuleNotFound => ("a library that it needs is missing", "install the Microsoft Visual C++ Redistributable 2015-2022 (x64)"),
            ProcedureNotFound => (
                "a function that it needs is missing from another library",
                "update the Microsoft Visual C++ Redistributable 2015-2022 (x64); if that does not help, files of two versions are mixed: delete artifacts/ and build again"),
            BadImage => ("the file is damaged or for another processor", "run the x64 build of .NET; " + Restore),
            _ when message.Contains("ELF", StringComparison.Ordinal) || message.Contains("file too short", StringComparison.Ordinal) =>
                ("the file is damaged or for another processor", Restore),
            _ when message.Contains("failed to map segment", StringComparison.Ordinal) =>
                ("its folder does not allow programs to be run from it (noexec), or memory is short", "point XDG_CACHE_HOME to a folder that does"),
            _ => (LastLine(message), "lab doctor shows what was found"),
        };
    }

    private const int ModuleNotFound = unchecked((int)0x8007007E);
    private const int ProcedureNotFound = unchecked((int)0x8007007F);
    private const int BadImage = unchecked((int)0x800700C1);

    // .NET puts advice before the loader's own words.
    private static string LastLine(string message) => message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? last : "no reason was given";

    [GeneratedRegex(@"(?<=version [`'""])(GLIBC|GLIBCXX|CXXABI)_[0-9.]+(?=['""] not found)")]
    private static partial Regex AskedVersion();

    [GeneratedRegex(@"(\S+\.so[.0-9]*): cannot open shared object file")]
    private static partial Regex MissingLibrary();
}
