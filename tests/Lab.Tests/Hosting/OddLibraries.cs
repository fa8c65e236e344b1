using System.Diagnostics;

namespace Lab.Tests;

/// <summary>Libraries of a user's that do not fit, each built from a few lines.</summary>
internal static class OddLibraries
{
    private const string Sound = """
        using Lab.Core;
        public sealed record OddOptions : EnvironmentOptions;
        [Environment("odd", "An odd one.")]
        public sealed class Odd(OddOptions options) : IEnvironment
        {
            public OddOptions Options => options;
            public Problem Pose(ulong seed, double difficulty) => null!;
            public Verdict Verify(Problem problem, Episode episode) => null!;
        }
        """;

    // As it might have been once, or become: an environment does not verify.
    private const string OtherCore = """
        namespace Lab.Core;
        public abstract record EnvironmentOptions;
        public record Problem;
        public interface IEnvironment { Problem Pose(ulong seed, double difficulty); }
        public abstract class PluginAttribute : System.Attribute;
        public sealed class EnvironmentAttribute(string kind, string description) : PluginAttribute { public string Text => kind + description; }
        """;

    private static readonly string s_unverified = Without("public Verdict Verify(Problem problem, Episode episode) => null!;");

    private static readonly Dictionary<string, string> s_sources = new()
    {
        ["odd/sound"] = Sound,
        ["odd/none"] = "public class Nothing;",
        ["odd/hidden"] = Sound.Replace("public sealed", "internal sealed", StringComparison.Ordinal),
        ["odd/abstract"] = Sound.Replace("sealed class", "abstract class", StringComparison.Ordinal),
        ["odd/generic"] = Sound.Replace("Odd(", "Odd<T>(", StringComparison.Ordinal),
        ["odd/contract"] = Without(": IEnvironment"),
        ["odd/kindless"] = Sound.Replace("\"odd\"", "\"An Odd\"", StringComparison.Ordinal),
        ["odd/taken"] = Sound.Replace("\"odd\"", "\"nim\"", StringComparison.Ordinal),
        ["odd/shared"] = Sound.Replace("OddOptions options", "Lab.Environments.NimOptions options", StringComparison.Ordinal).Replace("OddOptions Options", "object Options", StringComparison.Ordinal),
        ["odd/port"] = Sound.Replace("OddOptions options", "OddOptions options, System.Uri where", StringComparison.Ordinal),
        ["odd/throws"] = Sound.Replace("=> options;", "=> options; private readonly int _number = int.Parse(\"seven\");", StringComparison.Ordinal),
        ["older/Lab.Core"] = OtherCore,
        ["older/older"] = s_unverified,
        ["newer/Lab.Core"] = $"[assembly: System.Reflection.AssemblyVersion(\"99.0.0.0\")]\n{OtherCore}",
        ["newer/newer"] = s_unverified,
    };

    /// <summary>Builds them all, each into the folder of its name, and gives what the build wrote where it failed.</summary>
    public static async Task<string?> Build(string folder)
    {
        foreach (var (name, code) in s_sources)
        {
            Directory.CreateDirectory(Path.Combine(folder, Path.GetDirectoryName(name)!));
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.cs"), code);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "odd.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><EnableDefaultItems>false</EnableDefaultItems></PropertyGroup>
              <ItemGroup>
                <Core Include="older/Lab.Core.cs;newer/Lab.Core.cs" />
                <Against Include="older/older.cs;newer/newer.cs" />
                <Odd Include="odd/*.cs" />
                <Own Include="{AppContext.BaseDirectory}Lab.Core.dll;{AppContext.BaseDirectory}Lab.Environments.dll" />
              </ItemGroup>
              <Target Name="All" DependsOnTargets="ResolveReferences">
                <Csc Sources="%(Odd.FullPath)" References="@(ReferencePath);@(Own)" OutputAssembly="%(Odd.RelativeDir)%(Odd.Filename).dll" TargetType="library" UseSharedCompilation="true" />
                <Csc Sources="%(Core.FullPath)" References="@(ReferencePath)" OutputAssembly="%(Core.RelativeDir)%(Core.Filename).dll" TargetType="library" UseSharedCompilation="true" />
                <Csc Sources="%(Against.FullPath)" References="@(ReferencePath);%(Against.RelativeDir)Lab.Core.dll" OutputAssembly="%(Against.RelativeDir)%(Against.Filename).dll" TargetType="library" UseSharedCompilation="true" />
              </Target>
            </Project>
            """);
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", "-t:All", "-v", "q", "--nologo"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return build.ExitCode == 0 ? null : output;
    }

    private static string Without(string text) => Sound.Replace(text, "", StringComparison.Ordinal);
}
