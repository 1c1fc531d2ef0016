using System.Reflection;
using SynapseLab.Engine;

namespace SynapseLab.Tests.Architecture;

/// <summary>Dependencies point one way (ARCHITECTURE.md, "Arrows"); each test lists the types that break the rule.</summary>
public sealed class ArrowTests
{
    private static readonly Assembly s_engine = typeof(EngineException).Assembly;
    private static readonly Assembly s_web = Assembly.Load("SynapseLab.Web");
    private static readonly Assembly s_cli = Assembly.Load("synapselab");
    private static readonly Assembly s_torch = Assembly.Load("SynapseLab.Torch");

    [Fact]
    public void Torch_ReferencesNoOtherProject() => Assert.Empty(OurReferences(s_torch));

    [Fact]
    public void Engine_ReferencesTorchAlone_AndNoWebOrDatabase()
    {
        Assert.Equal(["SynapseLab.Torch"], OurReferences(s_engine));
        Assert.DoesNotContain(
            s_engine.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.Name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.Name.StartsWith("Microsoft.Data", StringComparison.Ordinal));
    }

    [Fact]
    public void Cli_DoesNotKnowWeb() => Assert.DoesNotContain("SynapseLab.Web", OurReferences(s_cli));

    [Fact]
    public void Web_DoesNotKnowCli() => Assert.DoesNotContain("synapselab", OurReferences(s_web));

    [Theory]
    [InlineData("Data", "TorchSharp")]
    [InlineData("Evaluation", "TorchSharp")]
    [InlineData("Phantom", "TorchSharp")]
    [InlineData("Diagnosis", "TorchSharp")]
    [InlineData("Data", "SynapseLab.Engine.Evaluation")]
    [InlineData("Augmentations", "SynapseLab.Engine.Models")]
    [InlineData("Augmentations", "SynapseLab.Engine.Losses")]
    [InlineData("Models", "SynapseLab.Engine.Augmentations")]
    [InlineData("Models", "SynapseLab.Engine.Losses")]
    [InlineData("Losses", "SynapseLab.Engine.Augmentations")]
    [InlineData("Losses", "SynapseLab.Engine.Models")]
    [InlineData("Data", "SynapseLab.Engine.Training")]
    [InlineData("Evaluation", "SynapseLab.Engine.Training")]
    [InlineData("Augmentations", "SynapseLab.Engine.Training")]
    [InlineData("Models", "SynapseLab.Engine.Training")]
    [InlineData("Losses", "SynapseLab.Engine.Training")]
    [InlineData("Phantom", "SynapseLab.Engine.Training")]
    [InlineData("Methods", "SynapseLab.Engine.Training")]
    [InlineData("Methods", "SynapseLab.Engine.Data")]
    [InlineData("Optimisation", "SynapseLab.Engine.Augmentations")]
    [InlineData("Optimisation", "SynapseLab.Engine.Data")]
    [InlineData("Optimisation", "SynapseLab.Engine.Evaluation")]
    [InlineData("Optimisation", "SynapseLab.Engine.Losses")]
    [InlineData("Optimisation", "SynapseLab.Engine.Methods")]
    [InlineData("Optimisation", "SynapseLab.Engine.Models")]
    [InlineData("Optimisation", "SynapseLab.Engine.Phantom")]
    [InlineData("Optimisation", "SynapseLab.Engine.Training")]
    [InlineData("Augmentations", "SynapseLab.Engine.Optimisation")]
    [InlineData("Models", "SynapseLab.Engine.Optimisation")]
    [InlineData("Losses", "SynapseLab.Engine.Optimisation")]
    [InlineData("Methods", "SynapseLab.Engine.Optimisation")]
    [InlineData("Augmentations", "SynapseLab.Engine.Methods")]
    [InlineData("Models", "SynapseLab.Engine.Methods")]
    [InlineData("Losses", "SynapseLab.Engine.Methods")]
    [InlineData("Evaluation", "SynapseLab.Engine.Diagnosis")]
    [InlineData("Data", "SynapseLab.Engine.Diagnosis")]
    public void EngineFolder_DoesNotKnow(string folder, string forbidden)
    {
        var inside = TypesBelow(s_engine, "SynapseLab.Engine." + folder);

        Assert.NotEmpty(inside);
        Assert.Empty(Arrows(inside, target => IsBelow(target, forbidden)));
    }

    [Theory]
    [InlineData("TensorBoard")]
    [InlineData("Telemetry")]
    public void EngineFolder_KnowsNothingElseOfOurs(string folder)
    {
        string own = "SynapseLab.Engine." + folder;
        var inside = TypesBelow(s_engine, own);

        Assert.NotEmpty(inside);
        Assert.Empty(Arrows(inside, target => IsBelow(target, "TorchSharp") || (IsBelow(target, "SynapseLab") && !IsBelow(target, own))));
    }

    [Fact]
    public void Diagnosis_KnowsEvaluationAlone()
    {
        string[] known = ["SynapseLab.Engine.Diagnosis", "SynapseLab.Engine.Evaluation"];
        var inside = TypesBelow(s_engine, known[0]);

        Assert.NotEmpty(inside);
        Assert.Empty(Arrows(inside, target => IsBelow(target, "SynapseLab") && !known.Any(space => IsBelow(target, space))));
    }

    [Fact]
    public void WebFeatures_DoNotKnowEachOther()
    {
        const string Features = "SynapseLab.Web.Features.";

        var arrows = TypesBelow(s_web, Features.TrimEnd('.'))
            .SelectMany(type => Arrows([type], target => IsBelow(target, Features.TrimEnd('.'))
                && FeatureOf(target, Features) != FeatureOf(type, Features)));

        Assert.Empty(arrows);
    }

    [Fact]
    public void ArrowIntoATypeNamedOnlyInABody_IsSeen() =>
        Assert.Contains(typeof(EngineException), TypeDependencies.Of(typeof(NamesATypeInABody)));

    private static string[] OurReferences(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("SynapseLab", StringComparison.OrdinalIgnoreCase)).Order()];

    private static Type[] TypesBelow(Assembly assembly, string space) =>
        [.. assembly.GetTypes().Where(type => IsBelow(type, space))];

    private static bool IsBelow(Type type, string space) =>
        type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Arrows(IEnumerable<Type> types, Func<Type, bool> isForbidden) =>
        from type in types
        from target in TypeDependencies.Of(type)
        where isForbidden(target)
        select $"{type.FullName} → {target.FullName}";

    private static string FeatureOf(Type type, string features) =>
        type.Namespace!.Length < features.Length ? "" : type.Namespace[features.Length..].Split('.')[0];

    private static class NamesATypeInABody
    {
        public static void Throw() => throw new EngineException("only the body names it");
    }
}
