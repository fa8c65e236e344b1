using Lab.Core;

namespace Lab.Environments;

/// <summary>What is left of wages over some weeks.</summary>
internal sealed class Saving : IStoryFamily
{
    public string Name => "saving";

    public Story Tell(Scene scene)
    {
        var saver = scene.Person(0);
        var unit = scene.Pick("unit", "coins", "dollars", "euros", "pounds");
        var time = scene.Pick("time", "week", "month", "day");
        var spent = scene.Half("spent", 2, 9);
        var earned = Term.Of(spent.Value!.Value + scene.Half("rest", 2, 9).Value!.Value);
        var (count, had) = (scene.Whole("count", 2, 6), scene.Whole("had", 2, 20));
        var saved = (earned - spent) * count;
        var price = scene.Below(saved, "price");
        EquatableArray<string> sentences =
        [
            scene.Pick("told", $"Each {time} {saver} earns {earned.Text} {unit} and spends {spent.Text} of them.", $"{saver} gets {earned.Text} {unit} each {time}, and {spent.Text} of them are spent."),
        ];
        var before = $"{saver} had {had.Text} {unit} before.";
        return scene.Steps switch
        {
            2 => new(sentences, $"How many {unit} does {saver} save in {count.Text} {time}s?", saved),
            3 => new([.. sentences, before], $"How many {unit} does {saver} have after {count.Text} {time}s?", saved + had),
            _ => new(
                [.. sentences, before, $"After {count.Text} {time}s {saver} pays {price.Text} {unit} for a {scene.Pick("thing", "game", "coat", "chair", "drum")}."],
                $"How many {unit} are left?",
                saved + had - price),
        };
    }
}
