#!/usr/bin/python3
"""Fits the weights of src/Gradus.Interview/Grading/Rubrics/MisconceptionModel.cs.

usage: grader_misconceptions.py FILE...    (JSON Lines of labelled answers, as for `gradus grade --evaluate`)

Beside the labelled answers it uses the passages of tests/Gradus.Content.Tests/Fixtures/misconceptions: short texts in
which candidates assert a misconception ("said") or come near and are right ("true"). An answer asserts a misconception
where its most telling sentence or pair of sentences does, so fitting and choosing that window take turns. Questions are
left out in six groups: what is printed first is what the weights reach on questions that they have not seen. The weights
printed last are fitted on all. Needs numpy and scikit-learn.
"""
import json, os, subprocess, sys, tempfile
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LEAST = 0.7  # MisconceptionModel.Least
ANSWER_WEIGHT = 3.0  # an answer's label says more than a passage's
TURNS = 3
GROUPS = 6


def passages():
    folder = os.path.join(ROOT, "tests", "Gradus.Content.Tests", "Fixtures", "misconceptions")
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            for item in map(json.loads, file):
                number = int(item["misconception"][1:])
                for text in item["said"]:
                    yield {"question": item["question"], "answer": text, "covers": [], "asserts": [number], "score": 0}
                for text in item["true"]:
                    yield {"question": item["question"], "answer": text, "covers": [], "asserts": [], "score": 0}


def decisions(lines):
    """Each misconception of each answer with what the grader saw of it, but for those of which no word was found."""
    with tempfile.TemporaryDirectory() as folder:
        labelled, signals = os.path.join(folder, "answers.jsonl"), os.path.join(folder, "signals.jsonl")
        with open(labelled, "w", encoding="utf-8") as file:
            file.writelines(json.dumps({"disputed": [], "disputed_asserts": []} | line) + "\n" for line in lines)
        subprocess.run([os.path.join(ROOT, "gradus"), "grade", "--evaluate", labelled, "--signals", signals], check=True, stdout=subprocess.DEVNULL)
        with open(signals, encoding="utf-8") as file:
            return [row for row in map(json.loads, file) if "misconception" in row]


def fit(windows, labels, weight):
    """Logistic regression on the most telling window of each, chosen anew in each turn."""
    chosen = [int((x[:, NAMES.index("met")] * 2 + x[:, NAMES.index("wrong")] + x[:, NAMES.index("bestShare")]).argmax()) for x in windows]
    for _ in range(TURNS):
        model = LogisticRegression(C=1, max_iter=3000).fit(np.array([x[i] for x, i in zip(windows, chosen)]), labels, sample_weight=weight)
        chosen = [int(model.decision_function(x).argmax()) for x in windows]
    return model


def told(labels, said):
    hits = (labels & said).sum()
    return f"precision {hits / max(1, said.sum()):.3f}, recall {hits / labels.sum():.3f} of {labels.sum()}"


answers = []
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        answers += [json.loads(line) for line in file if line.strip()]
whole, short = decisions(answers), decisions(list(passages()))
rows = [row | {"weight": ANSWER_WEIGHT} for row in whole] + [row | {"weight": 1.0} for row in short]
unseen_words = [row for row in rows if not row["windows"]]
rows = [row for row in rows if row["windows"]]
NAMES = list(rows[0]["windows"][0])
windows = [np.array([[window[name] for name in NAMES] for window in row["windows"]]) for row in rows]
labels = np.array([row["asserted"] for row in rows])
weight = np.array([row["weight"] for row in rows])
probability = np.zeros(len(rows))
for train, test in GroupKFold(GROUPS).split(rows, labels, [row["question"] for row in rows]):
    model = fit([windows[i] for i in train], labels[train], weight[train])
    probability[test] = [model.predict_proba(windows[i])[:, 1].max() for i in test]
for name, value in (("answers", ANSWER_WEIGHT), ("passages", 1.0)):
    kind = weight == value
    lost = sum(row["asserted"] for row in unseen_words if row["weight"] == value)
    print(f"{name}, questions left out in {GROUPS} groups: {told(labels[kind], probability[kind] >= LEAST)}, {lost} more without a word of a cue")
model = fit(windows, labels, weight)
print(f"    private const double Bias = {model.intercept_[0]:.2f};")
for name, value in zip(NAMES, model.coef_[0]):
    print(f'        ("{name}", {value:.2f}, ...)')
