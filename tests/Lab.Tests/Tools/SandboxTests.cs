using Lab.Core;
using Lab.Sandbox;

namespace Lab.Tests;

[TestClass]
public sealed class SandboxTests
{
    private static readonly Sandboxes s_sandbox = new();

    [ClassCleanup]
    public static void Close() => s_sandbox.Dispose();

    [TestMethod]
    [DataRow("x=>3*x+1", "[7]", "22")]
    [DataRow("function f(x){return 3*x+1}", "[7]", "22")]
    [DataRow("const g=x=>x+1;const f=x=>g(x)*2", "[7]", "16")]
    [DataRow("var f=function(a,b){return a+b}", "[1,2]", "3")]
    [DataRow("a=>a.map(x=>x*x)", "[[1,2,3]]", "[1,4,9]")]
    [DataRow("o=>({...o,b:o.a+'!'})", "[{\"a\":\"x\"}]", "{\"a\":\"x\",\"b\":\"x!\"}")]
    [DataRow("s=>[...s].reverse().join('')", "[\"abc\"]", "\"cba\"")]
    [DataRow("()=>[null,true,false,1.5,-0,1e21]", "[]", "[null,true,false,1.5,0,1E+21]")]
    [DataRow("x=>x===null", "[null]", "true")]
    [DataRow("n=>{let a=0,b=1;while(n--)[a,b]=[b,a+b];return a}", "[30]", "832040")]
    [DataRow("const f=n=>n<2?n:f(n-1)+f(n-2);f", "[12]", "144")]
    [DataRow("s=>s.split(',').map(Number).sort((a,b)=>a-b)", "[\"3,1,2\"]", "[1,2,3]")]
    public void A_function_is_called_with_what_the_arguments_say(string program, string arguments, string expected) =>
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Returned, expected), s_sandbox.Call(program, arguments));

    [TestMethod]
    [DataRow("a=>{let s=0;for(const i in a)s+=a[i];return s}", "[[1,2,3]]", "6")]
    [DataRow("s=>{const k=[];for(const i in s)k.push(i);return k}", "[\"abc\"]", "[\"0\",\"1\",\"2\"]")]
    [DataRow("()=>{const k=[];for(const o of [globalThis,Math,[],'',()=>0])for(const i in o)k.push(i);return k}", "[]", "[]")]
    public void A_walk_through_the_keys_finds_nothing_that_the_sandbox_has_put_there(string program, string arguments, string expected) =>
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Returned, expected), s_sandbox.Call(program, arguments));

    [TestMethod]
    [DataRow("()=>{const r=[];for(let i=0;i<1600;i++)r.push(i);return r.length}", "1600")]
    [DataRow("()=>{const r=Array(6400).fill(1),t=[];for(let i=0;i<400;i++){t.push(r);r.pop();r.at(-1);r.keys();r.values();r.entries()}return r.length}", "6000")]
    [DataRow("()=>{const s='ab'.repeat(1600);let n=0;for(let i=0;i<3200;i++)if(s.startsWith('ab',i)&&s.endsWith('b'))n++;return n}", "1600")]
    public void What_looks_at_a_few_items_costs_no_more_however_long_the_list_is(string program, string expected) =>
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Returned, expected), s_sandbox.Call(program));

    [TestMethod]
    [DataRow("r.unshift(1)")]
    [DataRow("r.shift()")]
    [DataRow("r.includes(2)")]
    [DataRow("[].concat(r)")]
    [DataRow("Array.prototype.includes.call(t,'b')")]
    [DataRow("Array.prototype.indexOf.call(Object(t),'b')")]
    public void What_walks_a_list_costs_a_statement_for_each_64_items(string walk)
    {
        // 6,400 items are 100 statements, so 200 walks use all there are and 100 half of them; bytes are no matter here.
        var limits = Sandboxes.Limits with { Bytes = 1L << 30 };
        Assert.AreEqual("1", s_sandbox.Call($"()=>{{const r=Array(6400).fill(1),t='a'.repeat(6400);for(let i=0;i<100;i++){walk};return 1}}", limits: limits).Text);
        Assert.AreEqual("statements", s_sandbox.Call($"()=>{{const r=Array(6400).fill(1),t='a'.repeat(6400);for(let i=0;i<210;i++){walk};return 1}}", limits: limits).Text);
    }

    [TestMethod]
    [DataRow("s.indexOf(t)")]
    [DataRow("Object(s).indexOf(t)")]
    [DataRow("s.indexOf([t])")]
    [DataRow("o.lastIndexOf(Object(t))")]
    [DataRow("Object(s).includes({toString:()=>t})")]
    [DataRow("String.prototype.replace.call({toString:()=>s},[t],'')")]
    [DataRow("s.split({[Symbol.split]:undefined,toString:()=>t})")]
    public void A_long_text_costs_the_same_whatever_it_is_wrapped_in(string search)
    {
        using var impatient = new Sandboxes(new() { Workers = 1, Tripwire = TimeSpan.FromSeconds(5) });

        var result = impatient.Call($"()=>{{const s='ab'.repeat(15e4),o=Object(s),t='ab'.repeat(25e3)+'ac'+'ab'.repeat(25e3);for(let i=0;i<4e3;i++){search}}}", limits: Sandboxes.Limits with { Bytes = 1 << 24 });

        Assert.AreEqual(new SandboxResult(SandboxOutcome.Exceeded, "statements"), result);
    }

    [TestMethod]
    [DataRow("()=>[1,2,3].join('-').split(['-'])", "[\"1\",\"2\",\"3\"]")]
    [DataRow("()=>'a1b'.indexOf(1)", "1")]
    [DataRow("()=>'a,b'.replace([],'x')", "\"xa,b\"")]
    [DataRow("()=>'abc'.split()", "[\"abc\"]")]
    [DataRow("()=>'anull'.includes(null)", "true")]
    [DataRow("()=>'aXbX'.replaceAll('X',c=>c+c)", "\"aXXbXX\"")]
    [DataRow("()=>String.prototype.toUpperCase.call(true)", "\"TRUE\"")]
    [DataRow("()=>{let n=0;'a'.indexOf({toString(){n++;return 'a'}});return n}", "1")]
    [DataRow("()=>{try{String.prototype.indexOf.call(null,'a')}catch(e){return e.name}}", "\"TypeError\"")]
    public void What_is_searched_for_becomes_a_text_once_as_the_language_says(string program, string expected) =>
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Returned, expected), s_sandbox.Call(program));

    [TestMethod]
    public void Bytes_are_counted_through_the_running_of_the_program_and_the_call_of_its_function()
    {
        // 900,000 characters are 1.8 million bytes of the 2,097,152.
        var exceeded = new SandboxResult(SandboxOutcome.Exceeded, "bytes");
        Assert.AreEqual("900000", s_sandbox.Call("const s='a'.repeat(9e5);x=>s.length").Text);
        Assert.AreEqual("900000", s_sandbox.Call("x=>'a'.repeat(9e5).length").Text);
        Assert.AreEqual(exceeded, s_sandbox.Call("const s='a'.repeat(9e5);x=>{const t='b'.repeat(9e5);return s.length+t.length}"));
        Assert.AreEqual(exceeded, s_sandbox.Call("const s='a'.repeat(9e5);x=>s.length+'b'.repeat(9e5).length"), "nothing is measured after the last expression but by the host");
        Assert.AreEqual(exceeded, s_sandbox.Run("'a'.repeat(9e5).length+'b'.repeat(9e5).length"));
    }

    [TestMethod]
    public void What_a_worker_runs_before_it_is_ready_comes_to_its_end() =>
        CollectionAssert.AreEqual(
            new[] { SandboxOutcome.Returned, SandboxOutcome.Returned, SandboxOutcome.Returned },
            WarmUp.Run().Select(result => result.Outcome).ToArray());

    [TestMethod]
    [DataRow("my fn", "[1]")]
    [DataRow("delete(x)", "[1]")]
    [DataRow("f//", "[1]")]
    [DataRow("", "[1]")]
    [DataRow("f", "[1")]
    [DataRow("f", "{\"a\":1}")]
    [DataRow("f", "[\"\\ud800\"]")]
    public void An_order_that_cannot_be_carried_out_is_the_labs_fault_and_ends_no_process(string function, string arguments)
    {
        using var sandbox = new Sandboxes(new() { Workers = 1 });

        Assert.ThrowsExactly<SandboxException>(() => sandbox.Pool.Call("x=>x", function, [arguments], Sandboxes.Limits));

        Assert.AreEqual("1", sandbox.Call("x=>x", "[1]").Text);
        Assert.AreEqual(1, sandbox.Started);
        Assert.AreEqual(0, sandbox.Replaced);
    }

    [TestMethod]
    [DataRow("()=>undefined", "undefined")]
    [DataRow("()=>NaN", "NaN")]
    [DataRow("()=>[1,,2]", "[1,undefined,2]")]
    [DataRow("()=>({get a(){return 1}})", "{\"a\":a getter}")]
    [DataRow("()=>()=>1", "a function")]
    [DataRow("()=>new Map()", "an object that is not plain")]
    [DataRow("()=>new Proxy([],{})", "an object that is not plain")]
    [DataRow("async()=>1", "an object that is not plain")]
    [DataRow("()=>Symbol()", "a symbol")]
    public void What_json_has_no_word_for_is_named_and_no_json(string program, string expected) =>
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Returned, expected), s_sandbox.Call(program));

    [TestMethod]
    [DataRow("console.log(1,'a',[2],{b:3});console.log()", "1 a [2] {\"b\":3}\n\n")]
    [DataRow("1+1", "2")]
    [DataRow("let x=1", "undefined")]
    [DataRow("console.log('only this');7", "only this\n")]
    public void A_program_gives_what_it_printed_or_else_its_last_value(string program, string expected) =>
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Returned, expected), s_sandbox.Run(program));

    [TestMethod]
    [DataRow("throw Error('no')", SandboxOutcome.Threw, "Error: no")]
    [DataRow("throw {a:1}", SandboxOutcome.Threw, "threw {\"a\":1}")]
    [DataRow("y", SandboxOutcome.Threw, "ReferenceError: y is not defined")]
    [DataRow("1n", SandboxOutcome.Malformed, "there are no BigInts here")]
    [DataRow("/a/", SandboxOutcome.Malformed, "there are no regular expressions here")]
    [DataRow("import('a')", SandboxOutcome.Malformed, "there are no modules here")]
    public void What_goes_wrong_is_said(string program, SandboxOutcome outcome, string text) =>
        Assert.AreEqual(new SandboxResult(outcome, text), s_sandbox.Run(program));

    [TestMethod]
    public void A_program_without_a_function_is_told_so()
    {
        var result = s_sandbox.Call("let g=1");

        Assert.AreEqual(SandboxOutcome.Threw, result.Outcome);
        Assert.AreEqual("the program neither ends with a function nor declares the one that is asked for", result.Text);
    }

    [TestMethod]
    public void Nothing_of_one_call_reaches_the_next()
    {
        var results = s_sandbox.Pool.Call("globalThis.n=(globalThis.n||0)+1;Array.prototype.a=(Array.prototype.a||0)+1;x=>[x,n,[].a]", "f", ["[1]", "[2]", "[3]"], Sandboxes.Limits);

        CollectionAssert.AreEqual(new[] { "[1,1,1]", "[2,1,1]", "[3,1,1]" }, results.Select(result => result.Text).ToArray());
    }

    [TestMethod]
    public void Time_and_chance_are_always_the_same()
    {
        Assert.AreEqual("\"2000-01-01T00:00:00.000Z\"", s_sandbox.Run("new Date().toISOString()").Text);
        Assert.AreEqual("946684800000", s_sandbox.Run("Date.now()").Text);
        Assert.AreEqual("0", s_sandbox.Run("new Date().getTimezoneOffset()").Text);

        // SplitMix64 from 0 begins with E220A8397B1DCDAF and 6E789E6AA1B965F4; the upper 53 bits of each.
        Assert.AreEqual("[0.8833108082136426,0.43152799704850997]", s_sandbox.Run("[Math.random(),Math.random()]").Text);
    }

    [TestMethod]
    public void Every_limit_is_exact_or_nearly_so()
    {
        // A loop of n rounds takes a statement for itself and one for each round.
        Assert.AreEqual(SandboxOutcome.Returned, s_sandbox.Run("for(let i=0;i<99;i++){}", Sandboxes.Limits with { Statements = 200 }).Outcome);
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Exceeded, "statements"), s_sandbox.Run("for(let i=0;i<201;i++){}", Sandboxes.Limits with { Statements = 200 }));
        Assert.AreEqual("55", s_sandbox.Call("const f=n=>n?n+f(n-1):0;f", "[10]", Sandboxes.Limits with { Depth = 11 }).Text);
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Exceeded, "depth"), s_sandbox.Call("const f=n=>n?n+f(n-1):0;f", "[10]", Sandboxes.Limits with { Depth = 9 }));
        Assert.AreEqual("\"aa\"", s_sandbox.Run("'aa'", Sandboxes.Limits with { Output = 4 }).Text);
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Exceeded, "output"), s_sandbox.Run("'aa'", Sandboxes.Limits with { Output = 3 }));
        Assert.AreEqual("1", s_sandbox.Run("1;", Sandboxes.Limits with { Source = 2 }).Text);
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Exceeded, "source"), s_sandbox.Run("1;", Sandboxes.Limits with { Source = 1 }));
        Assert.AreEqual("500000", s_sandbox.Run("'a'.repeat(5e5).length").Text);
        Assert.AreEqual(new SandboxResult(SandboxOutcome.Exceeded, "bytes"), s_sandbox.Call("()=>{let s='ab';for(let i=0;i<20;i++)s+=s;return 1}"));
    }

    [TestMethod]
    public void The_same_program_ends_alike_however_often_and_from_however_many_threads()
    {
        // As many statements as there may be, and one too many: a count does not move.
        var limits = Sandboxes.Limits with { Statements = 1000 };
        var most = Enumerable.Range(1, 2000).Last(rounds => s_sandbox.Run($"for(let i=0;i<{rounds};i++){{}}", limits).Outcome == SandboxOutcome.Returned);
        Parallel.For(0, 64, _ =>
        {
            Assert.AreEqual(SandboxOutcome.Returned, s_sandbox.Run($"for(let i=0;i<{most};i++){{}}", limits).Outcome);
            Assert.AreEqual(SandboxOutcome.Exceeded, s_sandbox.Run($"for(let i=0;i<{most + 1};i++){{}}", limits).Outcome);
        });
    }
}
