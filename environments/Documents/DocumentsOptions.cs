using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lab.Core;

namespace Lab.Environments;

/// <summary>Which documents there are. Difficulty is the share of questions that take two documents.</summary>
public sealed record DocumentsOptions : EnvironmentOptions
{
    [Description("Documents, of one to two hundred characters each. Few are learned by heart, names and answers.")]
    [Range(8, 5000)]
    public int Documents { get; init; } = 500;

    [Description("Decides what stands in the documents. The experiment's seed does not.")]
    public ulong Corpus { get; init; } = 1;

    [Description("Sentences in each document that answer nothing.")]
    [Range(0, 6)]
    public int Idle { get; init; } = 1;

    [Description("How people show it, with their flaws.")]
    public DocumentsHabits Demonstrations { get; init; } = new();
}
