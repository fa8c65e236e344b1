using System.Runtime.InteropServices;

namespace Lab.Experiments;

/// <summary>The processor's name, as far as the system tells it: the byte promise holds for one model.</summary>
public static class ProcessorName
{
    private const string Information = "/proc/cpuinfo";

    public static string Read() => OperatingSystem.IsLinux() && File.Exists(Information)
        ? File.ReadLines(Information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? Unknown
        : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? Unknown;

    private static string Unknown => RuntimeInformation.ProcessArchitecture.ToString();
}
