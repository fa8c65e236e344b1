using System.Text.Json;

namespace Lab.Tests;

/// <summary>Every function that a program finds, called on what is long and empty, long and full, and of the wrong kind.</summary>
[TestClass]
public sealed class SandboxSweepTests
{
    private const string Sparse = "(()=>{const a=[];a[4e9]=1;return a})()";

    private static readonly string[] s_holders =
    [
        "Array.prototype", "String.prototype", "Object.prototype", "Function.prototype", "Iterator.prototype", "Map.prototype", "Set.prototype",
        "Number.prototype", "Date.prototype", "Promise.prototype", "Symbol.prototype", "globalThis", "Object", "Array", "Reflect", "Math",
        "JSON", "String", "Number", "Promise", "Map", "Date", "Symbol",
    ];

    // Looked for among nothing but a, all of it matches but one in the middle.
    private const string Odd = "'a'.repeat(2e4)+'b'+'a'.repeat(2e4)";

    private static readonly string[] s_selves = ["{length:2**53-1}", Sparse, "'a'.repeat(3e5)"];

    private static readonly string[] s_arguments = ["", "()=>0", Sparse, "1e9", "{length:2**53-1}"];

    // A text may stand in an object or in a list, and whoever wants one takes it out.
    private static readonly string[] s_wrappedSelves = ["'a'.repeat(3e5)", "Object('a'.repeat(3e5))", "['a'.repeat(3e5)]"];

    private static readonly string[] s_wrappedArguments = [Odd, $"Object({Odd})", $"[{Odd}]"];

    private static (string Self, string Argument)[] Calls => [
        .. s_selves.SelectMany(self => s_arguments.Select(argument => (self, argument))),
        .. s_wrappedSelves.SelectMany(self => s_wrappedArguments.Select(argument => (self, argument)))];

    [TestMethod]
    public void No_built_in_function_works_for_long_without_being_counted()
    {
        using var sandbox = new Sandboxes();
        var tried = 0;
        foreach (var holder in s_holders)
        {
            var names = sandbox.Call($"()=>Object.getOwnPropertyNames({holder}).filter(n=>{{try{{return typeof {holder}[n]==='function'}}catch(e){{}}}})").Text;
            foreach (var name in JsonSerializer.Deserialize<string[]>(names)!)
            {
                foreach (var (self, argument) in Calls)
                {
                    var program = $"()=>{{const s={self},t=[{argument}];for(let i=0;i<50;i++){holder}.{name}.call(s,...t)}}";
                    sandbox.Call(program);
                    Assert.AreEqual(0, sandbox.Tripped, program);
                    tried++;
                }
            }
        }

        Assert.IsGreaterThan(3000, tried);
        Assert.AreEqual("2", sandbox.Run("1+1").Text);
    }
}
