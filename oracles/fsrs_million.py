"""Writes tests/Gradus.Interview.Tests/Fixtures/fsrs-million.json: one FSRS-6 step from each of 1,000,000 random states.

Written apart from the C# code, in double precision, from the published formulas of FSRS-6 (the same-day floor holds from Hard up).
Both sides draw the same states from SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), read by its counter: number k of state i is the
finalizer of seed + (32 i + k + 1) * 0x9E3779B97F4A7C15. Only sums and products turn those numbers into states, so that both sides hold the
same bits. Kept are, for each block of 2,000 states and each of ln S', D' and R: two sums with random signs (bit i % 64 of two more numbers),
the least and the greatest; and every 250th state in full. A single wrong state moves both sums by what it is wrong.
Run: /usr/bin/python3 oracles/fsrs_million.py (numpy)
"""
import base64
import json
import pathlib

import numpy as np

SEED = 20261126
STATES = 1_000_000
BLOCK = 2_000
EVERY = 250
DRAWS = 32
LOW = [0.001] * 4 + [1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0.01, 0.1]
HIGH = [100] * 4 + [10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8]
GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def bits(counter):
    z = np.uint64(SEED) + (counter.astype(np.uint64) + np.uint64(1)) * GOLDEN
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def unit(counter):
    return ((bits(counter) >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0 ** -53


def states(first, count):
    base = (np.arange(first, first + count, dtype=np.uint64) * np.uint64(DRAWS))
    u = [unit(base + np.uint64(k)) for k in range(27)]
    w = [LOW[k] + (HIGH[k] - LOW[k]) * u[k] for k in range(21)]
    s8 = u[21] * u[21]
    s8 = s8 * s8
    s8 = s8 * s8
    s = 0.001 + 36499.999 * s8
    d = 1 + 9 * u[22]
    grade = (1 + np.floor(u[23] * 4)).astype(np.int64)
    kind = np.floor(u[24] * 4).astype(np.int64)
    near, far = 1 + np.floor(u[25] * 30), 1 + np.floor(u[26] * 3650)
    days = np.where(kind == 0, 0.0, np.where(kind == 3, far, near))
    return w, s, d, grade, days


def step(w, s, d, grade, days):
    decay = -w[20]
    factor = 0.9 ** (1 / decay) - 1
    r = (1 + factor * days / s) ** decay
    same = np.exp(w[17] * (grade - 3 + w[18])) * s ** -w[19]
    same = s * np.where(grade >= 2, np.maximum(same, 1), same)
    lapse = np.minimum(w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * np.exp(w[14] * (1 - r)), s / np.exp(w[17] * w[18]))
    bonus = np.where(grade == 2, w[15], np.where(grade == 4, w[16], 1.0))
    recall = s * (1 + np.exp(w[8]) * (11 - d) * s ** -w[9] * (np.exp(w[10] * (1 - r)) - 1) * bonus)
    s2 = np.where(days == 0, same, np.where(grade == 1, lapse, recall))
    first_easy = w[4] - np.exp(w[5] * 3) + 1
    d2 = w[7] * first_easy + (1 - w[7]) * (d - w[6] * (grade - 3) * (10 - d) / 9)
    return np.clip(s2, 0.001, 36500), np.clip(d2, 1, 10), r


def main():
    sums, extremes, full = [], [], []
    for first in range(0, STATES, BLOCK):
        w, s, d, grade, days = states(first, BLOCK)
        s2, d2, r = step(w, s, d, grade, days)
        index = np.arange(first, first + BLOCK, dtype=np.uint64)
        for values in (np.log(s2), d2, r):
            for k in (30, 31):
                word = bits(index // np.uint64(64) * np.uint64(64) * np.uint64(DRAWS) + np.uint64(k))
                sign = np.where((word >> (index % np.uint64(64))) & np.uint64(1), 1.0, -1.0)
                sums.append(float(np.sum(sign * values)))
            extremes += [float(values.min()), float(values.max())]
        for i in range(0, BLOCK, EVERY):
            full += [float(s2[i]), float(d2[i]), float(r[i])]
    target = pathlib.Path(__file__).parent.parent / "tests/Gradus.Interview.Tests/Fixtures/fsrs-million.json"
    pack = lambda values: base64.b64encode(np.array(values, dtype="<f8").tobytes()).decode()
    target.write_text(json.dumps({"seed": SEED, "states": STATES, "block": BLOCK, "every": EVERY, "sums": pack(sums), "extremes": pack(extremes), "full": pack(full)}, indent=1) + "\n")


main()
