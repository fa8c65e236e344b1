using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;

namespace Lab.Sandbox;

/// <summary>
/// Built-in functions that look through a whole string without making one, so that neither statements nor bytes see them. Each
/// is wrapped, and costs statements by the lengths of its texts.
/// </summary>
internal static class LongStrings
{
    // A statement's worth of characters; looking for m characters in n takes up to n·m/16 steps of one where all but match.
    private const int CharactersOfStatement = 64;
    private const int Together = 16;

    private static readonly string[] s_names =
    [
        "indexOf", "lastIndexOf", "includes", "startsWith", "endsWith", "localeCompare", "normalize", "isWellFormed", "toWellFormed",
        "toLowerCase", "toUpperCase", "toLocaleLowerCase", "toLocaleUpperCase", "split", "replace", "replaceAll",
    ];

    public static void Charge(Engine engine, ObjectInstance strings, Budget budget)
    {
        foreach (var name in s_names)
        {
            var original = strings.Get(name);
            strings.FastSetDataProperty(name, new ClrFunction(engine, name, (text, arguments) =>
            {
                budget.Charge(Price(text, arguments));
                return engine.Call(original, text, arguments);
            }));
        }
    }

    private static long Price(JsValue text, JsValue[] arguments)
    {
        long length = Length(text), sought = arguments.Length > 0 ? Length(arguments[0]) : 0;
        return (length + sought + (length * sought / Together)) / CharactersOfStatement;
    }

    private static int Length(JsValue value) => value is JsString text ? text.Length : 0;
}
