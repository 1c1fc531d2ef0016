using SynapseLab.Engine.Data;

namespace SynapseLab.Tests.Data;

/// <summary>Our files as Python sees them.</summary>
public sealed class H5pyTests
{
    // Prints: file attributes, then per dataset its shape, type, attributes and the sum of stored · scale.
    private const string Script = """
        import sys, h5py
        f = h5py.File(sys.argv[1])
        a = f.attrs
        print(int(a["format_version"]), a["cube_size"], a["channels"], list(a["voxel_size_nm"]), a["structure_codes"], len(a["source_fingerprint"]))
        for name, d in f.items():
            s = d.attrs
            total = (d[()].astype(float) * s["scale"][:, None, None, None]).sum()
            print(name, d.shape, d.dtype, list(s["center_zyx"]), s["side"], s["polarity"], s["padded"], f"{total:.2f}", s["overlap_1"] >= 0, s["overlap_2"] >= 0)
        """;

    // The checksum bit by bit, from its polynomial; then without it, in a file with a changed voxel, as files from before had it.
    private const string ChecksumScript = """
        import sys, h5py
        f = h5py.File(sys.argv[1], "r+")
        for name, d in f.items():
            crc = 0xFFFFFFFF
            for byte in d[()].tobytes():
                crc ^= byte
                for _ in range(8):
                    crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
            print(crc ^ 0xFFFFFFFF == d.attrs["crc32c"])
            del d.attrs["crc32c"]
            d[0, 0, 0, 0] ^= 1
        """;

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Checksum_InH5py_IsThatOfTheStoredBytes_AndAFileWithoutIsRead(int rawBits)
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, rawBits: rawBits);
        Preprocessor.Run(new PreprocessOptions(folder.Path, folder.Path, 10), null, default);
        string[] lines = Python.RunWith("h5py", ChecksumScript, folder.File("bbox1_synapses.h5")).Trim().Split('\n');
        using CubeStore store = CubeStore.Open(folder.Path);

        Assert.Equal(store.Count, lines.Length);
        Assert.All(lines, line => Assert.Equal("True", line));
        store.Read(0, new float[store.CubeLength]);
    }

    [Fact]
    public void Open_InH5py_GivesEveryAttributeAndTheSameVoxels()
    {
        using var folder = new TemporaryFolder();
        TinyDataset.Write(folder.Path, rawBits: 16);
        Preprocessor.Run(new PreprocessOptions(folder.Path, folder.Path, 10), null, default);
        string[] lines = Python.RunWith("h5py", Script, folder.File("bbox1_synapses.h5")).Trim().Split('\n');

        Assert.Equal("1 10 raw+pre+cleft [8.0, 8.0, 8.0] {\"mitochondria\":5,\"vesicle\":6,\"cleft\":[7],\"voxel_size_nm\":[8,8,8]} 64", lines[0]);
        using CubeStore store = CubeStore.Open(folder.Path);
        float[] cube = new float[store.CubeLength];
        for (int i = 0; i < store.Count; i++)
        {
            store.Read(i, cube);
            CubeEntry e = store.Entries[i];
            string total = cube.Sum(v => (double)v).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
            string expected = $"{e.Id} (3, 10, 10, 10) uint16 [{e.Center.Z}, {e.Center.Y}, {e.Center.X}] {e.Side} {e.Polarity.ToString().ToLowerInvariant()} {(e.Padded ? 1 : 0)} {total} True True";
            Assert.Contains(expected, lines);
        }
    }
}
