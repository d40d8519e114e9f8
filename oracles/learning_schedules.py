#!/usr/bin/python3
"""Writes tests/Gradus.Learning.Tests/Fixtures/schedules.json: the learning rates of two groups, and the momentum of the first, before and after each of 100 steps of every schedule."""
import math
import torch
from torch.optim import lr_scheduler as S
from learning_fixture import write

STEPS = 100
METRICS = [round(3 * math.exp(-step / 15) + 0.2 * math.sin(step * 1.7) + (0.5 if 40 < step < 60 else 0), 6) for step in range(STEPS)]


def warm_up(o, steps, factor, then):
    first = S.LinearLR(o, factor, 1.0, steps)
    return S.SequentialLR(o, [first, then(o)], [steps])


SCHEDULES = {
    "StepLR": lambda o: S.StepLR(o, 7, 0.8),
    "StepLR default": lambda o: S.StepLR(o, 30),
    "MultiStepLR": lambda o: S.MultiStepLR(o, [5, 20, 20, 60], 0.5),
    "ConstantLR": lambda o: S.ConstantLR(o, 0.25, 12),
    "ConstantLR default": lambda o: S.ConstantLR(o),
    "LinearLR": lambda o: S.LinearLR(o, 0.1, 0.7, 40),
    "LinearLR default": lambda o: S.LinearLR(o),
    "ExponentialLR": lambda o: S.ExponentialLR(o, 0.97),
    "PolynomialLR": lambda o: S.PolynomialLR(o, 60, 2.0),
    "PolynomialLR default": lambda o: S.PolynomialLR(o),
    "CosineAnnealingLR": lambda o: S.CosineAnnealingLR(o, 30, 0.005),
    "CosineAnnealingLR whole": lambda o: S.CosineAnnealingLR(o, 100),
    "CosineAnnealingWarmRestarts": lambda o: S.CosineAnnealingWarmRestarts(o, 10, 2, 0.001),
    "CosineAnnealingWarmRestarts even": lambda o: S.CosineAnnealingWarmRestarts(o, 15),
    "LambdaLR": lambda o: S.LambdaLR(o, lambda t: 1 / (1 + 0.1 * t)),
    "LambdaLR groups": lambda o: S.LambdaLR(o, [lambda t: 0.99 ** t, lambda t: 1 + t / 10]),
    "OneCycleLR": lambda o: S.OneCycleLR(o, 0.4, total_steps=101),
    "OneCycleLR groups": lambda o: S.OneCycleLR(o, [0.4, 0.2], total_steps=101, pct_start=0.4, anneal_strategy="linear", base_momentum=0.8, max_momentum=0.9, div_factor=10, final_div_factor=100),
    "OneCycleLR three phases": lambda o: S.OneCycleLR(o, 0.4, total_steps=150, three_phase=True),
    "OneCycleLR plain": lambda o: S.OneCycleLR(o, 0.4, total_steps=101, cycle_momentum=False),
    "CyclicLR": lambda o: S.CyclicLR(o, 0.01, 0.3, step_size_up=9),
    "CyclicLR halving": lambda o: S.CyclicLR(o, 0.01, 0.3, step_size_up=9, step_size_down=14, mode="triangular2", base_momentum=0.7, max_momentum=0.95),
    "CyclicLR exponential": lambda o: S.CyclicLR(o, [0.01, 0.02], [0.3, 0.1], step_size_up=12, mode="exp_range", gamma=0.98, cycle_momentum=False),
    "ReduceLROnPlateau": lambda o: S.ReduceLROnPlateau(o, patience=3, factor=0.5),
    "ReduceLROnPlateau default": lambda o: S.ReduceLROnPlateau(o),
    "ReduceLROnPlateau max": lambda o: S.ReduceLROnPlateau(o, mode="max", patience=2, factor=0.7, threshold=0.01, threshold_mode="abs", cooldown=4, min_lr=0.004),
    "ReduceLROnPlateau absolute": lambda o: S.ReduceLROnPlateau(o, patience=1, factor=0.2, threshold=0.05, threshold_mode="abs", eps=1e-4),
    "ReduceLROnPlateau max relative": lambda o: S.ReduceLROnPlateau(o, mode="max", patience=5, factor=0.9, threshold=0.02),
    "ChainedScheduler": lambda o: S.ChainedScheduler([S.ConstantLR(o, 0.1, 10), S.ExponentialLR(o, 0.98), S.StepLR(o, 25, 0.5)]),
    "ChainedScheduler linear": lambda o: S.ChainedScheduler([S.LinearLR(o, 0.2, 1.0, 20), S.MultiStepLR(o, [50, 80], 0.3), S.PolynomialLR(o, 95, 1.5)]),
    "SequentialLR": lambda o: S.SequentialLR(o, [S.ConstantLR(o, 0.1, 10), S.ExponentialLR(o, 0.9), S.StepLR(o, 5, 0.6)], [10, 40]),
    "SequentialLR restarts": lambda o: S.SequentialLR(o, [S.LinearLR(o, 0.05, 1.0, 8), S.CosineAnnealingWarmRestarts(o, 6, 2)], [8]),
    "WarmUpLR cosine": lambda o: warm_up(o, 20, 0.01, lambda o: S.CosineAnnealingLR(o, 80)),
    "WarmUpLR lambda": lambda o: warm_up(o, 10, 0.5, lambda o: S.LambdaLR(o, lambda t: (t + 1) ** -0.5)),
}


def case(name, make):
    p, q = torch.zeros(1, requires_grad=True), torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([{"params": [p], "lr": 0.1}, {"params": [q], "lr": 0.03}], lr=1, momentum=0.9)
    schedule = make(optimizer)
    rates, momenta = [], []
    for step in range(STEPS + 1):
        rates.append([group["lr"] for group in optimizer.param_groups])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        if step < STEPS: schedule.step(*([METRICS[step]] if name.startswith("Reduce") else []))
    return {"name": name, "metrics": METRICS if name.startswith("Reduce") else None, "rates": rates, "momenta": momenta if len(set(momenta)) > 1 else None}


write("schedules.json", [case(name, make) for name, make in SCHEDULES.items()])
