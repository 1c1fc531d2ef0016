using SynapseLab.Engine.TensorBoard;

namespace SynapseLab.Tests.TensorBoard;

public sealed class PngImageTests
{
    [Theory]
    [InlineData(1, "L")]
    [InlineData(3, "RGB")]
    public void Encode_OpenedByPillow_HasTheSamePixels(int channels, string mode)
    {
        byte[] samples = new byte[5 * 7 * channels];
        new Random(1).NextBytes(samples);
        string base64 = Convert.ToBase64String(new PngImage(5, 7, samples).Encode());

        string read = Python.RunWith("PIL", """
            import base64, io, sys
            from PIL import Image
            image = Image.open(io.BytesIO(base64.b64decode(sys.argv[1])))
            image.load()
            print(image.mode, *image.size, base64.b64encode(image.tobytes()).decode())
            """, base64);

        Assert.Equal($"{mode} 5 7 {Convert.ToBase64String(samples)}", read.Trim());
    }

    [Theory]
    [InlineData(34)]
    [InlineData(70)]
    public void NewPngImage_WithAnotherNumberOfSamples_IsRefused(int samples) =>
        Assert.Throws<ArgumentException>(() => new PngImage(5, 7, new byte[samples]));
}
