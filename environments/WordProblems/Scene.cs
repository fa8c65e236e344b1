using Lab.Core;

namespace Lab.Environments;

/// <summary>What a story is told with: people, things and numbers, each drawn by its name.</summary>
/// <param name="draw">Where everything comes from.</param>
/// <param name="steps">How many operations the answer takes.</param>
/// <param name="size">What the range of each number is multiplied with, 1 or more.</param>
/// <param name="halves">Whether some numbers may end in one half.</param>
internal sealed class Scene(Draw draw, int steps, double size, bool halves)
{
    private static readonly EquatableArray<string> People =
        ["Ada", "Ben", "Cleo", "Dan", "Emma", "Finn", "Gwen", "Hugo", "Ines", "Jack", "Kira", "Liam", "Mona", "Nils", "Olga", "Paul", "Rosa", "Sam", "Tara", "Vera"];

    public int Steps => steps;

    /// <summary>The name of one of the people in the story, from 0; all are different.</summary>
    public string Person(int index)
    {
        var people = People.ToArray();
        draw.At("people").Shuffle(people.AsSpan());
        return people[index];
    }

    public string Pick(string what, params ReadOnlySpan<string> choices) => choices[draw.At(what).Below(choices.Length)];

    /// <summary>Two different ones.</summary>
    public (string First, string Second) PickTwo(string what, params ReadOnlySpan<string> choices)
    {
        var first = draw.At(what).Below(choices.Length, 0);
        return (choices[first], choices[(first + 1 + draw.At(what).Below(choices.Length - 1, 1)) % choices.Length]);
    }

    /// <summary>A whole number of at least <paramref name="low"/>, and at most the scene's multiple of <paramref name="high"/>.</summary>
    public Term Whole(string what, int low, int high) => Term.Of(draw.At(what).Between(low, Math.Max(low, (long)(high * size))));

    /// <summary>A whole number that does not grow with the scene: stories of people 500 years old would be odd.</summary>
    public Term Few(string what, int low, int high) => Term.Of(draw.At(what).Between(low, high));

    /// <summary>A whole number as <see cref="Whole"/>, or a half more where the scene has halves.</summary>
    public Term Half(string what, int low, int high)
    {
        var whole = Whole(what, low, high);
        return halves && draw.At(what).At("half").Below(2) == 1 ? Term.Of(whole.Value!.Value + new Rational(1, 2)) : whole;
    }

    /// <summary>A multiple of another number, up to the scene's multiple of <paramref name="high"/> times it.</summary>
    public Term MultipleOf(Term factor, string what, int low, int high) => Term.Of(factor.Value!.Value * Whole(what, low, high).Value!.Value);

    /// <summary>A whole number less than what the term comes to, which must be more than 1: 1 only where there is no other.</summary>
    public Term Below(Term term, string what)
    {
        var value = term.Value!.Value;
        var most = (long)((value.Numerator + value.Denominator - 1) / value.Denominator) - 1;
        return Term.Of(draw.At(what).Between(Math.Min(2, most), most));
    }
}
