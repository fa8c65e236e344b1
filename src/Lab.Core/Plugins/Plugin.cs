namespace Lab.Core;

/// <summary>One entry of the catalogue.</summary>
/// <param name="Kind">Its name in experiment files.</param>
/// <param name="Description">One line for people.</param>
/// <param name="Family">The record that all options of its family derive from.</param>
/// <param name="Options">Its options.</param>
/// <param name="Implementation">The class that does the work.</param>
public sealed record Plugin(string Kind, string Description, Type Family, Type Options, Type Implementation);
