"""PyTorch's side of `SynapseLab.Benchmarks caching`: one SimCLR training step of a 3D ResNet-18 for each line read, whole or with
gradient caching (Gao et al. 2021, https://arxiv.org/abs/2101.06983).

usage: caching.py DEVICE WIDTH CUBE BATCH MICRO PRECISION THREADS LAYOUT WEIGHTS; prints "ready …", then "step SECONDS LOSS GRADIENT_NORM" for
each line or "memory" where there is too little, and "peak BYTES" at the end.
"""
import resource
import sys
import time
import torch
from torch import nn
import torch.nn.functional as F

device = torch.device(sys.argv[1])
width, cube, batch, micro = (int(word) for word in sys.argv[2:6])
precision, threads, layout, weights = sys.argv[6], int(sys.argv[7]), sys.argv[8], sys.argv[9]
gpu = device.type == "cuda"
torch.set_num_threads(threads)


class Block(nn.Module):
    def __init__(self, cin, cout, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv3d(cin, cout, 3, stride, 1, bias=False), nn.BatchNorm3d(cout)
        self.conv2, self.bn2 = nn.Conv3d(cout, cout, 3, 1, 1, bias=False), nn.BatchNorm3d(cout)
        self.downsample = None
        if stride != 1 or cin != cout:
            self.downsample = nn.Sequential(nn.Conv3d(cin, cout, 1, stride, bias=False), nn.BatchNorm3d(cout))

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)), inplace=True)
        y = self.bn2(self.conv2(y))
        y += x if self.downsample is None else self.downsample(x)
        return F.relu(y, inplace=True)


class Backbone(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv3d(3, width, (3, 7, 7), (1, 2, 2), (1, 3, 3), bias=False)
        self.bn1 = nn.BatchNorm3d(width)
        for stage in range(4):
            cin, cout = width << max(0, stage - 1), width << stage
            self.add_module(f"layer{stage + 1}", nn.Sequential(Block(cin, cout, 2 if stage else 1), Block(cout, cout, 1)))

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)), inplace=True)
        return self.layer4(self.layer3(self.layer2(self.layer1(x)))).mean(dim=(2, 3, 4))


class Head(nn.Module):
    def __init__(self, cin, hidden, cout):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(cin, hidden, bias=False), nn.BatchNorm1d(hidden), nn.ReLU(inplace=True), nn.Linear(hidden, cout))

    def forward(self, x):
        return self.layers(x)


class Net(nn.Module):
    def __init__(self, state):
        super().__init__()
        self.backbone = Backbone()
        (hidden, cin), (cout, _) = state["projection.layers.0.weight"].shape, state["projection.layers.3.weight"].shape
        self.projection = Head(cin, hidden, cout)
        self.load_state_dict(state)

    def forward(self, x):
        return self.projection(self.backbone(x))


def unit(i):
    """Whole numbers to [0, 1), by the same arithmetic as OwnSide.Cubes."""
    x = ((i + 1) * 0x9E3779B1) & 0xFFFFFFFF
    x = ((x ^ (x >> 15)) * 0x85EBCA6B) & 0xFFFFFFFF
    return (x ^ (x >> 13)).double() / 4294967296.0


def make_cubes():
    length = 3 * cube**3
    cubes = [(0.2 + 0.8 * unit(torch.tensor(n))) * unit(torch.arange(n * length, (n + 1) * length)) for n in range(batch)]
    return torch.stack([values.float() for values in cubes]).view(batch, 3, cube, cube, cube)


def nt_xent(z1, z2, temperature=0.07):
    n = z1.shape[0]
    z = F.normalize(torch.cat([z1, z2]).float(), dim=1)
    similarity = z @ z.t() / temperature
    others = similarity.masked_fill(torch.eye(2 * n, dtype=torch.bool, device=z.device), float("-inf")).logsumexp(1)
    return others.mean() - similarity.diagonal(n).mean()


def autocast():
    if precision == "float32":
        return torch.autocast(device.type, dtype=torch.bfloat16, enabled=False)
    return torch.autocast(device.type, dtype=getattr(torch, precision))


def encode(views):
    with autocast():
        return net(views)


def backward_whole(first, second, scale):
    z = encode(torch.cat([first, second]))
    loss = nt_xent(z[:batch], z[batch:])
    (loss * scale).backward()
    return loss


def backward_cached(first, second, scale):
    parts = [torch.cat([first[i : i + micro], second[i : i + micro]]) for i in range(0, batch, micro)]
    buffers = [buffer.clone() for buffer in net.buffers()]
    with torch.no_grad():
        z = [encode(part) for part in parts]
        for buffer, before in zip(net.buffers(), buffers):  # running statistics take the second pass only
            buffer.copy_(before)
    z = [part.detach().requires_grad_() for part in z]
    loss = nt_xent(torch.cat([part[:micro] for part in z]), torch.cat([part[micro:] for part in z]))
    (loss * scale).backward()
    for part, leaf in zip(parts, z):
        encode(part).backward(leaf.grad)
    return loss


def step(cubes):
    x = cubes.pin_memory().to(device, non_blocking=True) if gpu else cubes
    second = x.clone()
    second[:, :1] *= 0.7
    optimizer.zero_grad(set_to_none=True)
    scale = 65536.0 if precision == "float16" else 1.0
    loss = (backward_whole if micro == batch else backward_cached)(x, second, scale)
    if scale != 1:
        for parameter in net.parameters():
            parameter.grad /= scale
    norm = torch.nn.utils.clip_grad_norm_(net.parameters(), 10.0)
    loss, norm = loss.item(), norm.item()
    if scale == 1 or norm < float("inf"):
        optimizer.step()
    if gpu:
        torch.cuda.synchronize(device)
    return loss, norm


torch.zeros(1, device=device)  # what the libraries take is not the step's
with open("/proc/self/clear_refs", "w") as peak:
    peak.write("5")  # the kernel's peak begins anew (man 5 proc)
with open("/proc/self/statm") as pages:
    before = int(pages.read().split()[1]) * resource.getpagesize()

net = Net(torch.load(weights, map_location="cpu")).to(device).train()
if layout == "channels-last":
    net = net.to(memory_format=torch.channels_last_3d)
decay = [p for p in net.parameters() if p.dim() > 1]
rest = [p for p in net.parameters() if p.dim() == 1]
optimizer = torch.optim.AdamW([{"params": decay, "weight_decay": 1e-4}, {"params": rest, "weight_decay": 0}], lr=1e-3)
name = torch.cuda.get_device_name(device) if gpu else "CPU"
print(f"ready PyTorch {torch.__version__}, {name}", flush=True)

values = make_cubes()
torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = False  # the first step is compared number by number
try:
    for _ in sys.stdin:
        start = time.perf_counter()
        loss, norm = step(values)
        print("step", time.perf_counter() - start, loss, norm if norm < float("inf") else "NaN", flush=True)
        torch.backends.cudnn.allow_tf32 = torch.backends.cuda.matmul.allow_tf32 = True
except RuntimeError as error:
    if "out of memory" not in str(error) and "can't allocate memory" not in str(error):
        raise
    print("memory", flush=True)
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
print("peak", torch.cuda.max_memory_allocated(device) if gpu else grown)
