using Lab.Core;

namespace Lab.Benchmarks;

/// <summary>One episode of a rollout: how many tokens of it are given, said, observed and said again.</summary>
internal sealed record Game(int Prompt, int Said, int Observed, int Then)
{
    /// <summary>Tokens said.</summary>
    public int Spoken => Said + Then;

    /// <summary>All tokens, in order; whether each is given.</summary>
    public IEnumerable<bool> Given => Enumerable.Repeat(true, Prompt)
        .Concat(Enumerable.Repeat(false, Said)).Concat(Enumerable.Repeat(true, Observed)).Concat(Enumerable.Repeat(false, Then));

    /// <summary>A prompt of 8 tokens; half answer with 2 to 46 tokens, half call a tool with 4 to 11, read 6 and answer with 2 to 9.</summary>
    public static Game Draw(Draw draw) => draw.At("calls").Below(2) == 0
        ? new(8, 2 + draw.At("said").Below(45), 0, 0)
        : new(8, 4 + draw.At("said").Below(8), 6, 2 + draw.At("then").Below(8));
}
