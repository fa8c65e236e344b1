using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lab.Benchmarks;
using Lab.Policies;
using TorchSharp;

// Native code reads its environment once: the plain loop runs in processes without the product's variables and the product in
// processes with them, in turn, so that a machine whose speed drifts drifts for both.
if (args is ["measure", var which])
{
    Console.WriteLine(JsonSerializer.Serialize(await Measure(which == "lab")));
    return;
}

var rounds = args is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 3;
List<Speeds> plain = [], lab = [];
for (var round = 0; round < rounds; round++)
{
    plain.Add(Child("plain"));
    lab.Add(Child("lab"));
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1} of {rounds}: {plain[^1]} against {lab[^1]}"));
}

var peak = Median(plain.Concat(lab).Select(speeds => speeds.Products));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Shape.Layers} layers, width {Shape.Width}, batch {Shape.Batch}, length {Shape.Length}; medians of {rounds} rounds; products peak at {peak:F0} GFLOP/s"));
Console.WriteLine("                plain loop         lab   lab/plain   share of peak");
Row("generate", speeds => speeds.Generate, flopPerToken: 2);
Row("roll", speeds => speeds.Roll, flopPerToken: 2);
Row("train", speeds => speeds.Train, flopPerToken: 6);

void Row(string name, Func<Speeds, double> speed, double flopPerToken)
{
    var (before, now) = (Median(plain.Select(speed)), Median(lab.Select(speed)));
    var ratio = Median(plain.Zip(lab, (first, second) => speed(second) / speed(first)));
    var parameters = (Shape.Layers * ((4.0 * Shape.Width * Shape.Width) + (3.0 * Shape.Width * Shape.Inner))) + (Shape.Width * CharacterTokenizer.Size);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10} {before,9:N0} tok/s {now,9:N0}   {ratio,9:F2}   {now * parameters * flopPerToken / 1e9 / peak,13:P0}"));
}

static double Median(IEnumerable<double> numbers)
{
    var sorted = numbers.Order().ToArray();
    return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

static Speeds Child(string which)
{
    var start = new ProcessStartInfo(Environment.ProcessPath!, ["measure", which]) { RedirectStandardOutput = true };
    foreach (var (name, value) in TorchEnvironment.Variables(Environment.ProcessorCount))
    {
        start.Environment[name] = which == "lab" ? value : null;
    }

    // The shipped optimizer of the plain loop makes scalars in passing (CONTRIBUTING.md), and may fail for it now and then.
    for (var attempt = 1; ; attempt++)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0 || attempt == 3)
        {
            return JsonSerializer.Deserialize<Speeds>(output)!;
        }
    }
}

static async Task<Speeds> Measure(bool product)
{
    using var torch = await TorchRuntime.Start(DeviceChoice.Cpu, 0);
    await using ILoop loop = product ? await LabLoop.Create(torch) : await PlainLoop.Create(torch.Thread);
    return new(
        await Rate(loop.Generate, Shape.Batch * (Shape.Length - 1)),
        await Rate(loop.Roll, Shape.Games.Sum(game => game.Spoken)),
        await Rate(loop.Train, Shape.Batch * (Shape.Length - 1)),
        await torch.Thread.Run(Products));
}

static async Task<double> Rate(Func<Task> work, int tokens)
{
    await work();
    var rates = new List<double>();
    for (var repeat = 0; repeat < Shape.Repeats; repeat++)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        rates.Add(tokens / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    return Median(rates);
}

static double Products()
{
    const int Size = 1024;
    using var scope = torch.NewDisposeScope();
    var (left, right) = (torch.rand(Size, Size), torch.rand(Size, Size));
    torch.matmul(left, right);
    var rates = Enumerable.Range(0, 10).Select(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        torch.matmul(left, right);
        return 2.0 * Size * Size * Size / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9;
    });
    return rates.Max();
}

namespace Lab.Benchmarks
{
    /// <summary>What one process measured.</summary>
    /// <param name="Generate">Tokens per second, median of the repeats.</param>
    /// <param name="Roll">Said tokens per second in episodes of mixed lengths with tool calls, median of the repeats.</param>
    /// <param name="Train">Tokens per second, median of the repeats.</param>
    /// <param name="Products">The fastest of ten products of 1024×1024 matrices, GFLOP/s.</param>
    internal sealed record Speeds(double Generate, double Roll, double Train, double Products);
}
