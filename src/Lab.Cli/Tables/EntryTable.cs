using Spectre.Console;

namespace Lab.Cli;

/// <summary>Names with what they mean, under headings.</summary>
internal static class EntryTable
{
    public static Grid Of(IEnumerable<(string Heading, string Name, string Meaning)> entries)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        foreach (var (index, (heading, name, meaning)) in entries.Index())
        {
            if (index > 0 && heading.Length > 0)
            {
                grid.AddEmptyRow();
            }

            grid.AddRow(new Text(heading, new(Color.Grey)), new Text(name), new Text(meaning));
        }

        return grid;
    }
}
