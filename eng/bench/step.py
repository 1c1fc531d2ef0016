"""PyTorch's side of `SynapseLab.Benchmarks step`: one SimCLR training step of a 3D ResNet-18 for each line read.

usage: step.py WIDTH CUBE BATCH PRECISION THREADS; prints the seconds of each step.
"""
import sys, time
import torch
from torch import nn
import torch.nn.functional as F

width, cube, batch, precision, threads = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], int(sys.argv[5])
torch.set_num_threads(threads)
torch.manual_seed(1)


class Block(nn.Module):
    def __init__(self, cin, cout, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv3d(cin, cout, 3, stride, 1, bias=False), nn.BatchNorm3d(cout)
        self.conv2, self.bn2 = nn.Conv3d(cout, cout, 3, 1, 1, bias=False), nn.BatchNorm3d(cout)
        self.down = None
        if stride != 1 or cin != cout:
            self.down = nn.Sequential(nn.Conv3d(cin, cout, 1, stride, bias=False), nn.BatchNorm3d(cout))

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)), inplace=True)
        y = self.bn2(self.conv2(y))
        y += x if self.down is None else self.down(x)
        return F.relu(y, inplace=True)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        layers = [nn.Conv3d(3, width, (3, 7, 7), (1, 2, 2), (1, 3, 3), bias=False), nn.BatchNorm3d(width), nn.ReLU(inplace=True)]
        cin = width
        for stage in range(4):
            for block in range(2):
                layers.append(Block(cin, width << stage, 2 if stage > 0 and block == 0 else 1))
                cin = width << stage
        self.backbone = nn.Sequential(*layers)
        self.head = nn.Sequential(nn.Linear(cin, 512, bias=False), nn.BatchNorm1d(512), nn.ReLU(inplace=True), nn.Linear(512, 128))

    def forward(self, x):
        return self.head(self.backbone(x).mean(dim=(2, 3, 4)))


def nt_xent(z1, z2, temperature):
    n = z1.shape[0]
    z = F.normalize(torch.cat([z1, z2]).float(), dim=1)
    similarity = z @ z.t() / temperature
    others = similarity.masked_fill(torch.eye(2 * n, dtype=torch.bool), float("-inf")).logsumexp(1)
    return others.mean() - similarity.diagonal(n).mean()


net = Net()
decay = [p for p in net.parameters() if p.dim() > 1]
rest = [p for p in net.parameters() if p.dim() == 1]
optimizer = torch.optim.AdamW([{"params": decay, "weight_decay": 1e-4}, {"params": rest, "weight_decay": 0}], lr=1e-3)
cubes = torch.rand(batch, 3, cube, cube, cube)


def step():
    views = torch.cat([cubes.clamp(0, 1), cubes.clamp(0, 1)])
    optimizer.zero_grad(set_to_none=True)
    with torch.cpu.amp.autocast(enabled=precision == "bfloat16", dtype=torch.bfloat16):
        z = net(views)
        with torch.cpu.amp.autocast(enabled=False):
            loss = nt_xent(z[:batch], z[batch:], 0.07)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 10.0)
    optimizer.step()
    return loss.item()


for _ in sys.stdin:
    start = time.perf_counter()
    step()
    print(time.perf_counter() - start, flush=True)
