using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace SynapseLab.Torch.Serialization;

/// <summary>
/// Writes values as pickle protocol 2 the way torch.save does: each tensor is a call of torch._utils._rebuild_tensor_v2 on a
/// storage named by a persistent id, whose bytes become the archive's record <c>data/N</c>. Nothing is memoised: no value is
/// written twice, and readers need no memo.
/// </summary>
internal sealed class PickleWriter
{
    private readonly MemoryStream _out = new();
    private readonly List<TensorData> _storages = [];

    /// <summary>Tensors in the order of their records data/0, data/1, ….</summary>
    internal IReadOnlyList<TensorData> Storages => _storages;

    /// <summary>The pickle of one value.</summary>
    internal byte[] Write(object? value)
    {
        Op(PickleOpcode.Proto);
        _out.WriteByte(2);
        Value(value);
        Op(PickleOpcode.Stop);
        return _out.ToArray();
    }

    private void Value(object? value)
    {
        switch (value)
        {
            case null: Op(PickleOpcode.None); break;
            case bool flag: Op(flag ? PickleOpcode.NewTrue : PickleOpcode.NewFalse); break;
            case int number: Integer(number); break;
            case long number: Integer(number); break;
            case float number: Float(number); break;
            case double number: Float(number); break;
            case string text: Text(text); break;
            case TensorData tensor: Tensor(tensor); break;
            case TorchDictionary dictionary: Dictionary(dictionary); break;
            case IReadOnlyList<object?> list: List(list); break;
            default: throw new ArgumentException($"Expected null, bool, int, float, string, tensor, dictionary or list, got {value.GetType()}.", nameof(value));
        }
    }

    private void Dictionary(TorchDictionary dictionary)
    {
        if (dictionary.IsOrderedDict)
        {
            EmptyOrderedDict();
        }
        else
        {
            Op(PickleOpcode.EmptyDict);
        }

        Op(PickleOpcode.Mark);
        foreach (var (key, value) in dictionary)
        {
            Value(key);
            Value(value);
        }

        Op(PickleOpcode.SetItems);
    }

    private void List(IReadOnlyList<object?> list)
    {
        Op(PickleOpcode.EmptyList);
        Op(PickleOpcode.Mark);
        foreach (object? item in list)
        {
            Value(item);
        }

        Op(PickleOpcode.Appends);
    }

    /// <summary>_rebuild_tensor_v2(storage, offset, size, stride, requires_grad, backward_hooks).</summary>
    private void Tensor(TensorData tensor)
    {
        Global("torch._utils", "_rebuild_tensor_v2");
        Op(PickleOpcode.Mark);
        Storage(tensor);
        Integer(0);
        LongTuple(tensor.Shape);
        LongTuple(Strides.Contiguous(tensor.Shape));
        Op(PickleOpcode.NewFalse);
        EmptyOrderedDict();
        Op(PickleOpcode.Tuple);
        Op(PickleOpcode.Reduce);
    }

    /// <summary>The persistent id ('storage', type, record, device, element count).</summary>
    private void Storage(TensorData tensor)
    {
        Op(PickleOpcode.Mark);
        Text("storage");
        Global("torch", tensor.ElementType.StorageName());
        Text(_storages.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Text("cpu");
        Integer(tensor.Count);
        Op(PickleOpcode.Tuple);
        Op(PickleOpcode.BinPersId);
        _storages.Add(tensor);
    }

    private void EmptyOrderedDict()
    {
        Global("collections", "OrderedDict");
        Op(PickleOpcode.EmptyTuple);
        Op(PickleOpcode.Reduce);
    }

    private void LongTuple(IReadOnlyList<long> values)
    {
        Op(PickleOpcode.Mark);
        foreach (long value in values)
        {
            Integer(value);
        }

        Op(PickleOpcode.Tuple);
    }

    private void Integer(long value)
    {
        if (value is >= int.MinValue and <= int.MaxValue)
        {
            Span<byte> four = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(four, (int)value);
            Op(PickleOpcode.BinInt);
            _out.Write(four);
            return;
        }

        byte[] digits = new BigInteger(value).ToByteArray(); // two's complement, little-endian, as LONG1 wants
        Op(PickleOpcode.Long1);
        _out.WriteByte((byte)digits.Length);
        _out.Write(digits);
    }

    private void Float(double value)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(eight, value); // the one big-endian number of the format
        Op(PickleOpcode.BinFloat);
        _out.Write(eight);
    }

    private void Text(string value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, utf8.Length);
        Op(PickleOpcode.BinUnicode);
        _out.Write(length);
        _out.Write(utf8);
    }

    private void Global(string module, string name)
    {
        Op(PickleOpcode.Global);
        _out.Write(Encoding.ASCII.GetBytes($"{module}\n{name}\n"));
    }

    private void Op(PickleOpcode opcode) => _out.WriteByte((byte)opcode);
}
