using System.Xml.Linq;
using SynapseLab.Engine;
using SynapseLab.Engine.Evaluation;
using SynapseLab.Engine.Evaluation.Plots;

namespace SynapseLab.Tests.Evaluation;

public sealed class EvaluationFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evaluation").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_Report_LeavesTheFourFilesAndNothingElse()
    {
        EvaluationReport report = EvaluationReport.Compute(Planted.Uniform(12, 5, 1), Planted.Info(12), null);
        EvaluationFiles.Write(report, _folder);
        EvaluationFiles.Write(report, _folder); // replaces
        Assert.Equal(["embeddings.csv", "embeddings.npy", "metrics.json", "report.html"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Equal(report.Embeddings.Values, NpyFile.Read(Path.Combine(_folder, "embeddings.npy")).Values);
        string[] lines = File.ReadAllLines(Path.Combine(_folder, "embeddings.csv"));
        Assert.Equal("id,bbox,side,x,y,z,umap_1,umap_2,cluster", lines[0]);
        Assert.StartsWith("bbox2_s3,bbox2,2,9,6,3,", lines[4]);
    }

    [Fact]
    public void Write_FolderIsAFile_SaysSo()
    {
        string file = Path.Combine(_folder, "taken");
        File.WriteAllText(file, "");
        EvaluationReport report = EvaluationReport.Compute(Planted.Uniform(3, 2, 1), Planted.Info(3), null);
        Assert.Contains(file, Assert.Throws<EngineException>(() => EvaluationFiles.Write(report, file)).Message);
    }

    [Theory]
    [InlineData("plain_1", "plain_1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@x,y", "\"'@x,y\"")]
    [InlineData("-3", "'-3")]
    [InlineData("", "")]
    public void Field_AnyText_IsQuotedAndNoFormula(string text, string expected) => Assert.Equal(expected, EmbeddingCsv.Field(text));

    [Fact]
    public void Plots_HostileNames_AreEscaped()
    {
        EmbeddingPointInfo[] info = [.. Planted.Info(4).Select(p => p with { FullId = "<script>\"&\u0001", BoundingBox = "<b>&" })];
        EvaluationReport report = EvaluationReport.Compute(Planted.Uniform(4, 3, 1), info, null);
        XDocument svg = XDocument.Parse(EmbeddingScatter.ByBoundingBox(report));
        Assert.Contains(svg.Descendants(), e => e.Value.Contains("<script>\"& , <b>&", StringComparison.Ordinal));
        Assert.DoesNotContain("<script>", ReportPage.Format(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(-0.07, 0.33, "0.0 0.1 0.2 0.3")]
    [InlineData(2, 100, "20 40 60 80 100")]
    public void Ticks_Range_AreRound(double low, double high, string expected) =>
        Assert.Equal(expected, string.Join(' ', new PlotAxis("", low, high).Ticks().Select(t => t.Text)));
}
