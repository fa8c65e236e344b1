using Lab.Core;

namespace Lab.Environments;

/// <summary>What people own, find and lose.</summary>
internal sealed class Collecting : IStoryFamily
{
    public string Name => "collecting";

    public Story Tell(Scene scene)
    {
        var (owner, friend) = (scene.Person(0), scene.Person(1));
        var thing = scene.Pick("thing", "marbles", "stamps", "shells", "cards", "buttons", "stones", "stickers");
        var holder = scene.Pick("holder", "bags", "boxes", "jars", "tins");
        var (own, boxes, each) = (scene.Whole("own", 3, 20), scene.Whole("boxes", 2, 5), scene.Whole("each", 2, 8));
        var grown = own + (boxes * each);
        var lost = scene.Below(grown, "lost");
        var times = scene.Few("times", 2, 3);
        EquatableArray<string> sentences =
        [
            scene.Pick("told", $"{owner} has {own.Text} {thing}.", $"{owner} owns {own.Text} {thing}."),
            $"{owner} {scene.Pick("verb", "finds", "is given", "buys")} {boxes.Text} {holder} with {each.Text} {thing} each.",
        ];
        var loss = $"Then {owner} {scene.Pick("losing", "loses", "gives away", "sells")} {lost.Text}.";
        return scene.Steps switch
        {
            2 => new(sentences, $"How many {thing} does {owner} have now?", grown),
            3 => new([.. sentences, loss], $"How many {thing} are left?", grown - lost),
            _ => new(
                [.. sentences, loss, $"{friend} has {times.Text} times as many as {owner} has then."],
                $"How many {thing} does {friend} have?",
                (grown - lost) * times),
        };
    }
}
