using Lab.Core;

namespace Lab.Environments;

/// <summary>How old people are, compared with one another.</summary>
internal sealed class Ages : IStoryFamily
{
    public string Name => "ages";

    public Story Tell(Scene scene)
    {
        var (first, second, third) = (scene.Person(0), scene.Person(1), scene.Person(2));
        var (age, times) = (scene.Whole("age", 3, 9), scene.Few("times", 2, 3));
        var grown = age * times;
        var younger = scene.Below(grown, "younger");
        var years = scene.Few("years", 2, 6);
        var more = scene.Whole("more", 2, 9);
        var now = grown - younger;
        EquatableArray<string> sentences =
        [
            scene.Pick("told", $"{first} is {age.Text} years old.", $"{first} has just turned {age.Text}."),
            $"{second} is {times.Text} times as old as {first}.",
            $"{third} is {younger.Text} years younger than {second}.",
        ];
        return scene.Steps switch
        {
            2 => new(sentences, $"How old is {third}?", now),
            3 => new(sentences, $"How old is {third} in {years.Text} years?", now + years),
            _ => new(
                [.. sentences, $"In {years.Text} years {scene.Person(3)} will be {more.Text} years older than {third} is then."],
                $"How old will {scene.Person(3)} be then?",
                now + years + more),
        };
    }
}
