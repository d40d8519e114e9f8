#!/usr/bin/python3
"""Times Gradus and PyTorch in turn on the same cases and prints the ratio of their times, one JSON object a line.

Use:  compare.py [--only PREFIX[,PREFIX]] [--threads N] [--seconds S] [--rounds R] [--models PATH]
Each round runs `gradus bench` and then the peer; a case's time is the best of its rounds' medians, on both sides, so that what
else the machine does counts for neither. `--models` names the peer of the reference models, a script with the options and the
output of torch_operators.py. Ends with exit code 1 when a case that both sides have is slower than --most times PyTorch's.
"""
import argparse, json, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def run(command, best):
    text = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if text.returncode != 0:
        sys.exit(f"{' '.join(command)}: {text.stderr.strip()}")
    for line in text.stdout.splitlines():
        if line.startswith("{"):
            case = json.loads(line)
            best[case["name"]] = min(case["us"], best.get(case["name"], float("inf")))


if __name__ == "__main__":
    a = argparse.ArgumentParser(); a.add_argument("--only", default=""); a.add_argument("--threads", type=int, default=2)
    a.add_argument("--seconds", type=float, default=0.5); a.add_argument("--rounds", type=int, default=3)
    a.add_argument("--models", default=""); a.add_argument("--most", type=float, default=0)
    a = a.parse_args()
    options = ["--threads", str(a.threads), "--seconds", str(a.seconds)]
    only = ["--only", a.only] if a.only else []
    ours, theirs = {}, {}
    for _ in range(a.rounds):
        run([os.path.join(ROOT, "gradus"), "bench", *only, *options], ours)
        for peer in [os.path.join(HERE, "torch_operators.py"), *([a.models] if a.models else [])]:
            run(["/usr/bin/python3", peer, *only, *options], theirs)
    slow = False
    for name, us in ours.items():
        if name in theirs:
            ratio = us / theirs[name]
            slow |= bool(a.most) and ratio > a.most
            print(json.dumps({"name": name, "threads": a.threads, "us": us, "torch": theirs[name], "ratio": round(ratio, 3)}), flush=True)
    sys.exit(1 if slow else 0)
