using SynapseLab.Benchmarks;

// Each verb measures one part beside its reference implementation; docs/benchmarks.md keeps the tables.
Dictionary<string, Func<string[], int>> verbs = new()
{
    ["evaluation"] = EvaluationBenchmark.Run,
    ["phantom"] = PhantomBenchmark.Run,
    ["step"] = StepBenchmark.Run,
    ["streaming"] = StreamingBenchmark.Run,
};
if (args.Length > 0 && verbs.TryGetValue(args[0], out Func<string[], int>? run))
{
    return run(args[1..]);
}
Console.Error.WriteLine($"usage: SynapseLab.Benchmarks {string.Join('|', verbs.Keys.Order())} [options]");
return 2;
