using System.Security.Cryptography;
using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>What a file must be: its size and its SHA-256 in hexadecimal digits.</summary>
internal sealed record ManifestEntry(long Bytes, string Sha256)
{
    public static ManifestEntry Of(string path)
    {
        using var stream = File.OpenRead(path);
        return new(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}

/// <summary>manifest.json: every other file of its folder, by name.</summary>
internal sealed record Manifest(SortedDictionary<string, ManifestEntry> Files)
{
    private const string Name = "manifest.json";

    /// <summary>Describes the files of a folder and writes that beside them.</summary>
    public static void Write(string folder)
    {
        var files = Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file), ManifestEntry.Of);
        var manifest = new Manifest(new SortedDictionary<string, ManifestEntry>(files, StringComparer.Ordinal));
        DurableFile.Write(Path.Combine(folder, Name), JsonSerializer.Serialize(manifest, RecordJson.Indented) + "\n");
    }

    /// <summary>What is wrong with a folder, in a few words; null where every file is as it was written.</summary>
    public static string? Fault(string folder)
    {
        try
        {
            if (!File.Exists(Path.Combine(folder, Name)))
            {
                return $"{Name} is missing";
            }

            var manifest = JsonSerializer.Deserialize<Manifest>(File.ReadAllText(Path.Combine(folder, Name)), RecordJson.Line);
            return manifest?.Files is not { Count: > 0 } files ? $"{Name} is damaged"
                : Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).FirstOrDefault(file => file != Name && !files.ContainsKey(file)) is { } stranger ? $"{stranger} is not in {Name}"
                : files.Select(file => Fault(folder, file.Key, file.Value)).FirstOrDefault(fault => fault is not null);
        }
        catch (JsonException)
        {
            return $"{Name} is damaged";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    private static string? Fault(string folder, string name, ManifestEntry? wanted)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return $"{name} is missing";
        }

        var found = ManifestEntry.Of(path);
        return found == wanted ? null
            : found.Bytes != wanted?.Bytes ? $"{name} has {found.Bytes} bytes, not {wanted?.Bytes}"
            : $"{name} has changed since it was written";
    }
}
