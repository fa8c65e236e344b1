using System.Reflection;
using System.Runtime.Loader;

namespace Lab.Hosting;

/// <summary>
/// A library of the user's with what it depends on. What the lab itself has is shared, so that a plugin's contracts are the
/// lab's; everything else comes from beside the library, so that two libraries never get into each other's way.
/// </summary>
internal sealed class PluginLibrary(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    private readonly AssemblyDependencyResolver _beside = new(path);

    public Assembly Load() => LoadFromAssemblyPath(path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (IOException)
        {
            return _beside.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
        }
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _beside.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;
}
