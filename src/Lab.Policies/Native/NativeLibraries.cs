using System.Runtime.InteropServices;
using System.Runtime.Loader;
using TorchSharp;

namespace Lab.Policies;

/// <summary>What was loaded.</summary>
/// <param name="Folder">The folder of libtorch.</param>
/// <param name="Adapted">Whether TorchSharp's library runs from a copy made for an older libstdc++.</param>
/// <param name="HasCuda">Whether this build carries CUDA's libraries.</param>
public sealed record LoadedNatives(string Folder, bool Adapted, bool HasCuda);

/// <summary>
/// Loads libtorch and TorchSharp's own library before TorchSharp looks for them, so that a failure is told with its real
/// reason (TorchSharp blames a missing package whatever the cause, and prints it).
/// </summary>
public static class NativeLibraries
{
    private const string TorchSharpLibrary = "LibTorchSharp";

    // Static because what it guards is: a process loads a native library once, and torch aborts the process when the size of
    // its pool between operations is set twice.
    private static readonly Lazy<LoadedNatives> Once = new(LoadAll);

    /// <summary>Loads them, the first time; call it before anything else of TorchSharp. Thread-safe.</summary>
    /// <exception cref="TorchUnavailableException">They cannot be loaded.</exception>
    public static LoadedNatives Load() => Once.Value;

    private static LoadedNatives LoadAll()
    {
        var files = NativeFiles.OfProgram();
        string[] libtorch = OperatingSystem.IsWindows() ? ["c10", "torch_cpu"] : ["c10", "torch_cpu", "torch"];
        foreach (var name in libtorch)
        {
            Load(files.Find(name) ?? throw LoadFailure.Missing(name, files));
        }

        var torchSharp = files.Find(TorchSharpLibrary) ?? throw LoadFailure.Missing(TorchSharpLibrary, files);
        var adapted = LoadTorchSharp(torchSharp);
        // Nothing here runs operations side by side; a pool for it, should one be made, stays small.
        torch.set_num_interop_threads(1);
        return new(Path.GetDirectoryName(files.Find("torch_cpu"))!, adapted, files.Find("torch_cuda") is not null);
    }

    /// <returns>Whether the changed copy was needed.</returns>
    private static bool LoadTorchSharp(string path)
    {
        try
        {
            Load(path);
            return false;
        }
        catch (TorchUnavailableException error) when (LacksVersion(error))
        {
            if (Adapt(path) is not { } copy)
            {
                throw;
            }

            Redirect(Load(copy));
            return true;
        }
    }

    private static bool LacksVersion(TorchUnavailableException error) =>
        OperatingSystem.IsLinux() && error.InnerException!.Message.Contains(LibStdCxxCompatibility.MissingVersion, StringComparison.Ordinal);

    // Asked where .NET's own search finds nothing that loads. (SetDllImportResolver would not do: TorchSharp's first look-up is
    // NativeLibrary.TryLoad, which does not ask it.)
    private static void Redirect(nint handle)
    {
        var assembly = typeof(torch).Assembly;
        AssemblyLoadContext.GetLoadContext(assembly)!.ResolvingUnmanagedDll += (asking, name) => asking == assembly && name == TorchSharpLibrary ? handle : 0;
    }

    private static string? Adapt(string path)
    {
        var cache = PatchedLibrary.DefaultCache();
        try
        {
            return PatchedLibrary.Of(path, cache);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TorchUnavailableException(
                $"this system's libstdc++ lacks {LibStdCxxCompatibility.MissingVersion}, and the copy of {path} that does without it cannot be kept in {cache}: {error.Message}",
                "point XDG_CACHE_HOME to a folder that can be written",
                error);
        }
    }

    private static nint Load(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw LoadFailure.Explain(path, error);
        }
    }
}
