using Lab.Core;

namespace Lab.Sandbox;

/// <summary>
/// Programs that a worker runs before it says that it is ready. What is used for the first time in a process is compiled, and
/// allocates what is then kept; after these, little is left that a program's bytes could depend on.
/// </summary>
internal static class WarmUp
{
    // What the language brings along.
    private const string Functions = """
        const a = [3, 1, 2], s = 'b, a', o = { a: 1, b: [2], c: { d: null, e: 'x\\u0041' } };
        [a.at(-1), a.concat(a), [...a].copyWithin(0, 1), [...a.entries(), ...a.keys(), ...a.values()], a.every(x => x), Array(9).fill(1), a.filter(x => x > 1),
            a.find(x => x), a.findIndex(x => x), a.findLast(x => x), a.findLastIndex(x => x), [a, [a]].flat(2), a.flatMap(x => [x]), a.forEach(x => x), a.includes(1),
            a.indexOf(1), a.join('-'), a.lastIndexOf(1), a.map(x => x), [...a].pop(), [...a].push(1), a.reduce((x, y) => x + y), a.reduceRight((x, y) => x + y),
            [...a].reverse(), [...a].shift(), a.slice(1), a.some(x => x), [...a].sort(), [...a].sort((x, y) => x - y), [...a].splice(1, 1, 0), a.toReversed(), a.toSorted(),
            a.toSpliced(1, 1), `${a}`, [...a].unshift(0), a.with(0, 1), Array.from({ length: 3 }, (_, i) => i), Array.from('ab'), Array.of(1), Array.isArray(a)];
        [s.at(0), s.charAt(0), s.charCodeAt(0), s.codePointAt(0), s.concat(s), s.endsWith('a'), s.includes('b'), s.indexOf('a'), s.lastIndexOf('a'), s.normalize('NFD'),
            s.padEnd(9), s.padStart(9, '*'), s.repeat(3), s.replace('b', x => x), s.replaceAll('a', '$&$&'), s.slice(1), s.split(', '), s.split(''), s.startsWith('b'),
            s.substring(1, 2), s.substr(1), s.toLowerCase(), s.toUpperCase(), ` ${s} `.trim(), ` ${s}`.trimStart(), `${s} `.trimEnd(), String.fromCharCode(65),
            String.fromCodePoint(65), String.raw`\a${1}`, [...s], s.isWellFormed(), encodeURIComponent(s), decodeURIComponent('%20'), encodeURI(s), decodeURI(s)];
        for (const n of [0, -1.5, 1234.5678, 1e21, 2 ** 53, NaN, 1 / 0])
            [`${n}`, n.toFixed(2), n.toPrecision(3), n.toExponential(2), n.toString(2), n.toString(16), Number(`${n}`), parseInt(`${n}`), parseInt('z', 36), parseFloat(`${n}`),
                Number('0x10'), Number.isInteger(n), Number.isSafeInteger(n), isNaN(n), isFinite(n), n | 0, n >>> 0, n % 3, n ** 2, JSON.stringify(n), String(n)];
        for (const name of Object.getOwnPropertyNames(Math)) try { Math[name](0.5, 2) } catch { }
        [JSON.parse(JSON.stringify(o)), JSON.stringify([o, s], null, 1), JSON.stringify(o, (k, v) => v), JSON.parse('[1.5,-2e3,true,"\\u0041\\n"]', (k, v) => v),
            Object.keys(o), Object.values(o), Object.entries(o), Object.fromEntries([['a', 1]]), Object.assign({}, o), Object.freeze({}), Object.create(o), Object.groupBy(a, x => x),
            Object.getOwnPropertyNames(o), Object.getPrototypeOf(o), Object.defineProperty({}, 'a', { get: () => 1 }).a, Object.is(1, 1), Object.hasOwn(o, 'a'), o.hasOwnProperty('a'),
            copy(o), new Proxy({}, { get: () => 1 }).a, Reflect.ownKeys(o), Symbol('s').toString(), Symbol.for('s'), new Error('e', { cause: 1 }).cause, `${Error('e')}`];
        const m = new Map([[1, 2], ['a', o]]), t = new Set(a), w = new WeakMap([[o, 1]]), d = new Date(2000, 1, 29), i = a.values();
        [m.get(1), m.has('a'), m.set(3, 3).size, [...m], [...m.keys()], [...m.values()], m.forEach(x => x), m.delete(1), t.has(1), t.add(9).size, [...t], t.union(new Set([4])),
            t.intersection(t), t.difference(t), t.isSubsetOf(t), t.forEach(x => x), t.delete(1), w.get(o), new WeakSet([o]).has(o), Map.groupBy(a, x => x),
            i.map(x => x).filter(x => x).take(2).toArray(), d.getDay(), d.getTime(), d.setMonth(1), d.toISOString(), `${d}`, d.toDateString(), Date.parse('2000-01-01'), Date.UTC(2000), Date.now()];
        Promise.all([1, Promise.resolve(2)]).then(x => x).finally(() => 1); Promise.race([1]); Promise.allSettled([1]); new Promise((y, n) => n(1)).catch(x => x);
        [f => f, function () { return this }].map(f => [f.call(1), f.apply(1, [2]), f.bind(1)(), `${f}`, f.length, f.name]);
        function copy(x) { return x && typeof x === 'object' ? Object.entries(x).map(([k, v]) => [k, copy(v)]) : x }
        """;

    // The language itself, and texts of every size that a program may pay for: what they are put together in is kept.
    private const string Language = """
        class A { #p = 1; static s = 2; get p() { return this.#p } set p(v) { this.#p = v } m() { return this } *[Symbol.iterator]() { yield 1; yield* [2] } }
        class B extends A { constructor() { super(); this.q = new.target } m() { return super.m() } }
        const b = new B(), { p, ...rest } = { p: b.p++, q: b.m()?.p ?? 0, r: [...b] }, [first, , ...others] = [1, 2, 3, ...'ab'];
        function f(x, y = x, ...z) { arguments.length; switch (typeof x) { case 'number': return x; default: return `${y}${z}` } }
        async function g() { await 1; for await (const x of [1]); return f(1) }
        g().then(x => x); f('a'); f.call(null, 1);
        let n = 0, t = '', i = 0, list = [], table = {}, map = new Map();
        outer: for (const k in { a: 1, b: 2 }) { for (;;) { n += k.length; continue outer } }
        do { n = (n ** 2 % 7 << 1 | 1 ^ 3 & ~n) >>> 0; n = -n / 2 * 3 - +'4' } while (n > 1e9);
        while (i < 1000) { t += i + ','; list.push(i++); table['k' + i] = i; map.set(i % 9, (map.get(i % 9) || 0) + 1) }
        try { null.a } catch (e) { e.message + e.stack } finally { void 0 }
        try { throw Error(t) } catch { } try { undefinedName } catch { }
        for (let size = 32; size < 2e6; size *= 2) 'a,'.repeat(size / 2).split(size > 1e5 ? 'x' : ',');
        list.sort((a, b) => b - a); list.map(String).sort(); t = t.split(',').reverse().join(';').replaceAll(';', '--').slice(5);
        'a' in table && delete table.a; b instanceof A; console.log(list.length, { t: 1 }, [t.length], 'x', null);
        """;

    private static readonly SandboxLimits s_limits = new(1_000_000, 64 << 20, 100, 100_000, 10_000);

    /// <summary>Runs them. What they come to is of interest to nobody but the tests.</summary>
    public static IReadOnlyList<SandboxResult> Run() =>
        [.. new WorkOrder[] { new(Functions, null, [], s_limits), new(Language, null, [], s_limits), new("function f(x){return[x+1,{}]}f", "f", ["[1,\"a\",[true],{\"a\":null}]"], s_limits) }
            .SelectMany(order => ProgramRunner.Run(order).Results)];
}
