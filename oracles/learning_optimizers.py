#!/usr/bin/python3
"""Writes tests/Gradus.Learning.Tests/Fixtures/optimizers.json, optimizer-problem.json, averages.json and clipping.json.

The problem is a network of one hidden layer whose loss is scaled by another power of ten in each step. A case is an optimizer with two groups (weights, biases) and options
of their own; stored are the losses of 25 steps, parameters after some, the state at the end, and the options that PyTorch fills in. Lion is written here from the formulas of its paper
(Chen et al., 2023, algorithm 2); L1 decay, and decoupled decay where torch 1.13 has none, are done by hand around torch's step.
"""
import math
import torch
from learning_fixture import pack, write

STEPS = 25
X, Y = torch.randn(8, 3).round(decimals=3), torch.randn(8, 2).round(decimals=3)
START = {"w1": torch.randn(5, 3).round(decimals=3), "w2": torch.randn(2, 5).round(decimals=3), "b1": torch.randn(5).round(decimals=3), "b2": torch.randn(2).round(decimals=3)}
SCALES = [10.0 ** (step * 7 % 5 - 2) for step in range(STEPS)]


class Lion(torch.optim.Optimizer):
    """Chen et al., Symbolic discovery of optimization algorithms (2023), algorithm 2."""
    def __init__(self, groups, lr=1e-4, betas=(0.9, 0.99), weight_decay=0):
        super().__init__(groups, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for p in group["params"]:
                kept = self.state[p]
                m = kept.get("exp_avg", torch.zeros_like(p))
                kept["step"] = kept.get("step", 0) + 1
                update = torch.sign(beta1 * m + (1 - beta1) * p.grad)
                kept["exp_avg"] = beta2 * m + (1 - beta2) * p.grad
                p -= group["lr"] * (update + group["weight_decay"] * p)


class NAdam(torch.optim.Optimizer):
    """The algorithm of PyTorch's documentation (Dozat, 2016). torch 1.13's own step takes the momentum of this step into the look-ahead twice, which later versions mended."""
    def __init__(self, groups, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3):
        super().__init__(groups, {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "momentum_decay": momentum_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            lr, (beta1, beta2), psi = group["lr"], group["betas"], group["momentum_decay"]
            for p in group["params"]:
                kept = self.state[p]
                t = kept["step"] = kept.get("step", 0) + 1
                g = p.grad + group["weight_decay"] * p
                mu, following = (beta1 * (1 - 0.5 * 0.96 ** (k * psi)) for k in (t, t + 1))
                product = kept["mu_product"] = kept.get("mu_product", 1.0) * mu
                m = kept["exp_avg"] = beta1 * kept.get("exp_avg", 0) + (1 - beta1) * g
                v = kept["exp_avg_sq"] = beta2 * kept.get("exp_avg_sq", 0) + (1 - beta2) * g ** 2
                ahead = following * m / (1 - product * following) + (1 - mu) * g / (1 - product)
                p -= lr * ahead / ((v / (1 - beta2 ** t)).sqrt() + group["eps"])


def loss_of(p, scale):
    hidden = torch.tanh(X @ p["w1"].T + p["b1"])
    return scale * ((hidden @ p["w2"].T + p["b2"] - Y) ** 2).mean()


def flat(options):
    """The options as numbers, pairs with their places."""
    out = {}
    for key, value in options.items():
        if key == "line_search_fn": out[key] = 0 if value is None else 1
        elif isinstance(value, (tuple, list)): out.update({f"{key}.{i}": v for i, v in enumerate(value)})
        elif isinstance(value, (bool, int, float)): out[key] = value * 1
    return out


def kept_of(optimizer, parameters):
    out = {}
    for i, p in enumerate(parameters):
        for key, value in optimizer.state[p].items():
            if key == "al" or (isinstance(value, list) and not value): continue
            if isinstance(value, list): value = torch.stack([torch.as_tensor(v) for v in value])
            if value is not None: out[f"{i}.{key}"] = pack(torch.as_tensor(value, dtype=None if torch.is_tensor(value) else torch.float64))
    return out


def case(name, make, weights, biases=None, l1=(0, 0), shrink=(0, 0), single=False, scales=SCALES):
    p = {key: value.clone().requires_grad_() for key, value in START.items()}
    groups = [[p["w1"], p["w2"]], [p["b1"], p["b2"]]]
    own = [weights, weights | (biases or {})]
    optimizer = make([*groups[0], *groups[1]], **weights) if single else make([{"params": g, **o} for g, o in zip(groups, own)])
    parameters = [q for group in optimizer.param_groups for q in group["params"]]
    losses, after = [], []
    for step in range(STEPS):
        def closure():
            optimizer.zero_grad(set_to_none=True)
            loss = loss_of(p, scales[step])
            loss.backward()
            return loss
        if single:
            losses.append(optimizer.step(closure).item())
        else:
            losses.append(closure().item())
            for group, penalty, part in zip(groups, l1, shrink):
                for q in group:
                    if penalty: q.grad += penalty * torch.sign(q.detach())
                    if part: q.data *= 1 - part
            optimizer.step()
        if step in (0, 4, STEPS - 1): after.append({"step": step, "parameters": [pack(q) for q in parameters]})
    filled = [flat({k: v for k, v in group.items() if k not in ("params", "foreach", "capturable", "differentiable", "fused")}) for group in optimizer.param_groups]
    given = [flat(o) for o in own][:len(filled)]
    for i, extra in enumerate(given):
        if l1[i]: extra["l1_decay"] = l1[i]
        if shrink[i]:
            extra["weight_decay"], extra["decoupled_weight_decay"] = shrink[i] / filled[i]["lr"], 1
    return {"name": name, "kind": name.split()[0], "options": given, "filled": filled, "scales": scales, "losses": losses, "after": after, "state": kept_of(optimizer, parameters)}


def optimizers():
    o = torch.optim
    lr = lambda value, **more: {"lr": value, **more}
    yield case("Sgd", lambda g: o.SGD(g, lr=1e-3), lr(5e-4), lr(1e-3))
    yield case("Sgd momentum", lambda g: o.SGD(g, lr=1e-3), lr(1e-4, momentum=0.9), lr(2e-4))
    yield case("Sgd dampening", lambda g: o.SGD(g, lr=1e-3), lr(2e-4, momentum=0.9, dampening=0.3, weight_decay=5), {"weight_decay": 0})
    yield case("Sgd nesterov", lambda g: o.SGD(g, lr=1e-3), lr(1e-4, momentum=0.9, nesterov=True, weight_decay=1), {"momentum": 0.8})
    yield case("Sgd maximize", lambda g: o.SGD(g, lr=1e-3), lr(1e-5, momentum=0.5, maximize=True, weight_decay=1))
    yield case("Sgd L1", lambda g: o.SGD(g, lr=1e-3), lr(2e-4, momentum=0.5), l1=(5, 0))
    yield case("Sgd decoupled", lambda g: o.SGD(g, lr=1e-3), lr(2e-4, momentum=0.5), shrink=(2e-4 * 25, 0))
    yield case("AdaGrad", o.Adagrad, {})
    # torch fills the sums with what the constructor is told, whatever a group says
    yield case("AdaGrad options", lambda g: o.Adagrad(g, initial_accumulator_value=0.4), lr(0.2, lr_decay=0.05, weight_decay=0.03, initial_accumulator_value=0.4, eps=1e-6), {"weight_decay": 0, "lr": 0.1})
    yield case("RmsProp", o.RMSprop, {})
    yield case("RmsProp momentum", o.RMSprop, lr(0.02, momentum=0.8, alpha=0.9, weight_decay=0.05), {"momentum": 0})
    yield case("RmsProp centered", o.RMSprop, lr(0.02, centered=True, eps=1e-4), {"centered": False})
    yield case("RmsProp both", o.RMSprop, lr(0.01, centered=True, momentum=0.7, eps=1e-3), {"alpha": 0.95})
    yield case("AdaDelta", o.Adadelta, {})
    yield case("AdaDelta options", o.Adadelta, lr(0.7, rho=0.8, eps=1e-4, weight_decay=0.02), {"weight_decay": 0})
    yield case("Adam", o.Adam, {})
    yield case("Adam options", o.Adam, lr(0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1), {"weight_decay": 0, "lr": 0.02})
    yield case("Adam amsgrad", o.Adam, lr(0.05, amsgrad=True, betas=(0.9, 0.9)), {"amsgrad": False})
    yield case("Adam maximize", o.Adam, lr(0.01, maximize=True, weight_decay=0.1))
    yield case("Adam L1", o.Adam, lr(0.03), l1=(0.5, 0))
    yield case("AdamW", o.AdamW, {})
    yield case("AdamW options", o.AdamW, lr(0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.2), {"weight_decay": 0})
    yield case("AdamW amsgrad", o.AdamW, lr(0.05, amsgrad=True, betas=(0.9, 0.9)))
    yield case("Adamax", o.Adamax, {})
    yield case("Adamax options", o.Adamax, lr(0.05, betas=(0.8, 0.9), eps=1e-5, weight_decay=0.1), {"weight_decay": 0})
    yield case("NAdam", NAdam, {})
    yield case("NAdam options", NAdam, lr(0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1, momentum_decay=0.02), {"weight_decay": 0, "momentum_decay": 0})
    yield case("NAdam decoupled", NAdam, lr(0.02), shrink=(0.02 * 0.5, 0))
    yield case("RAdam", o.RAdam, {})
    yield case("RAdam options", o.RAdam, lr(0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1), {"weight_decay": 0, "lr": 0.1})
    yield case("Lion", Lion, {})
    yield case("Lion options", Lion, lr(0.01, betas=(0.8, 0.95), weight_decay=0.5), {"weight_decay": 0, "lr": 0.02})
    ones = [1.0] * STEPS
    yield case("Lbfgs", o.LBFGS, lr(0.3, max_iter=4), single=True, scales=ones)
    yield case("Lbfgs history", o.LBFGS, lr(0.3, max_iter=3, history_size=2), single=True, scales=ones)
    yield case("Lbfgs wolfe", o.LBFGS, lr(1, max_iter=2, line_search_fn="strong_wolfe"), single=True, scales=ones)
    yield case("Lbfgs wolfe long", o.LBFGS, lr(8, max_iter=3, max_eval=30, history_size=2, line_search_fn="strong_wolfe"), single=True, scales=ones)


class Weights(torch.nn.Module):
    def __init__(self):
        super().__init__(); self.w = torch.nn.Parameter(START["w1"].clone())


def averages(decay):
    model = Weights()
    average = torch.optim.swa_utils.AveragedModel(model, avg_fn=lambda a, p, n: decay * a + (1 - decay) * p)
    values, means = [], []
    for _ in range(6):
        model.w.data = torch.randn(5, 3).round(decimals=3)
        average.update_parameters(model)
        values.append(pack(model.w)); means.append(pack(average.module.w))
    return {"decay": decay, "values": values, "averages": means}


def clipping(scale, limit, order):
    """Clipping to a norm; order 0 stands for clipping each value."""
    parameters = [torch.zeros(4, 3, requires_grad=True), torch.zeros(5, requires_grad=True)]
    for p in parameters: p.grad = torch.randn_like(p) * scale
    before = [pack(p.grad) for p in parameters]
    norm = torch.nn.utils.clip_grad_norm_(parameters, limit, order).item() if order else torch.nn.utils.clip_grad_value_(parameters, limit)
    return {"gradients": before, "limit": limit, "order": None if math.isinf(order) else order, "norm": norm, "clipped": [pack(p.grad) for p in parameters]}


write("optimizer-problem.json", [{"inputs": pack(X), "targets": pack(Y), "start": [pack(START[key]) for key in ("w1", "w2", "b1", "b2")]}])
write("optimizers.json", list(optimizers()))
write("averages.json", [averages(0.9), averages(0.5)])
write("clipping.json", [clipping(5.0, 1.0, 2), clipping(0.05, 1.0, 2), clipping(2.0, 1.5, 1), clipping(2.0, 0.5, 3), clipping(2.0, 0.5, math.inf), clipping(2.0, 0.7, 0)])
