#!/usr/bin/python3
"""Fits the weights of src/Gradus.Interview/Grading/Rubrics/MisconceptionModel.cs.

usage: grader_misconceptions.py FILE... [--tuned FILE...]    (JSON Lines of labelled answers, as for `gradus grade --evaluate`)

Answers behind --tuned weigh less, as in grader_credit.py: also those of labelled-answers-seven-kinds.jsonl, which are many of one design.

Beside the labelled answers it uses the passages of tests/Gradus.Content.Tests/Fixtures/misconceptions: short texts in
which candidates assert a misconception ("said") or come near and are right ("true"), and single sentences that state a point; those of the bank itself the grader
knows by heart, so they say nothing here. An answer asserts a misconception
where its most telling sentence or pair of sentences does, so fitting and choosing that window take turns. Questions are
left out in twelve groups: what is printed first is what the weights reach on questions that they have not seen. The weights
printed last are fitted on all. Needs numpy and scikit-learn.
"""
import json, os, subprocess, sys, tempfile
import numpy as np
from grader_credit import TUNED_WEIGHT, bank, labelled_answers, sentences
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LEAST = 0.45  # MisconceptionModel.Least
PASSAGE_WEIGHT = 0.05  # a passage or sentence alone against an answer: what is fitted must hold in answers
REGULARISATION = 1
TURNS = 4
GROUPS = 12


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
    """Logistic regression on the most telling window of each, chosen anew in each turn: weights and bias."""
    chosen = [int((x[:, NAMES.index("strength")] + 0.3 * x[:, NAMES.index("met")]).argmax()) for x in windows]
    for _ in range(TURNS):
        telling = np.array([x[i] for x, i in zip(windows, chosen)])
        scaler = StandardScaler().fit(telling)
        model = LogisticRegression(C=REGULARISATION, max_iter=3000).fit(scaler.transform(telling), labels, sample_weight=weight)
        weights = model.coef_[0] / scaler.scale_
        chosen = [int((x @ weights).argmax()) for x in windows]
    return weights, model.intercept_[0] - float(weights @ scaler.mean_)


def told(labels, said):
    hits = (labels & said).sum()
    return f"precision {hits / max(1, said.sum()):.3f}, recall {hits / labels.sum():.3f} of {labels.sum()}"


answers, tuned = labelled_answers(sys.argv[1:])
whole, short, right = decisions(answers), decisions(list(passages())), decisions([item | {"asserts": []} for item in sentences(bank()) if item["covers"]])
rows = [row | {"weight": 1.0 if row["answer"] < tuned else TUNED_WEIGHT, "whole": True} for row in whole]
rows += [row | {"weight": PASSAGE_WEIGHT, "whole": False} for row in short + right]
unseen_words = [row for row in rows if not row["windows"]]
rows = [row for row in rows if row["windows"]]
NAMES = list(rows[0]["windows"][0])
windows = [np.array([[window[name] for name in NAMES] for window in row["windows"]]) for row in rows]
labels = np.array([row["asserted"] for row in rows])
weight = np.array([row["weight"] for row in rows])
probability = np.zeros(len(rows))
for train, test in GroupKFold(GROUPS).split(rows, labels, [row["question"] for row in rows]):
    weights, bias = fit([windows[i] for i in train], labels[train], weight[train])
    probability[test] = [1 / (1 + np.exp(-(windows[i] @ weights + bias).max())) for i in test]
for name, value in (("answers", True), ("passages", False)):
    kind = np.array([row["whole"] == value for row in rows])
    lost = sum(row["asserted"] for row in unseen_words if row["whole"] == value)
    for least in (LEAST - 0.1, LEAST, LEAST + 0.1):
        print(f"{name}, questions left out in {GROUPS} groups, from {least:.2f}: {told(labels[kind], probability[kind] >= least)}, {lost} more without a word of a cue")
weights, bias = fit(windows, labels, weight)
print(f"    private const double Bias = {bias:.2f};")
for name, value in zip(NAMES, weights):
    print(f'        ("{name}", {value:.2f}, ...)')
