using System.Text.Json;
using SynapseLab.Engine.Evaluation;

namespace SynapseLab.Tests.Evaluation;

/// <summary>What scikit-learn says about small matrices; Fixtures/evaluation/make_evaluation.py and make_probes.py wrote it.</summary>
internal sealed class ScikitLearnFixture
{
    private readonly JsonElement _case;

    private ScikitLearnFixture(string name, string file)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Fixtures", "evaluation", file);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        _case = document.RootElement.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name).Clone();
    }

    public static TheoryData<string> Names => ["more rows", "more columns"];

    public static TheoryData<string> ProbeNames => ["more rows", "more columns", "two classes"];

    public EmbeddingMatrix X => new(Floats("x"), (int)Number("n"), (int)Number("d"));

    public EmbeddingMatrix Picture => new(Floats("picture"), (int)Number("n"), 2);

    public int Groups => (int)Number("groups");

    public int[] Labels => [.. Numbers("labels").Select(v => (int)v)];

    public int[] Folds => [.. Numbers("folds").Select(v => (int)v)];

    public int[] OtherLabels => [.. Numbers("other_labels").Select(v => (int)v)];

    public static ScikitLearnFixture Load(string name) => new(name, "scikit_learn.json");

    public static ScikitLearnFixture LoadProbe(string name) => new(name, "probes.json");

    public double Number(string key) => _case.GetProperty(key).GetDouble();

    public double[] Numbers(string key) => [.. _case.GetProperty(key).EnumerateArray().Select(v => v.GetDouble())];

    private float[] Floats(string key) => [.. Numbers(key).Select(v => (float)v)];
}
