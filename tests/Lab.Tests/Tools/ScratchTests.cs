using System.Diagnostics;
using System.Globalization;
using Lab.Core;
using Lab.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lab.Tests;

[TestClass]
public sealed class ScratchTests
{
    [TestMethod]
    public void Speed()
    {
        using var provider = new ServiceCollection().AddLogging().AddMetrics().AddLab(Catalog.Scan()).BuildServiceProvider();
        var sandbox = provider.GetRequiredService<ISandbox>();
        var limits = new SandboxLimits(20_000, 2 << 20, 1000, 2000, 2000);
        using var log = new StreamWriter("/tmp/sandbox/speed.txt");
        string[] eight = [.. Enumerable.Range(1, 8).Select(x => $"[{x}]")];
        for (var round = 0; round < 8; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < 1000; i++)
            {
                sandbox.Call("x=>" + i + "*x+3", "f", eight, limits);
            }

            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds / 1000} ms an answer of 8"));
            watch.Restart();
            for (var i = 0; i < 1000; i++)
            {
                sandbox.Call("x=>" + i + "*x+3", "f", ["[1]"], limits);
            }

            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalMilliseconds / 1000} ms an answer of 1"));
            log.Flush();
        }
    }

    [TestMethod]
    public void Kill()
    {
        using var s = new Sandboxes();
        using var log = new StreamWriter("/tmp/sandbox/kill.txt");
        string R(string t, int n) => string.Concat(Enumerable.Repeat(t, n));
        var wide = new SandboxLimits(10_000_000, 64 << 20, 5000, 10_000, 50_000);
        foreach (var program in new[] {
            R("(", 24000) + "1" + R(")", 24000), "x=>" + R("1+", 24000) + "1", R("()=>", 12000) + "1", R("!", 49000) + "1", R("[", 24000) + R("]", 24000),
            "a" + R(".a", 20000), "a" + R("()", 20000), R("if(1)", 9000) + "1", R("x=>{", 9000) + R("}", 9000), "`" + R("${`", 9000) + R("`}", 9000) + "`", R("a=", 20000) + "1", R("1,", 24000) + "1", R("1?1:", 12000) + "1", R("-", 24999) + "1", R("new ", 12000) + "a",
            R("a:", 20000) + "1", R("{", 24000) + R("}", 24000), R("a?.", 10000) + "a", "x=>{" + R("a[", 10000) + R("]", 10000) + "}", R("a||", 12000) + "1", R("1**", 12000) + "1", R("await ", 8000) + "1",
            "const f=n=>n?1+f(n-1):0;()=>f(4990)", "const f=n=>n?[1].map(()=>f(n-1))[0]+1:0;()=>f(4990)", "const f=n=>n?`${{toString:()=>f(n-1)}}`:'0';()=>f(4990)", "const f=n=>n?[...[...[...[f(n-1)]]]][0]:0;()=>f(4990)",
            "const f=n=>n?[2,1].sort(()=>f(n-1)).length:0;()=>f(4990)", "const f=n=>n?Reflect.apply(f,0,[n-1]):0;()=>f(4990)", "const f=n=>n?f.call(0,n-1):0;()=>f(4990)", "function f(n){return n?new f(n-1):0};()=>f(4990)", "const f=n=>n?JSON.stringify({toJSON(){return f(n-1)}}):0;()=>f(4990)", "const f=n=>n?JSON.parse('[1]',()=>f(n-1)):0;()=>f(4990)",
            "const f=n=>{with_:try{if(n)return f(n-1)}finally{};return 0};()=>f(4990)", "const f=n=>{for(const x of [1])if(n)return f(n-1);return 0};()=>f(4990)", "function*f(n){if(n)yield*f(n-1);yield 0};()=>[...f(4990)].length", "const f=(n,a=n?f(n-1):0)=>a;()=>f(4990)", "const f=n=>{let [a=n?f(n-1):0]=[];return a};()=>f(4990)", "class A{constructor(n){this.a=n?new A(n-1):0}};()=>{new A(4990);return 1}", "const f=n=>n?'a'.replace('a',()=>f(n-1)):'0';()=>f(4990)",
            "()=>{let p={};for(let i=0;i<1e5;i++)p=new Proxy(p,{});return p.a}", "()=>{let p={};for(let i=0;i<1e5;i++)p=Object.create(p);return p.a}", "()=>{let f=()=>1;for(let i=0;i<1e5;i++)f=f.bind();return f()}", "()=>{let a=[];for(let i=0;i<1e5;i++)a=[a];return a.flat(Infinity).length}", "()=>{let a=[];for(let i=0;i<1e5;i++)a=[a];return String(a)}", "()=>{let a=[];for(let i=0;i<1e5;i++)a=[a];return JSON.stringify(a).length}", "()=>{let s='a';for(let i=0;i<1e5;i++)s=s+'b'+s.length;return s.length}", "()=>{let s='';for(let i=0;i<1e5;i++)s='b'+s;return s.length+s.indexOf('c')}",
            "()=>{const a=[];for(;;)a.push('x'.repeat(1e6)+Math.random())}", "()=>'ab'.repeat(2**27)", "()=>'ab'.repeat(2**27)+'ab'.repeat(2**27)+'c'.repeat(2**28)", "()=>Array(2**23).fill('a').join('abc'.repeat(1e5))", "()=>Array(8e6).fill().map((_, i)=>({i}))" })
        {
            var before = s.Replaced;
            var watch = Stopwatch.StartNew();
            var result = s.Call(program, "[]", wide);
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.ElapsedMilliseconds,6} replaced {s.Replaced - before} {result.Outcome,-9} {(program.Length > 90 ? program[..90] : program)} | {(result.Text.Length > 90 ? result.Text[..90] : result.Text)}"));
            log.Flush();
        }
    }

    [TestMethod]
    public void Sweep()
    {
        using var provider = new ServiceCollection().AddLogging().AddMetrics().AddLab(Catalog.Scan()).BuildServiceProvider();
        using var sandbox = new SandboxPool(new() { Tripwire = TimeSpan.FromSeconds(3) }, provider.GetRequiredService<SandboxInstruments>(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<SandboxPool>.Instance);
        var limits = new SandboxLimits(20_000, 2 << 20, 1000, 10000, 4000);
        using var log = new StreamWriter("/tmp/sandbox/sweep.txt");
        foreach (var holder in new[] { "Array.prototype", "String.prototype", "Object", "Array", "Reflect", "Math", "JSON", "Iterator.prototype", "Map.prototype", "Set.prototype", "Number.prototype", "String", "Function.prototype", "Object.prototype", "Date.prototype", "Promise", "globalThis" })
        {
            var names = sandbox.Call($"x=>Object.getOwnPropertyNames({holder}).filter(n=>{{try{{return typeof ({holder})[n]==='function'}}catch(e){{return false}}}})", "f", ["[]"], limits)[0].Text;
            foreach (var name in System.Text.Json.JsonSerializer.Deserialize<string[]>(names)!)
            {
                foreach (var self in new[] { "{length:2**53-1}", "(()=>{const a=[];a[4e9]=1;return a})()", "'a'.repeat(3e5)", "new Set(Array(5e4).keys())", "1" })
                {
                    foreach (var arguments in new[] { "", "()=>0", "'b'.repeat(3e5)", "(()=>{const a=[];a[4e9]=1;return a})()", "1e9", "{length:2**53-1}", "1,2**52" })
                    {
                        var program = $"x=>{{for(let i=0;i<50;i++)({holder}).{name}.call({self}{(arguments.Length > 0 ? "," : "")}{arguments})}}";
                        var watch = Stopwatch.StartNew();
                        var result = sandbox.Call(program, "f", ["[7]"], limits)[0];
                        if (watch.ElapsedMilliseconds > 400 || result.Text is "memory" or "time")
                        {
                            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.ElapsedMilliseconds,6} {result.Outcome,-9} {program} | {(result.Text.Length > 90 ? result.Text[..90] : result.Text)}"));
                            log.Flush();
                        }
                    }
                }
            }
        }
    }
}
