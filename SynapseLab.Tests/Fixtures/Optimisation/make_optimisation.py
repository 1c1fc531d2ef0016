"""Writes lars.json (LARS written out from its formula) and schedules.json (PyTorch's schedulers, step by step).

Run with a Python that has PyTorch (Debian: python3-torch 1.13.1): python3 make_optimisation.py
"""
import json
import math
import pathlib

import torch
from torch.optim import lr_scheduler

FOLDER = pathlib.Path(__file__).parent


def lars(rates, weight_decay, momentum=0.9, trust=0.001):
    """Three parameters: a matrix, a matrix that begins at zero (its ratio is 1), and a bias (no decay, no ratio)."""
    generator = torch.Generator().manual_seed(11)
    parameters = [torch.randn(4, 6, generator=generator), torch.zeros(2, 3), torch.randn(6, generator=generator)]
    start = [p.flatten().tolist() for p in parameters]
    velocities = [torch.zeros_like(p) for p in parameters]
    gradients, after = [], []
    for rate in rates:
        drawn = [torch.randn(p.shape, generator=generator) for p in parameters]
        gradients.append([g.flatten().tolist() for g in drawn])
        for p, g, v in zip(parameters, drawn, velocities):
            direction, ratio = g, 1.0
            if p.dim() > 1:
                direction = g + weight_decay * p
                weight_norm = math.sqrt(sum(x * x for x in p.flatten().tolist()))
                norm = math.sqrt(sum(x * x for x in direction.flatten().tolist()))
                ratio = trust * weight_norm / norm if weight_norm > 0 and norm > 0 else 1.0
            v.mul_(momentum).add_(rate * ratio * direction)
            p.sub_(v)
        after.append([p.flatten().tolist() for p in parameters])
    return dict(
        shapes=[list(p.shape) for p in parameters], rates=rates, weight_decay=weight_decay, start=start, gradients=gradients, after=after)


def rates(make, steps, warmup, losses=None, steps_per_epoch=4):
    """Rates of each step as a share of the peak, 1; a plateau hears a loss at the end of each epoch that ends after the warm-up."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=1.0)
    if losses is not None:
        plateau = make(optimizer)
        seen = []
        for step in range(steps):
            share = (step + 1) / warmup if step < warmup else 1
            seen.append(optimizer.param_groups[0]["lr"] * share)
            optimizer.step()
            if (step + 1) % steps_per_epoch == 0 and step + 1 > warmup:
                plateau.step(losses[step // steps_per_epoch])
        return seen
    after = make(optimizer)
    if warmup > 0:
        rising = lr_scheduler.LinearLR(optimizer, start_factor=1 / warmup, end_factor=1.0, total_iters=max(1, warmup - 1))
    seen = []
    for step in range(steps):
        if step >= warmup:
            seen.append(after.get_last_lr()[0])
            optimizer.step()
            after.step()
        else:
            seen.append(rising.get_last_lr()[0])
            optimizer.step()
            if step + 1 < warmup:
                rising.step()
            else:
                for group in optimizer.param_groups:  # the warm-up is over: the other scheduler begins at the peak
                    group["lr"] = 1.0
    return seen


STEPS = 40
LOSSES = [3.0, 2.5, 2.5, 2.6, 2.49999, 2.2, 2.3, 2.3, 2.3, 2.3]
MAKERS = {
    "constant": (dict(), lambda o: lr_scheduler.ConstantLR(o, factor=1.0, total_iters=0)),
    "step": (dict(period=7, factor=0.3), lambda o: lr_scheduler.StepLR(o, step_size=7, gamma=0.3)),
    "cosine": (dict(), None),
    "warm-restarts": (dict(period=9), lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, T_0=9)),
    "plateau": (dict(patience=1, factor=0.5, losses=LOSSES), lambda o: lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=1)),
}

cases = []
for name, (settings, make) in MAKERS.items():
    for warmup in (0, 1, 6):
        length = STEPS - warmup
        maker = make or (lambda o, length=length: lr_scheduler.CosineAnnealingLR(o, T_max=length))
        cases.append(dict(name=name, warmup=warmup, steps=STEPS, **settings, rates=rates(maker, STEPS, warmup, settings.get("losses"))))

(FOLDER / "lars.json").write_text(json.dumps(lars([0.5, 1.0, 2.0, 1.0, 0.1], weight_decay=0.01)) + "\n")
(FOLDER / "schedules.json").write_text(json.dumps(cases) + "\n")
