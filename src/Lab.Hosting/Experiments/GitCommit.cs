using System.ComponentModel;
using System.Diagnostics;

namespace Lab.Hosting;

/// <summary>The git commit that a folder stands at.</summary>
public static class GitCommit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Its hash, or null where there is no git, no repository or no commit.</summary>
    public static string? Of(string folder)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["rev-parse", "--verify", "HEAD"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            git.ErrorDataReceived += static (_, _) => { };
            git.BeginErrorReadLine();
            var hash = git.StandardOutput.ReadToEnd().Trim();
            return git.WaitForExit(Patience) && git.ExitCode == 0 && hash.Length > 0 ? hash : null;
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidOperationException)
        {
            return null;
        }
    }
}
