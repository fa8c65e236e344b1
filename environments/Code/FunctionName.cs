using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Lab.Environments;

/// <summary>The names under which a policy's program may declare the function that is asked for.</summary>
internal static partial class FunctionName
{
    /// <summary>What the name looks like.</summary>
    public const string Pattern = "[A-Za-z_][A-Za-z0-9_]{0,99}";

    // ECMAScript 2025, 12.7.2 Keywords and Reserved Words, strict code and modules included.
    private const string Words =
        "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for "
        + "function if implements import in instanceof interface let new null package private protected public return static super switch "
        + "this throw true try typeof var void while with yield";

    // ECMAScript 2025, 19 The Global Object, and what it inherits: a program has these without having declared anything.
    private const string Given =
        "AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date "
        + "DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity Int16Array Int32Array "
        + "Int8Array Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set ShadowRealm "
        + "SharedArrayBuffer String SuppressedError Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array "
        + "Uint8ClampedArray WeakMap WeakRef WeakSet __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ "
        + "console constructor decodeURI decodeURIComponent encodeURI encodeURIComponent escape globalThis hasOwnProperty isFinite isNaN "
        + "isPrototypeOf parseFloat parseInt propertyIsEnumerable toLocaleString toString undefined unescape valueOf";

    private static readonly FrozenSet<string> s_taken = $"{Words} {Given}".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The name, or null where it is none that a program could declare and has not without that.</summary>
    public static string? Of(string text) => Form().IsMatch(text) && !s_taken.Contains(text) ? text : null;

    [GeneratedRegex($@"\A{Pattern}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
