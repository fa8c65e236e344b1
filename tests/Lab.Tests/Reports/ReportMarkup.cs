using System.Xml.Linq;

namespace Lab.Tests;

/// <summary>Reads the page of a report as its tests look at it.</summary>
internal static class ReportMarkup
{
    /// <summary>The part of the page that is made of the run; it is well-formed XML.</summary>
    public static XElement Content(string page) => XElement.Parse(page[page.IndexOf("<main>", StringComparison.Ordinal)..(page.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length)]);

    /// <summary>Whether an element has this class and no other.</summary>
    public static Func<XElement, bool> IsClass(string name) => element => element.Attribute("class")?.Value == name;

    /// <summary>What a reader sees of an element.</summary>
    public static string Text(XElement element) => element.Value.Replace('\u00a0', ' ').Trim();
}
