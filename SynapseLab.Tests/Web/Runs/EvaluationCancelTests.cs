using SynapseLab.Web.Features.Runs;
using SynapseLab.Web.Features.Runs.Storage;

namespace SynapseLab.Tests.Web.Runs;

public sealed class EvaluationCancelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-evaluations-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Cancel_OneThatWorksAndOneThatWaits_StopsBothAndLeavesTheRunFinished()
    {
        using var begun = new ManualResetEventSlim();
        var trainer = new ScriptedTrainer
        {
            BeforeEvaluation = cancellation =>
            {
                begun.Set();
                cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
                cancellation.ThrowIfCancellationRequested();
            },
        };
        await using RunServer server = await RunServer.StartAsync(_folder, trainer);
        int run = await server.LaunchAsync("run");
        await server.WaitForAsync(run, RunStatus.Finished);
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30)));
        int working = (await server.EvaluationOfAsync(run))!.Id;
        int waiting = server.Get<EvaluationStore>().Queue(run, clusterCount: 3);

        server.Requests.CancelEvaluation(waiting, run);
        Assert.Equal(RunStatus.Cancelled, (await server.EvaluationOfAsync(run))!.Status);
        server.Requests.CancelEvaluation(working, run);

        IReadOnlyList<SynapseLab.Web.Data.Evaluation> all = [];
        for (int i = 0; i < 500 && !(all.Count == 2 && all.All(set => set.Status == RunStatus.Cancelled)); i++)
        {
            await Task.Delay(20);
            all = await server.Get<RunCatalogue>().EvaluationsAsync(run);
        }

        Assert.All(all, set => Assert.Equal(RunStatus.Cancelled, set.Status));
        Assert.Equal(RunStatus.Finished, (await server.RunAsync(run)).Status);
    }
}
