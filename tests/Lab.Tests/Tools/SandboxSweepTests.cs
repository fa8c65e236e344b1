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

    private static readonly string[] s_selves = ["{length:2**53-1}", Sparse, "'a'.repeat(3e5)"];

    private static readonly string[] s_arguments = ["", "()=>0", Sparse, "1e9", "{length:2**53-1}"];

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
                foreach (var self in s_selves)
                {
                    foreach (var argument in s_arguments)
                    {
                        var program = $"()=>{{for(let i=0;i<50;i++){holder}.{name}.call({self},{argument})}}";
                        sandbox.Call(program);
                        Assert.AreEqual(0, sandbox.Tripped, program);
                        tried++;
                    }
                }
            }
        }

        Assert.IsGreaterThan(3000, tried);
        Assert.AreEqual("2", sandbox.Run("1+1").Text);
    }
}
