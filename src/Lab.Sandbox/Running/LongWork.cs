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
        "indexOf", "lastIndexOf", "includes", "normalize", "isWellFormed", "toWellFormed", "toLowerCase", "toUpperCase", "split", "replace",
        "replaceAll",
    ];

    private static readonly string[] s_comparisons = ["startsWith", "endsWith"];

    // A list may be long and hold nothing, as a[4e9]=1 makes one, and several go through it without a word. Not here: what looks
    // at one place alone (at, push, pop), and what begins a walk that is counted as it goes (keys, values, entries).
    private static readonly string[] s_lists =
    [
        "copyWithin", "every", "fill", "filter", "find", "findIndex", "findLast", "findLastIndex", "flat", "flatMap", "forEach", "includes",
        "indexOf", "join", "lastIndexOf", "map", "reduce", "reduceRight", "reverse", "shift", "slice", "some", "sort", "splice", "toReversed",
        "toSorted", "toSpliced", "toString", "unshift", "with",
    ];

    public static void Charge(Engine engine, ObjectInstance texts, ObjectInstance lists, Budget budget)
    {
        Wrap(engine, texts, s_texts, budget, PriceOfText);
        Wrap(engine, texts, s_comparisons, budget, static (_, arguments) => arguments.Length > 0 ? LengthOfText(arguments[0]) : 0);
        Wrap(engine, lists, s_lists, budget, static (self, _) => LengthOfList(self));
        Wrap(engine, lists, ["concat"], budget, static (self, arguments) => LengthOfList(self) + arguments.Sum(LengthOfList));
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

    private static int LengthOfText(JsValue value) => value is JsString text ? text.Length : 0;

    private static long LengthOfList(JsValue value) => value is JsArray list ? list.Length : 0;
}
