using System.Text.Json;

namespace Lab.Experiments;

/// <summary>
/// Makes the teachers of a document whole: what a file names relative to itself must not depend on which file it ends up in.
/// Done after each change, so that what is still relative was said by the last one.
/// </summary>
internal static class TeacherPaths
{
    private const string Stages = "stages";
    private const string Teacher = "teacher";

    /// <param name="document">An experiment, right or wrong.</param>
    /// <param name="file">What said the teachers that are relative.</param>
    public static JsonElement Locate(JsonElement document, string file)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty(Stages, out var stages) || stages.ValueKind != JsonValueKind.Array)
        {
            return document;
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        foreach (var (index, stage) in stages.EnumerateArray().Index())
        {
            // What is no path is the strict reader's to say.
            if (stage.ValueKind == JsonValueKind.Object && stage.TryGetProperty(Teacher, out var teacher) && teacher.ValueKind == JsonValueKind.String
                && teacher.GetString() is { Length: > 0 } path && !path.Any(char.IsControl) && !Path.IsPathFullyQualified(path))
            {
                document = Override.Of($"{Stages}[{index}].{Teacher}", JsonSerializer.SerializeToElement(Path.GetFullPath(path, folder)), file).Apply(document);
            }
        }

        return document;
    }
}
