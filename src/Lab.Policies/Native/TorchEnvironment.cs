using System.Globalization;

namespace Lab.Policies;

/// <summary>
/// What torch must find in the environment of its process. Native code reads these variables once, and .NET cannot set them from
/// within: whoever starts the process does.
/// </summary>
public static class TorchEnvironment
{
    /// <summary>Makes MKL's products independent of how many rows they have, on the processors that it knows (docs/bits.md).</summary>
    public const string Reproducibility = "MKL_CBWR";

    /// <summary>Whether this process was started with it.</summary>
    public static bool IsPrepared => Environment.GetEnvironmentVariable(Reproducibility) is not null;

    /// <summary>The variables for a process whose torch uses so many threads.</summary>
    public static IReadOnlyDictionary<string, string> Variables(int threads)
    {
        var count = threads.ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            [Reproducibility] = Environment.GetEnvironmentVariable(Reproducibility) ?? "AUTO,STRICT",
            ["OMP_NUM_THREADS"] = count,
            ["MKL_NUM_THREADS"] = count,
            // The tensors of a step come and go, each megabytes large. glibc would give them back to the system and fetch them anew,
            // page by page: it keeps them.
            ["MALLOC_ARENA_MAX"] = "1",
            ["MALLOC_MMAP_THRESHOLD_"] = "33554432",
            ["MALLOC_TRIM_THRESHOLD_"] = "8589934592",
            ["MALLOC_TOP_PAD_"] = "67108864",
        };
    }
}
