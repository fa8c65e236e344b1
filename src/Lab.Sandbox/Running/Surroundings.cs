using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace Lab.Sandbox;

/// <summary>What a program finds: the language, and a console that keeps what is printed. Everything else is taken out.</summary>
internal static class Surroundings
{
    // Not in it, and why: eval and Function compile text (Function stays, and refuses); RegExp and BigInt do much work in one
    // step; typed arrays, buffers and Atomics are memory that is shared or counted late; WeakRef and FinalizationRegistry see
    // the collector; ShadowRealm has all of it again; Intl, Temporal and whatever asks for a locale read lists of locales without
    // counting, and bring nothing that a test needs; AggregateError reads a list so too.
    private static readonly HashSet<string> s_kept = new(StringComparer.Ordinal)
    {
        "globalThis", "NaN", "Infinity", "undefined", "isNaN", "isFinite", "parseInt", "parseFloat", "encodeURI", "encodeURIComponent",
        "decodeURI", "decodeURIComponent", "Object", "Function", "Array", "String", "Boolean", "Number", "Symbol", "Math", "JSON", "Map",
        "Set", "WeakMap", "WeakSet", "Date", "Promise", "Proxy", "Reflect", "Iterator", "Error", "EvalError", "RangeError",
        "ReferenceError", "SyntaxError", "TypeError", "URIError",
    };

    private static readonly string[] s_consoleMethods = ["log", "info", "warn", "error", "debug"];

    // Three make a regular expression out of a text that they are given; the others take locales.
    private static readonly Dictionary<string, string[]> s_removed = new()
    {
        ["String"] = ["match", "matchAll", "search", "localeCompare", "toLocaleLowerCase", "toLocaleUpperCase"],
        ["Number"] = ["toLocaleString"],
        ["Array"] = ["toLocaleString"],
        ["Date"] = ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"],
    };

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

        Hide(engine.Global, "console", console);
        var random = new FixedRandom();
        Hide(Member(engine, "Math"), "random", new ClrFunction(engine, "random", (_, _) => JsNumber.Create(random.Next())));
        foreach (var (name, methods) in s_removed)
        {
            var prototype = Prototype(engine, name);
            foreach (var method in methods)
            {
                prototype.Delete(method);
            }
        }

        LongWork.Charge(engine, Prototype(engine, "String"), Prototype(engine, "Array"), budget);
    }

    /// <summary>Puts something where a walk through the keys (<c>for…in</c>) does not find it, as the language's own things are.</summary>
    public static void Hide(ObjectInstance holder, string name, JsValue value) => holder.FastSetProperty(name, new PropertyDescriptor(value, PropertyFlag.NonEnumerable));

    private static ObjectInstance Prototype(Engine engine, string name) => (ObjectInstance)Member(engine, name).Get("prototype");

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
