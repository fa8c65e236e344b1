using Lab.Core;

namespace Lab.Environments;

/// <summary>Fences around rectangles, and what they cost.</summary>
internal sealed class Gardens : IStoryFamily
{
    public string Name => "gardens";

    public Story Tell(Scene scene)
    {
        var owner = scene.Person(0);
        var place = scene.Pick("place", "garden", "field", "yard", "meadow", "pool");
        var unit = scene.Pick("unit", "metres", "yards", "steps");
        var (length, width) = (scene.Half("length", 3, 12), scene.Half("width", 2, 9));
        var around = Term.Of(2) * (length + width);
        var gate = scene.Below(length, "gate");
        var price = scene.Whole("price", 2, 6);
        EquatableArray<string> sentences =
        [
            scene.Pick("told", $"The {place} of {owner} is {length.Text} {unit} long and {width.Text} {unit} wide.", $"{owner} has a {place} of {length.Text} by {width.Text} {unit}."),
            $"A fence goes all around it{(scene.Steps > 2 ? $", except for a gate of {gate.Text} {unit}" : "")}.",
        ];
        return scene.Steps switch
        {
            2 => new(sentences, $"How many {unit} of fence are there?", around),
            3 => new(sentences, $"How many {unit} of fence are there?", around - gate),
            _ => new([.. sentences, $"One of these {unit} costs {price.Text} coins."], "How many coins does the fence cost?", (around - gate) * price),
        };
    }
}
