using System.Text;

namespace Lab.Sandbox;

/// <summary>Collects text up to a length.</summary>
internal sealed class Printer(int longest)
{
    private readonly StringBuilder _text = new();

    public bool IsEmpty => _text.Length == 0;

    /// <exception cref="LimitException">It would be longer than it may.</exception>
    public void Add(string text)
    {
        if (text.Length > longest - _text.Length)
        {
            throw new LimitException("output");
        }

        _text.Append(text);
    }

    public override string ToString() => _text.ToString();
}
