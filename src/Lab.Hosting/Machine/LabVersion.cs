using System.Reflection;

namespace Lab.Hosting;

/// <summary>The version of this build.</summary>
public static class LabVersion
{
    public static string Read() => typeof(LabVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
