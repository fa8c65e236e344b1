using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Lab.Sandbox;

/// <summary>
/// Built-in functions that go through a whole text or list without allocating anything or asking for the count. Each is wrapped,
/// and costs statements by the lengths of what it goes through.
/// </summary>
internal static class LongWork
{
    // A statement's worth of characters or items.
    private const int LengthOfStatement = 64;

    // Looking for m characters in n takes up to n·m/16 steps of one, where all but one match.
    private const int Together = 16;

    private static readonly string[] s_searches = ["indexOf", "lastIndexOf", "includes", "split", "replace", "replaceAll"];

    private static readonly string[] s_comparisons = ["startsWith", "endsWith"];

    private static readonly string[] s_passes = ["normalize", "isWellFormed", "toWellFormed", "toLowerCase", "toUpperCase", "trim", "trimStart", "trimEnd"];

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
        Texts(s_searches, static (length, sought) => length + sought + (length * sought / Together));
        Texts(s_comparisons, static (_, sought) => sought);
        Texts(s_passes, static (length, _) => length);
        Lists(s_lists, static (self, _) => LengthOfList(self) + LengthOfText(self));
        Lists(["concat"], static (self, arguments) => LengthOfList(self) + arguments.Sum(LengthOfList));

        // What is no text yet becomes one first, and once: what is paid for is what the function goes through.
        void Texts(string[] names, Func<long, long, long> price) => Wrap(engine, texts, names, (original, self, arguments) =>
        {
            self = Text(self);
            arguments = arguments.Length > 0 ? [Text(arguments[0]), .. arguments[1..]] : arguments;
            budget.Charge(price(LengthOfText(self), arguments.Length > 0 ? LengthOfText(arguments[0]) : 0) / LengthOfStatement);
            return engine.Call(original, self, arguments);
        });

        void Lists(string[] names, Func<JsValue, JsValue[], long> price) => Wrap(engine, lists, names, (original, self, arguments) =>
        {
            budget.Charge(price(self, arguments) / LengthOfStatement);
            return engine.Call(original, self, arguments);
        });
    }

    private static void Wrap(Engine engine, ObjectInstance holder, string[] names, Func<Function, JsValue, JsValue[], JsValue> call)
    {
        foreach (var name in names)
        {
            if (holder.Get(name) is Function original)
            {
                Surroundings.Hide(holder, name, new ClrFunction(engine, name, (self, arguments) => call(original, self, arguments)));
            }
        }
    }

    // Everything but an object is short, or a text already. What an object says of itself as a pattern (Symbol.split and its like)
    // is not asked for.
    private static JsValue Text(JsValue value) => value is ObjectInstance ? JsString.Create(TypeConverter.ToString(value)) : value;

    // The functions of lists take a text, too, in an object or not, for the list of its characters.
    private static long LengthOfText(JsValue value) => value switch
    {
        JsString text => text.Length,
        IJsPrimitive { PrimitiveValue: JsString text } => text.Length,
        _ => 0,
    };

    private static long LengthOfList(JsValue value) => value is JsArray list ? list.Length : 0;
}
