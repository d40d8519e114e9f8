"""Writes tests/Gradus.Interview.Tests/Fixtures/fsrs-states.json: FSRS-6 steps from random states.

Written apart from the C# code, in double precision, from the published formulas of FSRS-6 (the same-day floor holds from Hard up).
Run: /usr/bin/python3 oracles/fsrs.py
"""
import json
import math
import pathlib
import random

SEED = 20261121
DEFAULTS = [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
            0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542]


def step(w, s, d, grade, days):
    decay = -w[20]
    factor = 0.9 ** (1 / decay) - 1
    if days == 0:
        increase = math.exp(w[17] * (grade - 3 + w[18])) * s ** -w[19]
        s2 = s * (max(increase, 1) if grade >= 2 else increase)
    else:
        r = (1 + factor * days / s) ** decay
        if grade == 1:
            s2 = min(w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * math.exp(w[14] * (1 - r)), s / math.exp(w[17] * w[18]))
        else:
            bonus = {2: w[15], 3: 1, 4: w[16]}[grade]
            s2 = s * (1 + math.exp(w[8]) * (11 - d) * s ** -w[9] * (math.exp(w[10] * (1 - r)) - 1) * bonus)
    first_easy = w[4] - math.exp(w[5] * 3) + 1
    d2 = w[7] * first_easy + (1 - w[7]) * (d - w[6] * (grade - 3) * (10 - d) / 9)
    return min(max(s2, 0.001), 36500), min(max(d2, 1), 10)


def main():
    rng = random.Random(SEED)
    cases = []
    for i in range(600):
        w = DEFAULTS if i % 2 == 0 else [x * rng.uniform(0.9, 1.1) for x in DEFAULTS]
        w = [min(max(x, 0.001), 100) for x in w]
        w[7] = max(w[7], 0.001)
        s, d = math.exp(rng.uniform(-6.9, 10.5)), rng.uniform(1, 10)
        grade, days = rng.randint(1, 4), rng.choice([0, 1, 2, rng.randint(3, 30), rng.randint(31, 2000)])
        s2, d2 = step(w, s, d, grade, days)
        cases.append({"weights": None if i % 2 == 0 else w, "from": [s, d], "rating": grade, "days": days, "to": [s2, d2]})
    target = pathlib.Path(__file__).parent.parent / "tests/Gradus.Interview.Tests/Fixtures/fsrs-states.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


main()
