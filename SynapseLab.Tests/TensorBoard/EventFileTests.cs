using System.Text;
using SynapseLab.Engine.TensorBoard;

namespace SynapseLab.Tests.TensorBoard;

public sealed class EventFileTests : IDisposable
{
    private static readonly DateTimeOffset s_time = DateTimeOffset.UnixEpoch.AddSeconds(1_700_000_000.5);
    private readonly string _folder = Directory.CreateTempSubdirectory("synapselab-events").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Crc_OfTheStandardVector_IsTheKnownOne()
    {
        byte[] digits = "123456789"u8.ToArray();

        Assert.Equal(0xE3069283, Crc32.Castagnoli.Compute(digits));
        Assert.Equal(0xE3069283, EventReader.NaiveCrc32C(digits));
        Assert.Equal(0xCBF43926, Crc32.Iso3309.Compute(digits));
    }

    [Fact]
    public void Scalar_AsARecord_HasTheseBytes()
    {
        using var file = EventFile.Create(_folder, s_time, "host", 7);
        int before = (int)new FileInfo(file.Path).Length;
        file.WriteSummary(DateTimeOffset.UnixEpoch.AddSeconds(1.5), 300, [SummaryValue.Scalar("a", 2)]);

        // wall_time (field 1, fixed64) 1.5 · step (2, varint) 300 · summary (5) { value (1) { tag (1) "a" · simple_value (2, fixed32) 2.0 } }
        const string Event = "09" + "000000000000F83F" + "10" + "AC02" + "2A0A" + "0A08" + "0A0161" + "1500000040";
        byte[] record = File.ReadAllBytes(file.Path)[before..];
        Assert.Equal("1800000000000000", Convert.ToHexString(record[..8]));
        Assert.Equal(Event, Convert.ToHexString(record[12..^4]));
        Assert.Equal(Masked(record[..8]), BitConverter.ToUInt32(record, 8));
        Assert.Equal(Masked(record[12..^4]), BitConverter.ToUInt32(record, record.Length - 4));

        static uint Masked(byte[] bytes)
        {
            uint crc = EventReader.NaiveCrc32C(bytes);
            return ((crc >> 15) | (crc << 17)) + 0xA282EAD8;
        }
    }

    [Fact]
    public void Create_WritesTheVersionFirst_UnderANameThatReadersKnow()
    {
        using var file = EventFile.Create(Path.Combine(_folder, "new"), s_time, "host", 7);

        Assert.Equal("events.out.tfevents.1700000000.host.7.0", Path.GetFileName(file.Path));
        var first = Assert.Single(EventReader.Read(file.Path));
        Assert.Equal((1_700_000_000.5, 0L, "brain.Event:2"), (first.WallTime, first.Step, first.FileVersion));
    }

    [Fact]
    public void Create_TwiceInOneSecond_SortsTheSecondFileBehindTheFirst()
    {
        using var first = EventFile.Create(_folder, s_time, "host", 7);
        using var second = EventFile.Create(_folder, s_time, "host", 7);

        Assert.True(string.CompareOrdinal(first.Path, second.Path) < 0, second.Path);
    }

    [Fact]
    public void Write_WhileTheFileIsOpen_IsSeenByAReader()
    {
        using var file = EventFile.Create(_folder, s_time, "host", 7);
        file.WriteSessionStart(s_time, 6);
        file.WriteSummary(s_time, 6, [SummaryValue.Scalar("Loss/Train", 0.25), SummaryValue.Scalar("Learning_Rate", double.NaN)]);

        var events = EventReader.Read(file.Path);
        Assert.Equal((6L, 1L), (events[1].Step, events[1].SessionStatus!.Value));
        Assert.Equal(["Loss/Train", "Learning_Rate"], events[2].Tags);
        Assert.Equal(0.25f, events[2].Values[0].Single(2));
        Assert.True(float.IsNaN(events[2].Values[1].Single(2)));
    }

    [Fact]
    public void TornLastRecord_LeavesTheRecordsBeforeIt()
    {
        using var file = EventFile.Create(_folder, s_time, "host", 7);
        file.WriteSummary(s_time, 1, [SummaryValue.Scalar("a", 1)]);
        long whole = new FileInfo(file.Path).Length;
        file.WriteSummary(s_time, 2, [SummaryValue.Scalar("a", 2)]);

        byte[] bytes = File.ReadAllBytes(file.Path);
        string torn = Path.Combine(_folder, "torn");
        for (int length = (int)whole; length < bytes.Length; length++)
        {
            File.WriteAllBytes(torn, bytes[..length]);
            Assert.Equal([0L, 1L], EventReader.Read(torn).Select(read => read.Step));
        }
    }

    [Fact]
    public void Text_CarriesMarkdownAsAStringTensorForItsPlugin()
    {
        var value = ProtoFields.Parse(SummaryValue.Text("Run/Start", "Größe **3**").Message.ToArray());

        Assert.Equal("text", value.Message(9).Message(1).Text(1));
        Assert.Equal((7L, "Größe **3**"), (value.Message(8).Whole(1), value.Message(8).Text(8)));
        Assert.Equal(1, value.Message(8).Message(2).Message(2).Whole(1));
    }

    [Fact]
    public void HyperParameters_CarryNamesTypesValuesAndMetrics()
    {
        var values = HyperParameters.Start([("Width", 64L), ("Method", "simclr"), ("StemMaxPool", true)], ["Loss/Epoch_Avg"], s_time)
            .Append(HyperParameters.End(s_time)).Select(value => ProtoFields.Parse(value.Message.ToArray())).ToArray();

        Assert.Equal(["_hparams_/experiment", "_hparams_/session_start_info", "_hparams_/session_end_info"], values.Select(value => value.Text(1)));
        Assert.All(values, value => Assert.Equal("hparams", value.Message(9).Message(1).Text(1)));
        ProtoFields[] data = [.. values.Select(value => value.Message(9).Message(1).Message(2))];
        Assert.Equal([("Width", 3L), ("Method", 1L), ("StemMaxPool", 2L)], data[0].Message(2).Messages(4).Select(info => (info.Text(1), info.Whole(4))));
        Assert.Equal("Loss/Epoch_Avg", data[0].Message(2).Message(5).Message(1).Text(2));
        var entries = data[1].Message(3).Messages(1);
        Assert.Equal((64.0, "simclr", 1L), (entries[0].Message(2).Double(2), entries[1].Message(2).Text(3), entries[2].Message(2).Whole(4)));
        Assert.Equal((1L, 1_700_000_000.5), (data[2].Message(4).Whole(1), data[2].Message(4).Double(2)));
    }

    [Fact]
    public void ProtoMessage_LongAndNegativeNumbers_AreWhatTheSpecificationSays()
    {
        Assert.Equal("089601", Convert.ToHexString(new ProtoMessage().Whole(1, 150).ToArray()));
        Assert.Equal("08FFFFFFFFFFFFFFFFFF01", Convert.ToHexString(new ProtoMessage().Whole(1, -1).ToArray()));
        Assert.Equal("120774657374696E67", Convert.ToHexString(new ProtoMessage().Text(2, "testing").ToArray()));
        string text = new('x', 300);
        Assert.Equal(text, Encoding.UTF8.GetString(ProtoFields.Parse(new ProtoMessage().Text(20, text).ToArray()).Bytes(20)));
    }
}
