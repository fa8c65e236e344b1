using System.Text.Json;
using Lab.Core;

namespace Lab.Experiments;

/// <summary>lineage.json: where a fork comes from.</summary>
/// <param name="Parent">The folder of the run it branches off from.</param>
/// <param name="Name">That folder's name.</param>
/// <param name="At">Where it branches off: iterations done, such as <c>reinforce/20</c>.</param>
/// <param name="Place">The same place by the stage's number.</param>
/// <param name="Changes">What differs from there on, as it was typed.</param>
public sealed record Lineage(string Parent, string Name, string At, Position Place, EquatableArray<string> Changes)
{
    /// <summary>A run's lineage; null where it is no fork.</summary>
    /// <exception cref="InvalidInputException">The file is damaged.</exception>
    public static Lineage? Read(RunFolder folder)
    {
        try
        {
            return File.Exists(folder.Lineage) ? JsonSerializer.Deserialize<Lineage>(File.ReadAllText(folder.Lineage), RecordJson.Line) : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(folder.Lineage, error.Message);
        }
    }

    /// <summary>Writes it into a run's folder.</summary>
    public void Write(RunFolder folder) => DurableFile.Write(folder.Lineage, JsonSerializer.Serialize(this, RecordJson.Indented) + "\n");
}
