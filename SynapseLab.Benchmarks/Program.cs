using SynapseLab.Benchmarks;
using SynapseLab.Benchmarks.Caching;

// Each verb measures one part beside its reference implementation; docs/benchmarks.md keeps the tables.
Dictionary<string, Func<string[], int>> verbs = new()
{
    ["caching"] = CachingBenchmark.Run,
    ["evaluation"] = EvaluationBenchmark.Run,
    ["phantom"] = PhantomBenchmark.Run,
    ["streaming"] = StreamingBenchmark.Run,
    [OwnSide.Verb] = OwnSide.Run,
};
if (args.Length > 0 && verbs.TryGetValue(args[0], out Func<string[], int>? run))
{
    return run(args[1..]);
}
Console.Error.WriteLine($"usage: SynapseLab.Benchmarks {string.Join('|', verbs.Keys.Where(verb => verb != OwnSide.Verb).Order())} [options]");
return 2;
