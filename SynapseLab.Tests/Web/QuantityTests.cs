using SynapseLab.Web.Components.Text;

namespace SynapseLab.Tests.Web;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(200L << 20, "200 MiB")]
    [InlineData(2040109466, "1.9 GiB")]
    public void Bytes_HaveBinaryUnits(long bytes, string text) => Assert.Equal(text, Quantity.Bytes(bytes));

    [Theory]
    [InlineData(0.2, "under 1 s")]
    [InlineData(34, "34 s")]
    [InlineData(95, "1 min 35 s")]
    [InlineData(4320, "1 h 12 min")]
    [InlineData(90000, "1 d 1 h")]
    public void Duration_HasItsTwoLargestUnits(double seconds, string text) => Assert.Equal(text, Quantity.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(21.912345, "21.91")]
    [InlineData(0.00025, "0.00025")]
    [InlineData(2e-6, "2e-6")]
    public void Number_HasFourDigits(double value, string text) => Assert.Equal(text, Quantity.Number(value));

    [Fact]
    public void Count_IsGrouped() => Assert.Equal("33\u202f166\u202f272", Quantity.Count(33_166_272));

    [Theory]
    [InlineData(20, "just now")]
    [InlineData(300, "5 min ago")]
    [InlineData(7300, "2 h ago")]
    [InlineData(200000, "2 d ago")]
    [InlineData(90 * 86400, "2026-01-01")]
    public void Ago_IsRelativeForAMonth(int seconds, string text)
    {
        var now = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(text, Quantity.Ago(now.AddSeconds(-seconds), now));
    }
}
