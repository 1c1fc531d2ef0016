"""Writes backbones.json beside this file: names, counts and features of VGG3D, of networks with GroupNorm, of torchvision's
r3d_18 itself and of projection heads (torch 1.13, torchvision 0.14). Weights and input follow the formulas of make_resnet3d.py.
"""
import json, os
import torch
from torch import nn
from torchvision.models.video import r3d_18
from make_resnet3d import ResNet, fill, wave


def group(channels):
    size = next(size for size in (8, 4, 2, 1) if channels % size == 0)
    return nn.GroupNorm(channels // size, channels)


class Vgg3d(nn.Module):
    def __init__(self, channels=1, width=24, classes=0, side=80, norm=nn.BatchNorm3d):
        super().__init__()
        layers, cin = [], channels
        for stage, convolutions in enumerate((4, 2, 2, 2)):
            for _ in range(convolutions):
                layers += [nn.Conv3d(cin, width << stage, 3, padding=1), norm(width << stage), nn.ReLU()]
                cin = width << stage
            layers.append(nn.MaxPool3d(2))
        self.features = nn.Sequential(*layers)
        if classes:
            self.classifier = nn.Sequential(
                nn.Linear(cin * (side // 16) ** 3, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, 4096), nn.ReLU(), nn.Dropout(), nn.Linear(4096, classes))

    def maps(self, x, layer=-1):
        return self.features(x) if layer == -1 else self.features[:layer + 1](x)


def pool(maps, pooling):
    if pooling == "avg":
        return maps.mean((2, 3, 4))
    if pooling == "max":
        return maps.flatten(2).max(2).values
    if pooling == "avg+max":
        return torch.cat([pool(maps, "avg"), pool(maps, "max")], 1)
    if pooling == "flatten":
        return maps.flatten(1)
    return torch.cat([nn.AdaptiveMaxPool3d(level)(maps).flatten(1) for level in (1, 2, 4)], 1)


def cubes(count, channels, side):
    return (0.5 + 0.5 * wave(count * channels * side ** 3, 0.5)).view(count, channels, side, side, side).float()


def rounded(tensor):
    return [round(v, 6) for v in tensor.flatten().tolist()]


def names(net):
    return [f"{name} {list(tensor.shape)}" for name, tensor in net.state_dict().items()]


def count(module):
    return sum(p.numel() for p in module.parameters())


torch.set_grad_enabled(False)
vgg = Vgg3d(classes=7)
counts = {"features": count(vgg.features), "classifier": count(vgg.classifier)}

vgg3d = []
for width, channels, side, layer, pooling, norm, signed in [
        (24, 1, 32, 20, "avg", "batch", False), (24, 1, 32, -1, "avg", "batch", False), (24, 1, 32, -1, "avg", "batch", True),
        (4, 1, 48, -1, "max", "batch", False), (4, 1, 48, -1, "avg+max", "batch", False), (4, 1, 64, -1, "spp", "batch", False),
        (4, 1, 32, 20, "spp", "batch", False), (4, 1, 32, -1, "flatten", "batch", False), (8, 3, 32, -1, "avg", "group", True)]:
    net = Vgg3d(channels, width, norm=group if norm == "group" else nn.BatchNorm3d)
    fill(net)
    x = cubes(1, channels, side)
    if signed:
        x[:, 0] = 2 * x[:, 0] - 1
    vgg3d.append({"width": width, "channels": channels, "side": side, "layer": layer, "pooling": pooling, "norm": norm, "signed": signed,
                  "names": names(net) if width != 4 and not (layer == -1 and norm == "batch") else None,
                  "features": rounded(pool(net.eval().maps(x, layer), pooling))})

classifying = Vgg3d(1, 2, classes=5, side=16)
fill(classifying)
classes = classifying.eval().classifier(classifying.maps(cubes(2, 1, 16)).flatten(1))

resnets = []
for depth, stem, pooling in [(18, "r3d", "avg"), (50, "k7s2", "avg"), (18, "r3d", "spp")]:
    net = ResNet(depth, stem, width=8 if pooling == "avg" else 2, norm=group)
    fill(net)
    x = cubes(2, 3, 32)
    maps = net.pool(torch.relu(net.bn1(net.conv1(x))))
    for i in range(4):
        maps = getattr(net, f"layer{i + 1}")(maps)
    resnets.append({"depth": depth, "stem": stem, "width": 8 if pooling == "avg" else 2, "pooling": pooling,
                    "names": names(net) if depth == 18 and pooling == "avg" else None, "features": rounded(pool(maps, pooling))})

torchvision = r3d_18(num_classes=3)
fill(torchvision)
torchvision.fc = nn.Identity()
features = torchvision.eval()(cubes(1, 3, 16))
named = r3d_18(num_classes=3)

heads = []
for layers in (2, 3):
    parts = []
    for i in range(layers - 1):
        parts += [nn.Linear(6 if i == 0 else 5, 5, bias=False), nn.BatchNorm1d(5), nn.ReLU()]
    head = nn.Module()
    head.layers = nn.Sequential(*parts, nn.Linear(5, 4))
    fill(head)
    x = (0.5 + 0.5 * wave(3 * 6, 0.5)).view(3, 6).float()
    heads.append({"layers": layers, "names": names(head), "eval": rounded(head.eval().layers(x)), "train": rounded(head.train().layers(x))})

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "backbones.json"), "w") as file:
    json.dump({"counts": counts, "vgg3d": vgg3d, "classes": rounded(classes), "resnets": resnets, "heads": heads,
               "torchvision": {"parameters": count(torchvision), "names": names(named), "features": rounded(features)}}, file)
    file.write("\n")
