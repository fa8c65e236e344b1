using Lab.Core;

namespace Lab.Environments;

/// <summary>What each gets when things are shared out evenly.</summary>
internal sealed class Sharing : IStoryFamily
{
    public string Name => "sharing";

    public Story Tell(Scene scene)
    {
        var host = scene.Person(0);
        var thing = scene.Pick("thing", "sweets", "nuts", "grapes", "cookies", "plums", "dates");
        var holder = scene.Pick("holder", "bags", "boxes", "bowls", "packets");
        var (people, boxes) = (scene.Whole("people", 2, 5), scene.Whole("boxes", 2, 6));
        var each = scene.MultipleOf(people, "each", 1, 4);
        var loose = scene.MultipleOf(people, "loose", 1, 4);
        var all = scene.Steps == 4 ? (boxes * each) + loose : boxes * each;
        var share = all / people;
        var eaten = scene.Below(share, "eaten");
        EquatableArray<string> sentences =
        [
            $"{host} has {boxes.Text} {holder} with {each.Text} {thing} each{(scene.Steps == 4 ? $", and {loose.Text} {thing} besides" : "")}.",
            scene.Pick("told", $"{people.Text} people share them evenly.", $"They are shared out evenly among {people.Text} people."),
        ];
        return scene.Steps == 2
            ? new(sentences, $"How many {thing} does each of them get?", share)
            : new([.. sentences, $"Each of them eats {eaten.Text} at once."], $"How many {thing} does each of them have left?", share - eaten);
    }
}
