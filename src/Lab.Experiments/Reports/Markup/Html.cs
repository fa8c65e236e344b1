using System.Runtime.CompilerServices;

namespace Lab.Experiments;

/// <summary>A piece of HTML or SVG. Text put into it is escaped, so that what a policy said never becomes markup.</summary>
internal readonly record struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Nothing at all.</summary>
    public static Html None => default;

    /// <summary>An interpolated string: its own letters as they are; in its holes, markup as it is and text escaped.</summary>
    public static Html Of(HtmlInterpolation markup) => new(markup.ToString());

    /// <summary>Markup that is the lab's own, such as its style sheet.</summary>
    public static Html Verbatim(string markup) => new(markup);

    public override string ToString() => _markup ?? "";
}

/// <summary>Puts together the interpolated strings of <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
internal readonly struct HtmlInterpolation(int literalLength, int formattedCount)
{
    private const int UsualHole = 24;
    private readonly EscapedText _text = new(literalLength + (UsualHole * formattedCount));

    public void AppendLiteral(string markup) => _text.AppendVerbatim(markup);

    public void AppendFormatted(Html markup) => _text.AppendVerbatim(markup.ToString());

    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
        {
            AppendFormatted(piece);
        }
    }

    public void AppendFormatted(string? text) => _text.Append(text);

    public void AppendFormatted(long number) => _text.Append(Figures.Plain(number));

    /// <summary>A coordinate, to a hundredth.</summary>
    public void AppendFormatted(double coordinate) => _text.Append(Figures.Coordinate(coordinate));

    public override string ToString() => _text.ToString();
}
