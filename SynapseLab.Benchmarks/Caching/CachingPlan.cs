using System.Globalization;

namespace SynapseLab.Benchmarks.Caching;

/// <summary>What <c>caching</c> measures: every cube size × precision × micro-batch.</summary>
/// <param name="Device">cpu or cuda:N.</param>
/// <param name="Cubes">Edges in voxels.</param>
/// <param name="Precisions">float32, bfloat16, float16.</param>
/// <param name="Batch">Cubes of a step.</param>
/// <param name="MicroBatches">Divisors of it; the batch itself stands for a step without gradient caching.</param>
/// <param name="Width">Feature maps of the first stage.</param>
/// <param name="Layout">Of volumes on the device: plain (N, C, D, H, W), as runs have it, or channels-last, for both sides.</param>
/// <param name="Steps">Timed ones.</param>
/// <param name="Threads">Of the CPU, for both sides.</param>
/// <param name="Python">The interpreter that has PyTorch.</param>
internal sealed record CachingPlan(
    string Device, int[] Cubes, string[] Precisions, int Batch, int[] MicroBatches, int Width, string Layout, int Steps, int Threads, string Python)
{
    internal const string Plain = "plain";
    internal const string ChannelsLast = "channels-last";

    private static readonly string[] s_names = ["--device", "--cubes", "--precisions", "--batch", "--micro-batches", "--width", "--layout", "--steps", "--threads", "--python"];

    internal static string Usage => $"usage: caching [{string.Join(" …] [", s_names)} …]; lists are separated by commas, micro-batches divide the batch, float16 needs a GPU, the layout is {Plain} or {ChannelsLast}";

    /// <summary>The plan of some options; null where one is not as <see cref="Usage"/> says.</summary>
    internal static CachingPlan? Parse(string[] args)
    {
        var given = args.Chunk(2).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1]);
        int batch = Number("--batch", 8);
        int[] halves = [.. new[] { batch, batch / 2, batch / 4 }.Where(micro => micro > 0 && batch % micro == 0)];
        var plan = new CachingPlan(
            Text("--device", "cpu"),
            List("--cubes", "32", int.Parse),
            List("--precisions", "float32,bfloat16", (word, _) => word),
            batch,
            List("--micro-batches", string.Join(',', halves), int.Parse),
            Number("--width", 64),
            Text("--layout", Plain),
            Number("--steps", 7),
            Number("--threads", Environment.ProcessorCount),
            Text("--python", "/usr/bin/python3"));
        bool known = args.Length % 2 == 0 && given.All(option => s_names.Contains(option.Key));
        bool divides = plan.MicroBatches.All(micro => micro > 0 && batch % micro == 0);
        return known && divides && plan.Layout is (Plain or ChannelsLast) && !(plan.Device == "cpu" && plan.Precisions.Contains("float16")) ? plan : null;

        string Text(string name, string otherwise) => given[name].LastOrDefault(otherwise);
        int Number(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        T[] List<T>(string name, string otherwise, Func<string, IFormatProvider, T> read) =>
            [.. Text(name, otherwise).Split(',').Select(word => read(word, CultureInfo.InvariantCulture))];
    }
}
