namespace Lab.Environments;

/// <summary>How far a way is, in legs of different speed.</summary>
internal sealed class Travelling : IStoryFamily
{
    public string Name => "travelling";

    public Story Tell(Scene scene)
    {
        var traveller = scene.Person(0);
        var unit = scene.Pick("unit", "km", "miles");
        var (vehicle, other) = scene.PickTwo("vehicles", "bus", "train", "car", "boat", "bike", "tram");
        var (speed, hours) = (scene.Whole("speed", 4, 20), scene.Half("hours", 2, 4));
        var (pace, time) = (scene.Whole("pace", 4, 20), scene.Half("time", 2, 4));
        var walk = scene.Whole("walk", 2, 9);
        var both = (speed * hours) + (pace * time);
        var way = Term.Of(both.Value!.Value.Numerator / both.Value!.Value.Denominator + scene.Whole("rest", 1, 30).Value!.Value.Numerator);
        var first = $"{traveller} goes by {vehicle} for {hours.Text} hours at {speed.Text} {unit} an hour";
        var second = $"then by {other} for {time.Text} hours at {pace.Text} {unit} an hour";
        var question = scene.Pick("question", $"How many {unit} is that?", $"How many {unit} does {traveller} travel?");
        return scene.Steps switch
        {
            2 => new([$"{first}, and then walks {walk.Text} {unit}."], question, (speed * hours) + walk),
            3 => new([$"{first}, {second}."], question, both),
            _ => new([$"The whole way is {way.Text} {unit}.", $"{first}, {second}."], "How many are still to go?", way - both),
        };
    }
}
