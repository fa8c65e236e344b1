using Lab.Core;

namespace Lab.Experiments;

/// <summary>Marks, such as that of a verdict: told apart by its shape first, by its colour second.</summary>
internal static class Icon
{
    public static Html Of(Outcome outcome) => Html.Of($"""
        <svg class="icon {Style(outcome)}" viewBox="0 0 16 16" aria-hidden="true"><path d="{Shape(outcome)}"/></svg>
        """);

    /// <summary>A triangle with a stroke and a dot: something went wrong.</summary>
    public static Html Warning => Html.Of($"""
        <svg class="icon is-wrong" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2L15 14H1ZM8 6.5V9.5M8 11.6V11.8"/></svg>
        """);

    public static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Correct => "right",
        Outcome.Wrong => "wrong",
        _ => "undecided",
    };

    public static string Style(Outcome outcome) => outcome switch
    {
        Outcome.Correct => "is-right",
        Outcome.Wrong => "is-wrong",
        _ => "is-undecided",
    };

    // A tick, a cross, a bar.
    private static string Shape(Outcome outcome) => outcome switch
    {
        Outcome.Correct => "M3 8.5l3.5 3.5L13 4.5",
        Outcome.Wrong => "M4 4l8 8M12 4l-8 8",
        _ => "M4 8h8",
    };
}
