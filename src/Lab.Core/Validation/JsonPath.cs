using System.Globalization;

namespace Lab.Core;

/// <summary>A place in a JSON document, written as <c>$.environment.digits[1]</c>.</summary>
public readonly record struct JsonPath
{
    private readonly string? _text;

    private JsonPath(string text) => _text = text;

    /// <summary>The whole document, <c>$</c>.</summary>
    public static JsonPath Root => default;

    public JsonPath Member(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '$')
        ? new($"{this}.{Excerpt.Of(name)}")
        : new($"{this}['{Excerpt.Of(name)}']");

    public JsonPath Item(int index) => new(string.Create(CultureInfo.InvariantCulture, $"{this}[{index}]"));

    public override string ToString() => _text ?? "$";
}
