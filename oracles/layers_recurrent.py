#!/usr/bin/python3
"""Writes layers-recurrent.json. See layer_fixture.py."""
from torch import nn
from torch.nn.utils import rnn as packing
from layer_fixture import case, real, write


def stateful(layer, x, h, c): return layer(x, (h, c))


def packed(batch_first):
    def call(layer, x):
        output, last = layer(packing.pack_padded_sequence(x, [4, 2, 3], batch_first, enforce_sorted=False))
        return packing.pad_packed_sequence(output, batch_first)[0], last
    return call


write("recurrent", [
    case("RNN", lambda: nn.RNN(3, 4), real(5, 2, 3), real(1, 2, 4)),
    case("RNN relu deep", lambda: nn.RNN(3, 4, 2, nonlinearity="relu", batch_first=True, bidirectional=True), real(2, 4, 3), printed=False),
    case("RNN unbatched", lambda: nn.RNN(3, 4, bias=False, bidirectional=True), real(5, 3), real(2, 4)),
    case("LSTM", lambda: nn.LSTM(3, 4), real(5, 2, 3), real(1, 2, 4), real(1, 2, 4), call=stateful),
    case("LSTM batch first", lambda: nn.LSTM(3, 4, batch_first=True), real(2, 5, 3)),
    case("LSTM deep", lambda: nn.LSTM(3, 4, 2, bidirectional=True), real(4, 2, 3), real(4, 2, 4), real(4, 2, 4), call=stateful),
    case("LSTM lengths", lambda: nn.LSTM(3, 4, 2, batch_first=True, bidirectional=True), real(3, 4, 3), call=packed(True)),
    case("LSTM eval dropout", lambda: nn.LSTM(3, 4, 2, dropout=0.5), real(4, 2, 3), training=False),
    case("GRU", lambda: nn.GRU(3, 4), real(5, 2, 3), real(1, 2, 4)),
    case("GRU deep", lambda: nn.GRU(3, 4, 3, batch_first=True, bidirectional=True), real(2, 4, 3)),
    case("GRU lengths", lambda: nn.GRU(3, 4, bidirectional=True), real(4, 3, 3), call=packed(False)),
    case("RNNCell", lambda: nn.RNNCell(3, 4), real(2, 3), real(2, 4)),
    case("RNNCell relu", lambda: nn.RNNCell(3, 4, bias=False, nonlinearity="relu"), real(3)),
    case("LSTMCell", lambda: nn.LSTMCell(3, 4), real(2, 3), real(2, 4), real(2, 4), call=stateful),
    case("LSTMCell alone", lambda: nn.LSTMCell(3, 4), real(3)),
    case("GRUCell", lambda: nn.GRUCell(3, 4), real(2, 3), real(2, 4)),
])
