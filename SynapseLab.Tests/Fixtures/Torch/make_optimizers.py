"""Writes optimizers.json: parameters after each of 6 steps of PyTorch's optimizers on fixed gradients.

Run with a Python that has PyTorch (Debian: python3-torch 1.13.1): python3 make_optimizers.py
"""
import json
import pathlib

import torch

CASES = [
    ("SGD", dict(lr=0.1)),
    ("SGD", dict(lr=0.1, momentum=0.9, weight_decay=0.01)),
    ("SGD", dict(lr=0.1, momentum=0.9, dampening=0.2)),
    ("SGD", dict(lr=0.1, momentum=0.9, nesterov=True)),
    ("Adam", dict(lr=0.01)),
    ("Adam", dict(lr=0.01, weight_decay=0.1, amsgrad=True)),
    ("AdamW", dict(lr=0.01, weight_decay=0.1)),
    ("AdamW", dict(lr=0.01, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.05, amsgrad=True)),
]

generator = torch.Generator().manual_seed(7)
start = torch.randn(24, generator=generator)
gradients = torch.randn(6, 24, generator=generator)

cases = []
for name, settings in CASES:
    parameter = torch.nn.Parameter(start.clone())
    optimizer = getattr(torch.optim, name)([parameter], **settings)
    after = []
    for gradient in gradients:
        parameter.grad = gradient.clone()
        optimizer.step()
        after.append(parameter.detach().tolist())
    cases.append(dict(name=name, settings=settings, after=after))

path = pathlib.Path(__file__).with_name("optimizers.json")
path.write_text(json.dumps(dict(start=start.tolist(), gradients=gradients.tolist(), cases=cases)) + "\n")
