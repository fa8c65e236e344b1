namespace Lab.Environments;

/// <summary>A line of a data file that can be posed. What it asks is what is told, with single spaces.</summary>
/// <param name="Number">In the file, from 1.</param>
/// <param name="Told">All that a seat is told.</param>
internal abstract record DataLine(int Number, string Told)
{
    /// <summary>What is asked: lines that differ in space alone ask the same.</summary>
    public string Asked { get; } = string.Join(' ', Told.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Names what is asked for the held-out split. <see cref="KnownLines{TLine}"/> decides whether capitals belong to it.</summary>
    public string Key { get; init; } = "";
}
