using System.Globalization;
using Lab.Hosting;
using Lab.Policies;
using Spectre.Console;

namespace Lab.Cli;

/// <summary>What was found on a machine, one thing a line.</summary>
internal static class MachineTable
{
    public static Grid Of(MachineReport report)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        foreach (var (name, value) in Lines(report))
        {
            grid.AddRow(new Text(name, new(Color.Grey)), new Text(value));
        }

        return grid;
    }

    private static IEnumerable<(string Name, string Value)> Lines(MachineReport report)
    {
        yield return ("lab", report.Lab);
        yield return ("runtime", report.Runtime);
        yield return ("system", report.System);
        yield return ("processor", string.Create(CultureInfo.InvariantCulture, $"{report.Processor}, {report.Processors} to use"));
        yield return ("memory", string.Create(CultureInfo.InvariantCulture, $"{report.Memory / (double)(1 << 30):0.0} GiB"));
        if (report.Torch is not { } torch)
        {
            yield return ("torch", "cannot be loaded");
            yield break;
        }

        yield return ("torch", torch.Version + (torch.HasCuda ? ", with CUDA" : ", without CUDA") + (torch.Adapted ? ", adapted to this system's libstdc++" : ""));
        yield return ("from", torch.Folder);
        yield return ("device", torch.Device);
        yield return ("threads", torch.Threads.ToString(CultureInfo.InvariantCulture));
        yield return (TorchEnvironment.Reproducibility, torch.MklReproducibility ?? "not set");
        yield return ("regime", RunLines.Name(torch.Regime));
        yield return ("product", string.Create(CultureInfo.InvariantCulture, $"{torch.Product.Size} × {torch.Product.Size} in {1000 * torch.Product.Seconds:0.0} ms, {torch.Product.Gigaflops:0} GFLOP/s"));
    }
}
