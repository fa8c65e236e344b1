using System.Globalization;
using System.Text.Encodings.Web;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;

namespace Lab.Sandbox;

/// <summary>
/// Writes a value as JSON by reading the own data properties of plain objects and arrays, so that nothing of the program runs:
/// no getter, no <c>toJSON</c>, no proxy. What JSON has no word for is written as its kind, which no JSON reader takes.
/// </summary>
internal sealed class ValueWriter(Printer printer)
{
    private const int Deepest = 64;

    /// <exception cref="LimitException">It is longer than it may be.</exception>
    public void Write(JsValue value, int depth = 0)
    {
        switch (value)
        {
            case JsNumber number:
                printer.Add(Text(number.AsNumber()));
                break;
            case JsBoolean boolean:
                printer.Add(boolean == JsBoolean.True ? "true" : "false");
                break;
            case JsNull:
                printer.Add("null");
                break;
            case JsString text:
                printer.Add("\"");
                printer.Add(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text.ToString()));
                printer.Add("\"");
                break;
            case JsArray or JsObject when depth == Deepest:
                printer.Add("too deep");
                break;
            case JsArray array:
                WriteItems(array, depth);
                break;
            case JsObject plain:
                WriteMembers(plain, depth);
                break;
            default:
                printer.Add(Kind(value));
                break;
        }
    }

    private void WriteItems(JsArray array, int depth)
    {
        printer.Add("[");
        for (var index = 0u; index < array.Length; index++)
        {
            printer.Add(index == 0 ? "" : ",");
            WriteProperty(array.GetOwnProperty(JsNumber.Create(index)), depth);
        }

        printer.Add("]");
    }

    private void WriteMembers(JsObject plain, int depth)
    {
        printer.Add("{");
        var first = true;
        foreach (var key in plain.GetOwnPropertyKeys(Types.String))
        {
            var property = plain.GetOwnProperty(key);
            if (property.Enumerable)
            {
                printer.Add(first ? "\"" : ",\"");
                printer.Add(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(key.ToString()));
                printer.Add("\":");
                WriteProperty(property, depth);
                first = false;
            }
        }

        printer.Add("}");
    }

    private void WriteProperty(Jint.Runtime.Descriptors.PropertyDescriptor property, int depth)
    {
        if (property.IsAccessorDescriptor())
        {
            printer.Add("a getter");
        }
        else
        {
            Write(property.Value ?? JsValue.Undefined, depth + 1);
        }
    }

    private static string Kind(JsValue value) => value switch
    {
        JsUndefined => "undefined",
        Function or BindFunction => "a function",
        ObjectInstance => "an object that is not plain",
        _ => "a symbol",
    };

    // Minus zero is zero: no test of a value can tell them apart.
    private static string Text(double number) => number == 0 ? "0" : number.ToString("R", CultureInfo.InvariantCulture);
}
