namespace SynapseLab.Engine.TensorBoard;

/// <summary>One tagged value of a summary: Summary.Value of tensorflow/core/framework/summary.proto (tag = 1).</summary>
/// <param name="Message">The message Summary.Value.</param>
internal sealed record SummaryValue(ProtoMessage Message)
{
    private const int TensorClass = 2; // DATA_CLASS_TENSOR of summary.proto
    private const int StringType = 7;  // DT_STRING of types.proto
    private const int SingleType = 1;  // DT_FLOAT

    /// <summary>A point of a curve; simple_value = 2, a float, so that large numbers keep about seven digits.</summary>
    internal static SummaryValue Scalar(string tag, double value) => new(Tagged(tag).Single(2, (float)value));

    /// <summary>A picture; image = 4 with height = 1, width = 2, colorspace = 3 (1 grey, 3 RGB), encoded_image_string = 4.</summary>
    internal static SummaryValue Image(string tag, PngImage image) => new(Tagged(tag).Message(
        4, new ProtoMessage().Whole(1, image.Height).Whole(2, image.Width).Whole(3, image.Channels).Bytes(4, image.Encode())));

    /// <summary>A text in Markdown, shown by the plugin "text"; tensor = 8 with dtype = 1, tensor_shape = 2, string_val = 8 (tensor.proto).</summary>
    internal static SummaryValue Text(string tag, string markdown) => new(Tagged(tag)
        .Message(8, new ProtoMessage().Whole(1, StringType).Message(2, Shape(1)).Text(8, markdown))
        .Message(9, Metadata("text", [])));

    /// <summary>What a plugin keeps in the metadata of a tag; its tensor is empty.</summary>
    internal static SummaryValue PluginData(string tag, string plugin, ProtoMessage content) => new(Tagged(tag)
        .Message(8, new ProtoMessage().Whole(1, SingleType).Message(2, Shape(0)))
        .Message(9, Metadata(plugin, content.ToArray())));

    private static ProtoMessage Tagged(string tag) => new ProtoMessage().Text(1, tag);

    /// <summary>TensorShapeProto of one axis: dim = 2 with size = 1 (tensor_shape.proto).</summary>
    private static ProtoMessage Shape(long size) => new ProtoMessage().Message(2, new ProtoMessage().Whole(1, size));

    /// <summary>SummaryMetadata: plugin_data = 1 with plugin_name = 1 and content = 2; data_class = 4.</summary>
    private static ProtoMessage Metadata(string plugin, byte[] content) => new ProtoMessage()
        .Message(1, new ProtoMessage().Text(1, plugin).Bytes(2, content))
        .Whole(4, TensorClass);
}
