using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime.Interop;

namespace Lab.Sandbox;

/// <summary>
/// Built-in functions that go through a whole text or list without allocating anything or asking for the count. Each is wrapped,
/// and costs statements by the lengths of what it is handed.
/// </summary>
internal static class LongWork
{
    // A statement's worth of characters or items.
    private const int LengthOfStatement = 64;

    // Looking for m characters in n takes up to n·m/16 steps of one, where all but one match.
    private const int Together = 16;

    private static readonly string[] s_texts =
    [
        "indexOf", "lastIndexOf", "includes", "startsWith", "endsWith", "normalize", "isWellFormed", "toWellFormed", "toLowerCase",
        "toUpperCase", "split", "replace", "replaceAll",
    ];

    // All that there are: a list may be long and hold nothing, as a[4e9]=1 makes one, and several go through it without a word.
    private static readonly string[] s_lists =
    [
        "at", "concat", "copyWithin", "entries", "every", "fill", "filter", "find", "findIndex", "findLast", "findLastIndex", "flat",
        "flatMap", "forEach", "includes", "indexOf", "join", "keys", "lastIndexOf", "map", "pop", "push", "reduce", "reduceRight",
        "reverse", "shift", "slice", "some", "sort", "splice", "toReversed", "toSorted", "toSpliced", "toString", "unshift", "values", "with",
    ];

    public static void Charge(Engine engine, ObjectInstance texts, ObjectInstance lists, Budget budget)
    {
        Wrap(engine, texts, s_texts, budget, PriceOfText);
        Wrap(engine, lists, s_lists, budget, PriceOfList);
    }

    private static void Wrap(Engine engine, ObjectInstance holder, string[] names, Budget budget, Func<JsValue, JsValue[], long> price)
    {
        foreach (var name in names)
        {
            if (holder.Get(name) is not Function original)
            {
                continue;
            }

            Surroundings.Hide(holder, name, new ClrFunction(engine, name, (self, arguments) =>
            {
                budget.Charge(price(self, arguments) / LengthOfStatement);
                return engine.Call(original, self, arguments);
            }));
        }
    }

    private static long PriceOfText(JsValue self, JsValue[] arguments)
    {
        long length = LengthOfText(self), sought = arguments.Length > 0 ? LengthOfText(arguments[0]) : 0;
        return length + sought + (length * sought / Together);
    }

    private static long PriceOfList(JsValue self, JsValue[] arguments)
    {
        var length = LengthOfList(self);
        foreach (var argument in arguments)
        {
            length += LengthOfList(argument);
        }

        return length;
    }

    private static int LengthOfText(JsValue value) => value is JsString text ? text.Length : 0;

    private static long LengthOfList(JsValue value) => value is JsArray list ? list.Length : 0;
}
