using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Lab.Environments;

/// <summary>
/// How the demonstrators work. They say the worked answer of a line: its member <c>worked</c> or <c>demonstration</c>, else its
/// answer where that has <c>####</c> in it; where there is none, the answer alone. With the defaults they make no mistakes.
/// </summary>
public sealed record DatasetHabits
{
    [Description("Share of demonstrations that give another line's answer.")]
    [Range(0.0, 1.0)]
    public double Wrong { get; init; }

    [Description("Share of the others that give the answer without its working.")]
    [Range(0.0, 1.0)]
    public double Bare { get; init; }

    [Description("What becomes of calculations such as <<48/2=24>> in a worked answer: drop, keep, or call the tool with them.")]
    public Annotations Annotations { get; init; } = Annotations.Drop;

    [Description("The tool that they call.")]
    [MinLength(1)]
    public string Tool { get; init; } = "calculator";

    [Description("Calls in one demonstration at most; further calculations are left out.")]
    [Range(1, 1000)]
    public int Calls { get; init; } = 4;
}
