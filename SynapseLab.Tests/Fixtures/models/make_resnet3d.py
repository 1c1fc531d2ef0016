"""Writes resnet3d.json beside this file: names, shapes and features of the 3D ResNets in plain PyTorch (torch 1.13).

Weights and input follow formulas that the test repeats, so that the fixture holds only names and features. The networks and
formulas are also those of make_backbones.py.
"""
import json, math, os
import torch
from torch import nn


class Basic(nn.Module):
    expansion = 1

    def __init__(self, cin, width, stride, norm):
        super().__init__()
        self.conv1 = nn.Conv3d(cin, width, 3, stride, 1, bias=False)
        self.bn1 = norm(width)
        self.conv2 = nn.Conv3d(width, width, 3, 1, 1, bias=False)
        self.bn2 = norm(width)
        if stride != 1 or cin != width:
            self.downsample = nn.Sequential(nn.Conv3d(cin, width, 1, stride, bias=False), norm(width))

    def forward(self, x):
        shortcut = self.downsample(x) if hasattr(self, "downsample") else x
        y = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
        return torch.relu(y + shortcut)


class Bottle(nn.Module):
    expansion = 4

    def __init__(self, cin, width, stride, norm):
        super().__init__()
        self.conv1 = nn.Conv3d(cin, width, 1, bias=False)
        self.bn1 = norm(width)
        self.conv2 = nn.Conv3d(width, width, 3, stride, 1, bias=False)
        self.bn2 = norm(width)
        self.conv3 = nn.Conv3d(width, 4 * width, 1, bias=False)
        self.bn3 = norm(4 * width)
        if stride != 1 or cin != 4 * width:
            self.downsample = nn.Sequential(nn.Conv3d(cin, 4 * width, 1, stride, bias=False), norm(4 * width))

    def forward(self, x):
        shortcut = self.downsample(x) if hasattr(self, "downsample") else x
        y = torch.relu(self.bn1(self.conv1(x)))
        y = torch.relu(self.bn2(self.conv2(y)))
        return torch.relu(self.bn3(self.conv3(y)) + shortcut)


class ResNet(nn.Module):
    def __init__(self, depth, stem, width, channels=3, norm=nn.BatchNorm3d, pools=True):
        super().__init__()
        block, blocks = {18: (Basic, [2, 2, 2, 2]), 34: (Basic, [3, 4, 6, 3]), 50: (Bottle, [3, 4, 6, 3])}[depth]
        if stem == "r3d":
            self.conv1 = nn.Conv3d(channels, width, (3, 7, 7), (1, 2, 2), (1, 3, 3), bias=False)
        else:
            self.conv1 = nn.Conv3d(channels, width, 7, 2, 3, bias=False)
        self.bn1 = norm(width)
        self.pool = nn.MaxPool3d(3, 2, 1) if stem == "k7s2" and pools else nn.Identity()
        cin = width
        for i, count in enumerate(blocks):
            layers = []
            for j in range(count):
                layers.append(block(cin, width << i, 2 if i > 0 and j == 0 else 1, norm))
                cin = (width << i) * block.expansion
            setattr(self, f"layer{i + 1}", nn.Sequential(*layers))

    def forward(self, x):
        x = self.pool(torch.relu(self.bn1(self.conv1(x))))
        for i in range(4):
            x = getattr(self, f"layer{i + 1}")(x)
        return x.mean(dim=(2, 3, 4))


def wave(count, phase):
    return torch.sin(0.7 * torch.arange(count, dtype=torch.float64) + phase)


def fill(net):
    state = net.state_dict()
    for k, (name, tensor) in enumerate(state.items()):
        values = wave(tensor.numel(), k).view(tensor.shape)
        if name.endswith("num_batches_tracked"):
            values = torch.zeros_like(tensor)
        elif name.endswith("running_var") or tensor.dim() == 1 and name.endswith("weight"):
            values = 1 + 0.3 * values
        elif tensor.dim() == 1:
            values = 0.1 * values
        else:
            values = 0.3 * values * math.sqrt(2 / tensor[0].numel())  # 0.3 keeps features near 1 with these statistics
        tensor.copy_(values)


if __name__ == "__main__":
    cases = []
    for depth, stem, pools in [(18, "r3d", True), (18, "k7s2", True), (34, "r3d", True), (50, "k7s2", True), (50, "r3d", True),
                               (34, "k7s2", True), (18, "k7s2", False), (34, "k7s2", False), (50, "k7s2", False)]:
        net = ResNet(depth, stem, width=4, pools=pools)
        fill(net)
        x = (0.5 + 0.5 * wave(2 * 3 * 16 ** 3, 0.5)).view(2, 3, 16, 16, 16).float()
        with torch.no_grad():
            evaluated = net.eval()(x)
            trained = net.double().train()(x.double()) # batch norm over a few values: in float32 the third digit hangs on the order of sums
        state = ResNet(depth, stem, width=4).state_dict()
        cases.append({
            "depth": depth, "stem": stem, "pools": pools,
            "parameters": sum(p.numel() for p in ResNet(depth, stem, width=64).parameters()),
            "names": [f"{name} {list(tensor.shape)}" for name, tensor in state.items()] if depth == 18 and stem == "r3d" or depth == 50 and stem == "k7s2" and pools else None,
            "eval": [round(v, 7) for v in evaluated.flatten().tolist()], # With stem k7s2 the last stage has one voxel: batch norm over 2 values has no stable figures.
            "train": [round(v, 7) for v in trained.flatten().tolist()] if stem == "r3d" else None,
        })

    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "resnet3d.json"), "w") as file:
        json.dump(cases, file)
        file.write("\n")
