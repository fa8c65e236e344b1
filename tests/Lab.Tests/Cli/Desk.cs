using Lab.Cli;
using Spectre.Console.Testing;

namespace Lab.Tests;

/// <summary>A folder to work in, and the command line in this process with what it writes.</summary>
internal sealed class Desk : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("lab-test-").FullName;

    /// <summary>What the last command wrote.</summary>
    public string Out { get; private set; } = "";

    /// <summary>What the last command complained about.</summary>
    public string Error { get; private set; } = "";

    /// <summary>What the next command finds typed.</summary>
    public string Typed { get; set; } = "";

    /// <summary>The lines of <see cref="Error"/>.</summary>
    public string[] Complaints => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string At(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>Writes a file, and the folders above it.</summary>
    public string Write(string path, string text)
    {
        var full = At(path.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Runs a command and gives its exit code.</summary>
    public async Task<int> Lab(params string[] arguments)
    {
        using var console = new TestConsole().Width(80);
        using var error = new StringWriter();
        var code = await LabCommand.Run(arguments, new(console, error, Folder, TimeProvider.System) { In = new StringReader(Typed) });
        (Out, Error) = (console.Output, error.ToString());
        return code;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
