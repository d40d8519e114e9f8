#!/usr/bin/python3
"""Writes the fixture of recurrent sequences and cells: PyTorch's own, whole and packed, forward and (as one half of a bidirectional run) reverse.

Needs Debian's python3-torch. Run it from the repository's root. Names are those of RecurrentTable in tests/Gradus.Tensors.Tests/Ops/Tables.
A result is output, last hidden and last cell state, one behind the other.
"""
import torch
from torch import _VF
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence
from operator_fixture import D, real, write


def inputs(gates, steps, rows, features, hidden, batch_first, count):
    small = lambda *shape: (real(*shape) * 0.4).round(decimals=4)
    return [real(*((rows, steps) if batch_first else (steps, rows)), features), small(gates * hidden, features), small(gates * hidden, hidden),
            small(gates * hidden), small(gates * hidden), real(rows, hidden), real(rows, hidden)][:count]


def sequence(kind, x, batch_first=False, reverse=False, packed=False):
    """One layer and direction; weights and states as the table gives them."""
    biased, rows, hidden = len(x) > 3, x[0].shape[0 if batch_first else 1], x[2].shape[1]
    weights = list(x[1:5] if biased else x[1:3])
    zero = torch.zeros(rows, hidden, dtype=D)
    states = [x[5] if len(x) > 5 else zero, x[6] if len(x) > 6 else zero][:2 if kind == "lstm" else 1]
    if reverse:
        weights = [torch.zeros_like(w) for w in weights] + weights
        states = [torch.stack([zero, s]) for s in states]
    else:
        states = [s.unsqueeze(0) for s in states]
    run = {"lstm": _VF.lstm, "gru": _VF.gru, "rnn": _VF.rnn_tanh, "relu": _VF.rnn_relu}[kind]
    hx = tuple(states) if kind == "lstm" else states[0]
    if packed:
        steps = x[0].shape[1 if batch_first else 0]
        lengths = torch.tensor([steps - b % 3 for b in range(rows)])
        p = pack_padded_sequence(x[0], lengths, batch_first, enforce_sorted=False)
        order = p.sorted_indices
        hx = tuple(s[:, order] for s in states) if kind == "lstm" else states[0][:, order]
        result = run(p.data, p.batch_sizes, hx, weights, biased, 1, 0.0, False, reverse)
        out, _ = pad_packed_sequence(type(p)(result[0], p.batch_sizes, p.sorted_indices, p.unsorted_indices), batch_first, total_length=steps)
        last = [s[:, p.unsorted_indices] for s in result[1:]]
    else:
        result = run(x[0], hx, weights, biased, 1, 0.0, False, reverse, batch_first)
        out, last = result[0], list(result[1:])
    if reverse:
        out, last = out[..., hidden:], [s[1] for s in last]
    return torch.cat([t.reshape(-1) for t in [out, *last]])


def lstm_cell(*x):
    return torch.cat([t.reshape(-1) for t in torch.lstm_cell(x[0], (x[5], x[6]), x[1], x[2], x[3], x[4])])


def cell_inputs(gates, rows, features, hidden, count):
    x = inputs(gates, 1, rows, features, hidden, False, count)
    return [x[0][0], *x[1:]]


CASES = [
    ("lstm sequence", inputs(4, 4, 3, 3, 5, False, 7), lambda *x: sequence("lstm", x)),
    ("lstm sequence packed reverse", inputs(4, 4, 3, 2, 3, True, 7), lambda *x: sequence("lstm", x, True, True, True)),
    ("lstm sequence without bias", inputs(4, 4, 3, 2, 3, False, 3), lambda *x: sequence("lstm", x, packed=True)),
    ("gru sequence", inputs(3, 4, 3, 3, 5, True, 6), lambda *x: sequence("gru", x, True)),
    ("gru sequence packed", inputs(3, 4, 3, 2, 3, True, 6), lambda *x: sequence("gru", x, True, packed=True)),
    ("gru sequence reverse without bias", inputs(3, 4, 2, 2, 3, False, 3), lambda *x: sequence("gru", x, reverse=True)),
    ("rnn sequence", inputs(1, 4, 3, 3, 5, False, 6), lambda *x: sequence("rnn", x)),
    ("rnn sequence packed reverse", inputs(1, 4, 3, 2, 3, True, 6), lambda *x: sequence("rnn", x, True, True, True)),
    ("rnn sequence with relu", inputs(1, 4, 3, 2, 4, True, 6), lambda *x: sequence("relu", x, True)),
    ("lstm cell", cell_inputs(4, 3, 3, 4, 7), lstm_cell),
    ("gru cell", cell_inputs(3, 3, 3, 4, 6), lambda *x: torch.gru_cell(x[0], x[5], x[1], x[2], x[3], x[4]).reshape(-1)),
    ("rnn cell", cell_inputs(1, 3, 3, 4, 6), lambda *x: torch.rnn_tanh_cell(x[0], x[5], x[1], x[2], x[3], x[4]).reshape(-1)),
]

write("_recurrent", CASES)
