namespace Lab.Environments;

/// <summary>What a purchase costs, and the change.</summary>
internal sealed class Buying : IStoryFamily
{
    public string Name => "buying";

    public Story Tell(Scene scene)
    {
        var buyer = scene.Person(0);
        var (thing, other) = scene.PickTwo("things", "pens", "apples", "books", "plates", "tickets", "candles", "caps", "lamps");
        var unit = scene.Pick("unit", "coins", "dollars", "euros", "pounds");
        var (count, price) = (scene.Whole("count", 2, 6), scene.Half("price", 2, 6));
        var (more, cost) = (scene.Whole("more", 2, 6), scene.Half("cost", 2, 6));
        var bag = scene.Half("bag", 2, 5);
        var both = (count * price) + (more * cost);
        var paid = Term.Of(both.Value!.Value.Numerator / both.Value!.Value.Denominator + scene.Whole("change", 1, 20).Value!.Value.Numerator);
        var verb = scene.Pick("verb", "buys", "orders", "takes");
        var first = $"{buyer} {verb} {count.Text} {thing} at {price.Text} {unit} each";
        return scene.Steps switch
        {
            2 => new([$"{first}, and a bag for {bag.Text} {unit}."], $"How many {unit} does {buyer} pay?", (count * price) + bag),
            3 => new([$"{first}.", $"Then {buyer} {verb} {more.Text} {other} at {cost.Text} {unit} each."], $"How many {unit} is that together?", both),
            _ => new(
                [$"{first}, and {more.Text} {other} at {cost.Text} {unit} each.", $"{buyer} pays with {paid.Text} {unit}."],
                $"How many {unit} does {buyer} get back?",
                paid - both),
        };
    }
}
