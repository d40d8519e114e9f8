#!/usr/bin/python3
"""Writes tests/Gradus.Learning.Tests/Fixtures/initializers.json: mean, deviation and bounds that the values of each initializer have by PyTorch's rules, exact tensors where nothing is random, and gains."""
import math
import torch
from scipy.stats import truncnorm
from torch.nn import init
from learning_fixture import pack, write

SHAPES = {"matrix": (300, 200), "kernel": (40, 20, 5, 7)}


def even(name, shape, bound):
    return {"name": name, "shape": shape, "mean": 0, "deviation": bound / math.sqrt(3), "low": -bound, "high": bound}


def normal(name, shape, deviation, mean=0):
    return {"name": name, "shape": shape, "mean": mean, "deviation": deviation}


def cut(name, mean, deviation, low, high):
    d = truncnorm((low - mean) / deviation, (high - mean) / deviation, mean, deviation)
    return {"name": name, "shape": SHAPES["matrix"], "mean": d.mean(), "deviation": d.std(), "low": low, "high": high}


def exact(name, fill, *shape):
    t = torch.full(shape, 7.0)
    fill(t)
    return {"name": name, "shape": shape, "exact": pack(t)}


cases = [
    normal("Normal", SHAPES["matrix"], 0.5, 3),
    {"name": "Uniform", "shape": SHAPES["matrix"], "mean": 1.5, "deviation": 5 / math.sqrt(12), "low": -1, "high": 4},
    cut("TruncatedNormal", 0, 1, -2, 2),
    cut("TruncatedNormal narrow", 1, 2, 0.5, 2),
    cut("TruncatedNormal tail", 0, 1, 3, 6),
    cut("TruncatedNormal wide", 0.3, 0.02, -2, 2),
    exact("Zeros", init.zeros_, 3, 4), exact("Ones", init.ones_, 3, 4), exact("Constant", lambda t: init.constant_(t, 0.25), 3, 4),
    exact("Identity", init.eye_, 3, 5), exact("Identity tall", init.eye_, 5, 3),
    exact("Dirac", init.dirac_, 4, 3, 3), exact("Dirac plane", init.dirac_, 3, 4, 3, 2), exact("Dirac groups", lambda t: init.dirac_(t, 2), 6, 2, 3, 3), exact("Dirac space", init.dirac_, 2, 2, 2, 3, 3),
]
for kind, shape in SHAPES.items():
    fan_in, fan_out = init._calculate_fan_in_and_fan_out(torch.empty(shape))
    cases += [
        even(f"XavierUniform {kind}", shape, 2 * math.sqrt(6 / (fan_in + fan_out))),
        normal(f"XavierNormal {kind}", shape, init.calculate_gain("tanh") * math.sqrt(2 / (fan_in + fan_out))),
        even(f"HeUniform {kind}", shape, init.calculate_gain("leaky_relu", math.sqrt(5)) * math.sqrt(3 / fan_in)),
        even(f"HeUniform out {kind}", shape, init.calculate_gain("selu") * math.sqrt(3 / fan_out)),
        normal(f"HeNormal {kind}", shape, init.calculate_gain("relu") / math.sqrt(fan_in)),
        normal(f"HeNormal out {kind}", shape, init.calculate_gain("leaky_relu", 0.2) / math.sqrt(fan_out)),
    ]
write("initializers.json", cases)
gains = [("Linear", "linear", None), ("Sigmoid", "sigmoid", None), ("Tanh", "tanh", None), ("ReLU", "relu", None), ("LeakyReLU", "leaky_relu", None), ("LeakyReLU", "leaky_relu", 0.3), ("Selu", "selu", None)]
write("gains.json", [{"nonlinearity": ours, "slope": slope, "gain": init.calculate_gain(theirs, slope)} for ours, theirs, slope in gains])
