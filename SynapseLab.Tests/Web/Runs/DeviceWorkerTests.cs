using Microsoft.Extensions.Logging.Abstractions;
using SynapseLab.Web.Features.Runs.Execution;

namespace SynapseLab.Tests.Web.Runs;

public sealed class DeviceWorkerTests
{
    [Fact]
    public void Wake_AfterTheServerHasStopped_ChangesNothing()
    {
        var worker = new DeviceWorker("cpu", () => null, _ => { }, NullLogger.Instance);
        worker.Start();
        worker.Dispose();

        worker.Wake();
        worker.BeginStop();
        worker.Dispose();

        Assert.Null(worker.Current);
    }
}
