namespace Lab.Environments;

/// <summary>Sentences with a number that has nothing to do with any question.</summary>
internal static class Distractors
{
    public static string Of(Scene scene)
    {
        var number = scene.Whole("distractor", 2, 20).Text;
        var person = scene.Person(4);
        return scene.Pick(
            "distraction",
            $"{person} lives at number {number}.",
            $"It is {number} degrees outside.",
            $"The bus was {number} minutes late.",
            $"{person} has a brother who is {number}.",
            $"The radio has played {number} songs.",
            $"There are {number} cars in the street.");
    }
}
