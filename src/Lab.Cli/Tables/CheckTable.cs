using System.Globalization;
using Lab.Core;
using Spectre.Console;

namespace Lab.Cli;

/// <summary>A plugin and its checks.</summary>
internal sealed record CheckedPlugin(string Family, string Kind, IReadOnlyList<Check> Checks)
{
    public bool Passed => Checks.All(check => check.Passed);
}

/// <summary>Checks as a table, a counter-example below each that failed.</summary>
internal static class CheckTable
{
    public static void Write(IReadOnlyList<CheckedPlugin> results, IAnsiConsole console)
    {
        foreach (var result in results)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{result.Kind}[/] [grey]({result.Family})[/]");
            var grid = new Grid();
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new(2, 0, 2, 0) });
            grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
            foreach (var check in result.Checks)
            {
                grid.AddRow(check.Passed ? new Text("passed", new(Color.Green)) : new Text("FAILED", new(Color.Red)), new Text(check.Name));
                if (check.Detail is { } detail)
                {
                    grid.AddRow(new Text(""), new Text(detail, new(Color.Red)));
                }
            }

            console.Write(grid);
            console.WriteLine();
        }

        var failed = results.Sum(result => result.Checks.Count(check => !check.Passed));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Sum(result => result.Checks.Count)} checks, {(failed == 0 ? "all passed" : $"{failed} failed")}"));
    }
}
