using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace Lab.Sandbox;

/// <summary>What a program finds: the language, and a console that keeps what is printed. Everything else is taken out.</summary>
internal static class Surroundings
{
    // Not in it, and why: eval and Function compile text (Function stays, and refuses); RegExp and BigInt do much work in one
    // step; typed arrays, buffers and Atomics are memory that is shared or counted late; WeakRef and FinalizationRegistry see
    // the collector; ShadowRealm has all of it again; Intl and Temporal bring large tables, and nothing that a test needs.
    private static readonly HashSet<string> s_kept = new(StringComparer.Ordinal)
    {
        "globalThis", "NaN", "Infinity", "undefined", "isNaN", "isFinite", "parseInt", "parseFloat", "encodeURI", "encodeURIComponent",
        "decodeURI", "decodeURIComponent", "Object", "Function", "Array", "String", "Boolean", "Number", "Symbol", "Math", "JSON", "Map",
        "Set", "WeakMap", "WeakSet", "Date", "Promise", "Proxy", "Reflect", "Iterator", "Error", "AggregateError", "EvalError",
        "RangeError", "ReferenceError", "SuppressedError", "SyntaxError", "TypeError", "URIError",
    };

    private static readonly string[] s_consoleMethods = ["log", "info", "warn", "error", "debug"];

    // These make a regular expression out of a text that they are given.
    private static readonly string[] s_matchers = ["match", "matchAll", "search"];

    public static void Prepare(Engine engine, Budget budget, Printer printer)
    {
        foreach (var name in engine.Global.GetOwnPropertyKeys(Types.String))
        {
            if (!s_kept.Contains(name.ToString()))
            {
                engine.Global.Delete(name);
            }
        }

        var print = new ClrFunction(engine, "log", (_, values) => Print(printer, values));
        var console = new JsObject(engine);
        foreach (var method in s_consoleMethods)
        {
            console.FastSetDataProperty(method, print);
        }

        engine.Global.FastSetDataProperty("console", console);
        var random = new FixedRandom();
        Member(engine, "Math").FastSetDataProperty("random", new ClrFunction(engine, "random", (_, _) => JsNumber.Create(random.Next())));
        var strings = (ObjectInstance)Member(engine, "String").Get("prototype");
        foreach (var name in s_matchers)
        {
            strings.Delete(name);
        }

        LongStrings.Charge(engine, strings, budget);
    }

    private static ObjectInstance Member(Engine engine, string name) => (ObjectInstance)engine.Global.Get(name);

    private static JsValue Print(Printer printer, JsValue[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            printer.Add(index == 0 ? "" : " ");
            if (values[index] is JsString text)
            {
                printer.Add(text.ToString());
            }
            else
            {
                new ValueWriter(printer).Write(values[index]);
            }
        }

        printer.Add("\n");
        return JsValue.Undefined;
    }
}
