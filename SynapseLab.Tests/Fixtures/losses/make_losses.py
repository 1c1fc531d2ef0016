"""Writes losses.json: NT-Xent and both InfoNCE losses of PyTorch (its own cross_entropy) with their gradients, float64, on fixed rows.

Run with a Python that has PyTorch (Debian: python3-torch 1.13.1): python3 make_losses.py
"""
import json
import pathlib

import torch
from torch.nn.functional import cross_entropy, normalize


def nt_xent(a, b, t):
    n = len(a)
    z = normalize(torch.cat([a, b]))
    logits = (z @ z.T / t).masked_fill(torch.eye(2 * n, dtype=torch.bool), float("-inf"))
    return cross_entropy(logits, torch.arange(2 * n).roll(n))


def info_nce_over_batch(q, k, t):
    return 2 * t * cross_entropy(normalize(q) @ normalize(k).T / t, torch.arange(len(q)))


def info_nce_over_queue(q, k, t):
    q, k, queue = normalize(q), normalize(k[: len(q)]), normalize(k.flip(0) + 0.5)
    logits = torch.cat([(q * k).sum(1, keepdim=True), q @ queue.T], 1) / t
    return cross_entropy(logits, torch.zeros(len(q), dtype=torch.long))


generator = torch.Generator().manual_seed(5)
cases = []
for loss in (nt_xent, info_nce_over_batch, info_nce_over_queue):
    for n, d, t in ((2, 3, 0.07), (6, 4, 0.1), (5, 8, 1.0)):
        first, second = (torch.randn(n, d, generator=generator, dtype=torch.float64).requires_grad_() for _ in range(2))
        value = loss(first, second, t)
        value.backward()
        cases.append(dict(
            loss=loss.__name__, rows=n, temperature=t, first=first.flatten().tolist(), second=second.flatten().tolist(),
            value=value.item(), first_gradient=first.grad.flatten().tolist(), second_gradient=second.grad.flatten().tolist()))

path = pathlib.Path(__file__).with_name("losses.json")
path.write_text(json.dumps(dict(torch=torch.__version__, cases=cases)) + "\n")
