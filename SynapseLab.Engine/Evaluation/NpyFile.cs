using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace SynapseLab.Engine.Evaluation;

/// <summary>NumPy's array file, version 1.0, little-endian float32 matrices in C order (numpy.lib.format).</summary>
public static partial class NpyFile
{
    private const int Alignment = 64;
    private static readonly byte[] s_magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Writes (rows, cols) values; an existing file is replaced only when the new one is whole.</summary>
    public static void Write(string path, ReadOnlySpan<float> values, int rows, int cols)
    {
        if (values.Length != (long)rows * cols)
        {
            throw new EngineException($"An array of {rows} × {cols} needs {(long)rows * cols} values, but {values.Length} came.");
        }
        // {'descr': '<f4', 'fortran_order': False, 'shape': (509, 512), }   \n
        string header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({rows}, {cols}), }}";
        int unpadded = s_magic.Length + 2 + header.Length + 1;
        header = header.PadRight(header.Length + ((Alignment - (unpadded % Alignment)) % Alignment)) + "\n";
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        byte[] bytes = [.. s_magic, .. length, .. Encoding.ASCII.GetBytes(header), .. MemoryMarshal.AsBytes(values)];
        WholeFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>Reads such a file.</summary>
    /// <returns>Values (rows, cols) row-major.</returns>
    /// <exception cref="EngineException">No NumPy file, another version or type, Fortran order, not two axes, or truncated.</exception>
    public static (float[] Values, int Rows, int Cols) Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < 10 || !bytes.AsSpan(0, 8).SequenceEqual(s_magic))
        {
            throw new EngineException($"{path} is no NumPy array file of version 1.0; save it with numpy.save.");
        }
        int start = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        string header = start <= bytes.Length ? Encoding.ASCII.GetString(bytes, 10, start - 10) : "";
        Match shape = MatrixShape().Match(header);
        if (!shape.Success || !header.Contains("'<f4'") || !header.Contains("'fortran_order': False")
            || !int.TryParse(shape.Groups[1].Value, out int rows) || !int.TryParse(shape.Groups[2].Value, out int cols))
        {
            throw new EngineException($"{path} must hold a float32 matrix in C order, but its header says {header.Trim()}; convert it with astype('float32').");
        }
        if (bytes.Length - start != (long)rows * cols * sizeof(float))
        {
            throw new EngineException($"{path} must hold {(long)rows * cols * sizeof(float)} bytes of {rows} × {cols} values, but holds {bytes.Length - start}; it is truncated or damaged.");
        }
        return (MemoryMarshal.Cast<byte, float>(bytes.AsSpan(start)).ToArray(), rows, cols);
    }

    [GeneratedRegex(@"'shape': \((\d+), (\d+)\)")]
    private static partial Regex MatrixShape();
}
