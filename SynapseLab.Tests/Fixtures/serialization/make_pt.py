"""Writes the .pt and .safetensors fixtures beside this file (torch 1.13)."""
import collections, json, os, pickle, struct, zipfile
import torch

here = os.path.dirname(os.path.abspath(__file__))
path = lambda name: os.path.join(here, name)

layer = torch.nn.BatchNorm3d(2)
shared = torch.arange(12, dtype=torch.float32)
torch.save({
    "model_state_dict": layer.state_dict(),
    "dtypes": {
        "float32": torch.tensor([1.5, -2.0]), "float64": torch.tensor([0.1], dtype=torch.float64),
        "float16": torch.tensor([0.5], dtype=torch.float16), "bfloat16": torch.tensor([1.0], dtype=torch.bfloat16),
        "int64": torch.tensor([2**40]), "int32": torch.tensor([-7], dtype=torch.int32),
        "uint8": torch.tensor([255], dtype=torch.uint8), "bool": torch.tensor([True, False]),
    },
    "transposed": shared.view(3, 4).t(), "slice": shared[5:8], "scalar": torch.tensor(3.0), "empty": torch.zeros(0, 4),
    "parameter": torch.nn.Parameter(torch.ones(2)),
    "epoch": 3, "large": 2**40, "negative": -70000, "rate": 1e-3, "text": "Synapse µ", "none": None, "flag": True,
    "list": [1, 2.5, "x", [None]], "state": {0: {"step": torch.tensor(4.0)}},
}, path("checkpoint.pt"))

# As MedicalNet and 3D-ResNets were published; "tied" shares the storage of "shared", "none" has no elements.
torch.save({
    "epoch": 3, "arch": "resnet-18",
    "state_dict": collections.OrderedDict([
        ("module.weight", torch.arange(6, dtype=torch.float32).view(2, 3)), ("module.shared", shared[5:8]), ("module.tied", shared.view(3, 4).t()),
        ("module.count", torch.tensor(2**40)), ("module.half", torch.tensor([0.5], dtype=torch.float16)), ("module.none", torch.zeros(0, 4))]),
}, path("legacy.pt"), _use_new_zipfile_serialization=False)
pickle.dump({"x": 1}, open(path("plain.pickle"), "wb"), protocol=2)

# A pickle that would run a command: cposix\nsystem\n(X..t R .
evil = b"\x80\x02cposix\nsystem\n(X\x04\x00\x00\x00true\x74R."
with zipfile.ZipFile(path("evil.pt"), "w", zipfile.ZIP_STORED) as archive:
    archive.writestr("archive/data.pkl", evil)
    archive.writestr("archive/version", "3\n")

header = json.dumps({"__metadata__": {"who": "script"}, "b": {"dtype": "I64", "shape": [1], "data_offsets": [8, 16]},
                     "a": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]}}).encode()
with open(path("two.safetensors"), "wb") as file:
    file.write(struct.pack("<Q", len(header)) + header + struct.pack("<ffq", 1.0, -2.5, 9))
