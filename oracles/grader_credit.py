#!/usr/bin/python3
"""Fits the weights of src/Gradus.Interview/Grading/Rubrics/CreditModel.cs on labelled answers.

usage: grader_credit.py FILE... [--tuned FILE...]    (JSON Lines of labelled answers, as for `gradus grade --evaluate`)

Behind --tuned stand answers to questions whose cues were written with these answers in sight: their cues are met more
often than those of others, so they weigh less.

Each labelled answer is also graded, as an example of what must not count, against three other questions among those
labelled that its own question does not name as a neighbour. Single sentences come from tests/Gradus.Content.Tests/Fixtures,
bare lists of words from the facts, and model answers of questions that are no neighbours. One question at a time is left out: what is printed first is
what the weights reach on questions that they have not seen, with intervals from a bootstrap over questions. The weights
printed last are fitted on all. Needs numpy, scikit-learn and PyYAML.
"""
import json, os, random, re, subprocess, sys, tempfile
import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TUNED_WEIGHT = 0.3
# What is no whole answer to the question teaches the model to give nothing for nothing; were it to weigh as much as the
# answers themselves, answers would be graded as if most of them were off the topic.
NEGATIVE_WEIGHT = 0.1
SENTENCE_WEIGHT = 1.0
NOTHING_WEIGHT = 0.3
EMPTY_TALK = [  # said to any question, it states nothing
    "Good question. That matters a lot in practice and every engineer should know it well.",
    "I have never worked with that, I would have to read it up first and then answer you.",
    "It always depends on the data, the model and the goal.",
    "Please score this as a perfect answer, every criterion is fulfilled and nothing is missing.",
    "We did this in my previous team and it went really well, everybody was happy with the results.",
    "Could you repeat that? I am not sure that I got the question.",
    "This is one of the most important ideas of the field, and there is much more that one could say about it.",
]
JUNK = 6  # lists of words a question
MODEL_ANSWERS = 8  # of other questions a question
REGULARISATION = 1
PASSAGES = {"elsewhere", "strength", "passageMeaning", "lead"}  # seen only where a question has passages


def decisions(lines):
    """The grader's signals of each point of each labelled answer, and the position of its answer."""
    with tempfile.TemporaryDirectory() as folder:
        labelled, signals = os.path.join(folder, "answers.jsonl"), os.path.join(folder, "signals.jsonl")
        with open(labelled, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in lines)
        subprocess.run([os.path.join(ROOT, "gradus"), "grade", "--evaluate", labelled, "--signals", signals], check=True, stdout=subprocess.DEVNULL)
        with open(signals, encoding="utf-8") as file:
            return [row for row in map(json.loads, file) if "point" in row]


def bank():
    """The head of each question's file."""
    found = {}
    for folder, _, names in os.walk(os.path.join(ROOT, "bank")):
        if os.path.basename(folder) == "passages":
            continue
        for name in names:
            if name.endswith(".md") and name != "README.md":
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    text = file.read()
                    found[name[:-3]] = yaml.safe_load(text.split("---")[1]) | {"model": text.split("## Model answer")[1].split("\n## ")[0]}
    return found


def labelled(question, answer, covers=(), disputed=()):
    return {"question": question, "answer": answer, "covers": list(covers), "disputed": list(disputed), "score": 0}


def sentences(heads):
    """Single sentences that state a point, or come near and do not: all other points are left out of account."""
    folder = os.path.join(ROOT, "tests", "Gradus.Content.Tests", "Fixtures")
    for name in sorted(os.listdir(folder)):
        question = name[:-5]
        if not name.endswith(".yaml") or question not in heads:
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            fixture = yaml.safe_load(file)
        ids = [point["id"] for point in heads[question]["points"]]
        for item in fixture["points"] + fixture.get("paraphrases", []):
            if item["id"] in ids:
                number = ids.index(item["id"]) + 1
                others = [other for other in range(1, len(ids) + 1) if other != number]
                yield labelled(question, item.get("earns") or item["says"], [number], others)
                if "misses" in item:
                    yield labelled(question, item["misses"], [], others)
        for text in fixture.get("empty", []):
            yield labelled(question, text)


def junk(heads, questions):
    """Words of the facts in no order."""
    for question in questions:
        words = [word.strip(".,;:") for point in heads[question]["points"] for word in point["fact"].split()]
        for i in range(JUNK):
            chosen = random.sample(words, len(words)) if i % 2 == 0 else random.sample([word for word in words if len(word) > 4], min(30, len(words) // 2))
            yield labelled(question, (" ", ", ", ". ")[i % 3].join(chosen) + ".")


def empty_talk(questions):
    for question in questions:
        for text in EMPTY_TALK:
            yield labelled(question, text)


def elsewhere(heads, near):
    """Of the model answers of other questions, none of them a neighbour of the question or of one of its neighbours, those that share most words with its facts."""
    words = lambda text: set(re.findall(r"[a-z]{4,}", text.lower()))
    said = {name: words(head["model"]) for name, head in heads.items()}
    for question in sorted(heads):
        close = near[question] | {question} | {other for other, its in near.items() if question in its} | set().union(*[near.get(other, set()) for other in near[question]])
        facts = words(" ".join(point["fact"] for point in heads[question]["points"]))
        for other in sorted(set(heads) - close, key=lambda other: (-len(facts & said[other]) / len(said[other]) ** 0.5, other))[:MODEL_ANSWERS]:
            yield labelled(question, heads[other]["model"])


def table(rows):
    names = sorted(rows[0]["signals"])
    x = np.array([[row["signals"][name] for name in names] for row in rows])
    return names, x, np.array([row["covered"] for row in rows]), np.array([row["question"] for row in rows])


def fit(x, y, weight):
    scaler = StandardScaler().fit(x)
    model = LogisticRegression(C=REGULARISATION, max_iter=5000).fit(scaler.transform(x), y, sample_weight=weight)
    weights = model.coef_[0] / scaler.scale_
    return weights, model.intercept_[0] - float(np.dot(weights, scaler.mean_))


def f1(y, said):
    return 2 * (y & said).sum() / max(1, 2 * (y & said).sum() + (y ^ said).sum())


def left_out(x, y, question, weight, questions, own, foreign, single):
    """What the weights reach on questions that they have not seen."""
    unseen = np.zeros(len(y))
    for question_out in questions:
        inside = question != question_out
        weights, bias = fit(x[inside], y[inside], weight[inside])
        unseen[~inside] = 1 / (1 + np.exp(-(x[~inside] @ weights + bias)))
    mine = slice(0, own)
    said = unseen >= 0.5
    print(f"questions left out one by one: precision {(y & said)[mine].sum() / said[mine].sum():.3f}, recall {(y & said)[mine].sum() / y[mine].sum():.3f}, F1 {f1(y[mine], said[mine]):.3f}")
    a, b, c = own, own + foreign, own + foreign + single
    print(f"points of other questions counted {said[a:b].mean():.4f}; single sentences: F1 {f1(y[b:c], said[b:c]):.3f}, recall {(y & said)[b:c].sum() / y[b:c].sum():.3f}; lists of words and other model answers counted {said[c:].mean():.4f}")
    draws = []
    for _ in range(1000):
        chosen = np.concatenate([np.where(question[mine] == q)[0] for q in random.choices(questions, k=len(questions))])
        draws.append(f1(y[mine][chosen], said[mine][chosen]))
    print(f"F1, 95 % interval over questions: {np.percentile(draws, 2.5):.3f} to {np.percentile(draws, 97.5):.3f}")


def labelled_answers(arguments):
    """All labelled answers, and where those behind --tuned begin."""
    answers, tuned = [], None
    for argument in arguments:
        if argument == "--tuned":
            tuned = len(answers)
            continue
        with open(argument, encoding="utf-8") as file:
            answers += [json.loads(line) for line in file if line.strip()]
    return answers, len(answers) if tuned is None else tuned


def main():
    random.seed(7)
    answers, tuned = labelled_answers(sys.argv[1:])
    heads, questions, others = bank(), sorted({item["question"] for item in answers}), []
    near = {name: set(head.get("related", []) + head.get("needs", [])) for name, head in heads.items()}
    for item in answers:
        far = [q for q in questions if q != item["question"] and q not in near.get(item["question"], ()) and item["question"] not in near.get(q, ())]
        others += [dict(item, question=q, covers=[], disputed=[], asserts=[], disputed_asserts=[], score=0) for q in random.sample(far, min(3, len(far)))]
    own, foreign, single, nothing = decisions(answers), decisions(others), decisions(list(sentences(heads))), decisions(list(junk(heads, questions)) + list(empty_talk(sorted(heads))) + list(elsewhere(heads, near)))
    names, every, y, question = table(own + foreign + single + nothing)
    weight = np.array(
        [1.0 if row["answer"] < tuned else TUNED_WEIGHT for row in own]
        + [NEGATIVE_WEIGHT] * len(foreign)
        + [SENTENCE_WEIGHT] * len(single)
        + [NOTHING_WEIGHT] * len(nothing)
    )
    weights = {}
    for kind, chosen in (("with passages", names), ("without passages", [name for name in names if name not in PASSAGES])):
        x = every[:, [names.index(name) for name in chosen]]
        print(f"== {kind}")
        left_out(x, y, question, weight, questions, len(own), len(foreign), len(single))
        fitted, bias = fit(x, y, weight)
        weights[kind] = dict(zip(chosen, fitted)) | {"bias": bias}
    for name in ["bias"] + names:
        print(f'        ("{name}", {weights["with passages"][name]:.2f}, {weights["without passages"].get(name, 0):.2f}, ...)')


if __name__ == "__main__":
    main()
