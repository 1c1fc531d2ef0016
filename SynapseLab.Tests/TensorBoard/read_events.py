# Reads an event file with Google's protobuf and prints a line per event: read_events.py FILE.
# The messages are those of tensorflow/core/util/event.proto, framework/summary.proto, tensor.proto and
# tensorboard/plugins/hparams/{plugin_data,api}.proto, cut down to the fields that we write.
import struct
import sys

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory, struct_pb2

F = descriptor_pb2.FieldDescriptorProto
KINDS = {"double": F.TYPE_DOUBLE, "float": F.TYPE_FLOAT, "int": F.TYPE_INT64, "string": F.TYPE_STRING, "bytes": F.TYPE_BYTES, "enum": F.TYPE_INT32}
MESSAGES = {
    "Event": "1 wall_time double, 2 step int, 3 file_version string, 5 summary Summary, 7 session_log SessionLog",
    "SessionLog": "1 status enum",
    "Summary": "1 value Value*",
    "Value": "1 tag string, 2 simple_value float, 4 image Image, 8 tensor Tensor, 9 metadata Metadata",
    "Image": "1 height int, 2 width int, 3 colorspace int, 4 encoded_image_string bytes",
    "Tensor": "1 dtype enum, 2 tensor_shape Shape, 8 string_val bytes*",
    "Shape": "2 dim Dim*",
    "Dim": "1 size int",
    "Metadata": "1 plugin_data PluginData, 4 data_class enum",
    "PluginData": "1 plugin_name string, 2 content bytes",
    "HParams": "1 version int, 2 experiment Experiment, 3 session_start_info Start, 4 session_end_info End",
    "Experiment": "3 time_created_secs double, 4 hparam_infos HParamInfo*, 5 metric_infos MetricInfo*",
    "HParamInfo": "1 name string, 4 type enum",
    "MetricInfo": "1 name MetricName",
    "MetricName": "1 group string, 2 tag string",
    "Start": "1 hparams Entry*, 5 start_time_secs double",
    "Entry": "1 key string, 2 value .google.protobuf.Value",
    "End": "1 status enum, 2 end_time_secs double",
}

file = descriptor_pb2.FileDescriptorProto(name="ours.proto", package="ours", syntax="proto3", dependency=["google/protobuf/struct.proto"])
for name, fields in MESSAGES.items():
    message = file.message_type.add(name=name)
    for number, field, kind in (entry.split() for entry in fields.split(", ")):
        added = message.field.add(name=field, number=int(number), label=F.LABEL_REPEATED if kind.endswith("*") else F.LABEL_OPTIONAL)
        kind = kind.rstrip("*")
        if kind in KINDS:
            added.type = KINDS[kind]
        else:
            added.type, added.type_name = F.TYPE_MESSAGE, kind if kind.startswith(".") else ".ours." + kind

pool = descriptor_pool.Default()
pool.Add(file)
factory = message_factory.MessageFactory(pool)
Event, HParams = (factory.GetPrototype(pool.FindMessageTypeByName("ours." + name)) for name in ("Event", "HParams"))


def plugin(value):
    data = value.metadata.plugin_data
    if data.plugin_name != "hparams":
        dims = [dim.size for dim in value.tensor.tensor_shape.dim]
        return f"{data.plugin_name} {value.metadata.data_class} {value.tensor.dtype} {dims} {[text.decode() for text in value.tensor.string_val]}"
    content = HParams.FromString(data.content)
    if content.HasField("experiment"):
        infos = " ".join(f"{info.name}:{info.type}" for info in content.experiment.hparam_infos)
        return f"{infos} -> {content.experiment.metric_infos[0].name.tag} at {content.experiment.time_created_secs}"
    if content.HasField("session_start_info"):
        start = content.session_start_info
        return " ".join(f"{e.key}={getattr(e.value, e.value.WhichOneof('kind'))}" for e in start.hparams) + f" at {start.start_time_secs}"
    return f"{content.session_end_info.status} at {content.session_end_info.end_time_secs}"


def show(value):
    if value.HasField("image"):
        image = value.image
        return f"{value.tag} {image.height}x{image.width} c{image.colorspace} {image.encoded_image_string[1:4].decode()}"
    return f"{value.tag} " + (plugin(value) if value.HasField("metadata") else str(value.simple_value))


data = open(sys.argv[1], "rb").read()
while data:
    (length,) = struct.unpack("<Q", data[:8])
    event = Event.FromString(data[12:12 + length])
    data = data[16 + length:]
    if event.file_version:
        print(f"v={event.file_version} t={event.wall_time} s={event.step}")
    elif event.HasField("session_log"):
        print(f"start={event.session_log.status} s={event.step}")
    else:
        print(" | ".join(show(value) for value in event.summary.value), f"s={event.step}")
