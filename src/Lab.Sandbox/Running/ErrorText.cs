using Jint.Native;
using Jint.Native.Error;
using Jint.Native.Object;

namespace Lab.Sandbox;

/// <summary>Says what a program threw, again without running anything of it.</summary>
internal static class ErrorText
{
    private const int Longest = 200;
    private const int Ancestors = 4;

    public static string Of(JsValue thrown)
    {
        if (thrown is JsError error)
        {
            return Cut($"{Text(error, "name") ?? "Error"}: {Text(error, "message")}");
        }

        var printer = new Printer(Longest);
        try
        {
            new ValueWriter(printer).Write(thrown);
        }
        catch (LimitException)
        {
            // What fits is shown.
        }

        return $"threw {printer}";
    }

    private static string? Text(ObjectInstance? holder, string name)
    {
        for (var ancestor = 0; ancestor < Ancestors && holder is ErrorInstance or JsObject; ancestor++)
        {
            var property = holder.GetOwnProperty(name);
            if (!property.IsAccessorDescriptor() && property.Value is JsString text)
            {
                return text.ToString();
            }

            holder = holder.Prototype;
        }

        return null;
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
