using System.Reflection;

namespace Lab.Hosting;

/// <summary>How this program was started.</summary>
public static class ThisProgram
{
    /// <summary>The dotnet command, where it runs this program; null where the program runs by itself.</summary>
    public static string? Muxer { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? Environment.ProcessPath : null;

    /// <summary>The executable and what must stand before the program's own arguments.</summary>
    public static IReadOnlyList<string> Command { get; } = Muxer is { } muxer ? [muxer, Assembly.GetEntryAssembly()!.Location] : [Environment.ProcessPath!];
}
