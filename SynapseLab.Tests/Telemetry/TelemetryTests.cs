using System.Diagnostics;
using SynapseLab.Engine.Telemetry;

namespace SynapseLab.Tests.Telemetry;

/// <summary>NVML's seam against a library of our own with the same functions, for most machines have no GPU.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string FakeNvml = """
        struct utilization { unsigned gpu, memory; };
        struct memory { unsigned long long total, free, used; };
        int nvmlInit_v2(void) { return 0; }
        int nvmlDeviceGetHandleByIndex_v2(unsigned index, void** device) { *device = (void*)(unsigned long)(index + 100); return index < 2 ? 0 : 2; }
        int nvmlDeviceGetHandleByUUID(const char* uuid, void** device) { *device = (void*)200; return uuid[0] == 'G' && uuid[4] == 'a' && uuid[5] == 0 ? 0 : 6; }
        int nvmlDeviceGetUtilizationRates(void* device, struct utilization* u) { u->gpu = (unsigned)(unsigned long)device - 60; u->memory = 7; return 0; }
        int nvmlDeviceGetMemoryInfo(void* device, struct memory* m) { m->total = 80000000000ull; m->free = 50000000000ull; m->used = 30000000000ull; return 0; }
        int nvmlDeviceGetPowerUsage(void* device, unsigned* milliwatts) { *milliwatts = 123456; return device == (void*)101 ? 3 : 0; }
        int nvmlDeviceGetTemperature(void* device, unsigned sensor, unsigned* celsius) { *celsius = 61; return sensor == 0 ? 0 : 2; }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-nvml").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Open_WithoutTheLibrary_SaysWhatIsMissing()
    {
        Assert.Null(GpuMonitor.Open(0, null, out string? reason, "libnothing-of-this-name.so.1"));
        Assert.Equal("libnothing-of-this-name.so.1 is not here: it comes with NVIDIA's driver.", reason);
    }

    [Fact]
    public void Open_ALibraryWithoutTheFunctions_SaysSo()
    {
        Assert.Null(GpuMonitor.Open(0, null, out string? reason, "libc.so.6"));
        Assert.Contains("libc.so.6 is too old", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, 0.4)]
    [InlineData(0, "1,0", 0.41)]
    [InlineData(1, "1, GPU-a", 1.4)]
    public void Read_TheCardBehindACudaNumber_HasItsFigures(int index, string? visible, double utilization)
    {
        var gpu = GpuMonitor.Open(index, visible, out string? reason, Library())!;

        Assert.Null(reason);
        bool tellsPower = !(index == 0 && visible is not null); // the second card answers "not supported"
        Assert.Equal(new GpuReading(utilization, 30_000_000_000, 80_000_000_000, tellsPower ? 123.456 : null, 61), gpu.Read());
    }

    [Fact]
    public void Open_ACardThatIsNotThere_SaysWhich()
    {
        string library = Library();

        Assert.Null(GpuMonitor.Open(5, null, out string? reason, library));
        Assert.Equal($"{library} knows no GPU '5' for cuda:5.", reason);
    }

    [Fact]
    public void ReadBusyCores_OfAThreadThatComputes_IsAboutOneAndResidentMemoryIsThere()
    {
        var clock = new FixedSecond();
        var process = new ProcessMonitor(clock);
        var start = Process.GetCurrentProcess().TotalProcessorTime;
        while ((Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds < 0.2)
        {
            // Burns processor time of this process, whatever the wall clock says.
        }

        clock.Seconds = 1;
        Assert.InRange(process.ReadBusyCores(), 0.15, Environment.ProcessorCount * 60);
        Assert.True(ProcessMonitor.ResidentBytes > 10_000_000);
    }

    private string Library()
    {
        string source = Path.Combine(_folder, "nvml.c");
        string library = Path.Combine(_folder, "libfake-nvml.so");
        File.WriteAllText(source, FakeNvml);
        Assert.SkipUnless(File.Exists("/usr/bin/cc"), "no C compiler at /usr/bin/cc");
        using var compiler = Process.Start("/usr/bin/cc", ["-shared", "-fPIC", "-o", library, source]);
        compiler.WaitForExit();
        Assert.Equal(0, compiler.ExitCode);
        return library;
    }

    private sealed class FixedSecond : TimeProvider
    {
        internal long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
