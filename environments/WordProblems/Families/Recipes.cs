using Lab.Core;

namespace Lab.Environments;

/// <summary>What cooking takes for another number of guests.</summary>
internal sealed class Recipes : IStoryFamily
{
    public string Name => "recipes";

    public Story Tell(Scene scene)
    {
        var cook = scene.Person(0);
        var dish = scene.Pick("dish", "soup", "cake", "stew", "salad", "pie");
        var food = scene.Pick("food", "rice", "flour", "beans", "sugar", "cheese", "oats");
        var unit = scene.Pick("unit", "grams", "spoons", "cups", "ounces");
        var (people, guests, days) = (scene.Whole("people", 2, 5), scene.Whole("guests", 2, 8), scene.Few("days", 2, 4));
        var amount = scene.MultipleOf(people, "amount", 2, 6);
        var needed = amount / people * guests;
        var all = scene.Steps == 4 ? needed * days : needed;
        var there = scene.Below(all, "there");
        EquatableArray<string> sentences =
        [
            $"A {dish} for {people.Text} people takes {amount.Text} {unit} of {food}.",
            scene.Pick("told", $"{cook} cooks for {guests.Text} guests", $"{cook} has {guests.Text} guests") + (scene.Steps == 4 ? $" on each of {days.Text} days." : "."),
        ];
        var stock = $"There are {there.Text} {unit} of {food} in the kitchen.";
        return scene.Steps == 2
            ? new(sentences, $"How many {unit} of {food} does {cook} need?", needed)
            : new([.. sentences, stock], $"How many {unit} of {food} does {cook} have to buy?", all - there);
    }
}
