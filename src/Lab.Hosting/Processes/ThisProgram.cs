using System.Reflection;

namespace Lab.Hosting;

/// <summary>How this program was started.</summary>
public static class ThisProgram
{
    /// <summary>The executable and what must stand before the program's own arguments.</summary>
    public static IReadOnlyList<string> Command { get; } = Find(Environment.ProcessPath!, Assembly.GetEntryAssembly()!.Location);

    private static string[] Find(string process, string assembly) =>
        Path.GetFileNameWithoutExtension(process).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? [process, assembly] : [process];
}
