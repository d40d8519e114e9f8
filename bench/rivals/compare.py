#!/usr/bin/python3
"""Times Gradus and PyTorch in turn on the same cases and prints the ratio of their times, one JSON object a line.

Use:  compare.py [--only PREFIX[,PREFIX]] [--threads N[,N]] [--seconds S] [--rounds R] [--models PATH] [--targets FILE]
`--models` names the peer of the reference models, a script with the options and the output of torch_operators.py. Case by case, each round
runs `gradus bench` and then the peer, at once one after the other, so that what else the machine does falls on both. Printed are the medians
over the rounds of either side's time, the median of the rounds' ratios, which is what is compared, and the ratio of the best times.
Operators are run in one call for each prefix, since each call costs a start. With several counts of threads each is compared with the first
too, as "speedup" (its time over ours with the first count). `--targets` is a JSON object of a case's name (or its beginning) to the most that
its ratio may be; the exit code is 1 when a case is above its target or above `--most`.
"""
import argparse, json, os, statistics, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
GRADUS = [os.path.join(ROOT, "gradus"), "bench"]

# Debian's PyTorch 1.13 takes its AVX-512 kernels on some processors that have none, and dies of it; there it is told what they have.
CAPABILITY = {} if "avx512f" in open("/proc/cpuinfo").read() else {"ATEN_CPU_CAPABILITY": "avx2"}


def run(command, **environment):
    text = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={**os.environ, **environment})
    if text.returncode != 0:
        sys.exit(f"{' '.join(command)}: {text.stderr.strip()}")
    return {case["name"]: case["us"] for case in map(json.loads, filter(lambda line: line.startswith("{"), text.stdout.splitlines()))}


def names(peer):
    """The cases of a peer, in its order, found by its own list."""
    code = "import importlib.util, sys; s = importlib.util.spec_from_file_location('peer', sys.argv[1]); m = importlib.util.module_from_spec(s); s.loader.exec_module(m); print('\\n'.join(m.CASES))"
    return subprocess.run(["/usr/bin/python3", "-c", code, peer], capture_output=True, text=True, check=True).stdout.split()


def compare(unit, peer, threads, a):
    """All rounds of one unit, a case or a prefix: {name: {threads: [(ours, theirs), ...]}}."""
    times = {}
    for _ in range(a.rounds):
        for count in threads:
            options = ["--threads", str(count), "--seconds", str(a.seconds), *(["--only", unit] if unit else [])]
            ours = run([*GRADUS, *options])
            theirs = run(["/usr/bin/python3", peer, *options], OMP_NUM_THREADS=str(count), **CAPABILITY)
            for name in ours.keys() & theirs.keys():
                times.setdefault(name, {}).setdefault(count, []).append((ours[name], theirs[name]))
    return times


def report(name, times, a):
    """Prints a case and says whether it is slower than it may be."""
    slow, first = False, next(iter(times.values()))
    most = next((a.targets[key] for key in sorted(a.targets, key=len, reverse=True) if name.startswith(key)), a.most or None)
    for count, pairs in times.items():
        ours, theirs = (statistics.median(side) for side in zip(*pairs))
        ratio, best = statistics.median(o / t for o, t in pairs), min(o for o, _ in pairs) / min(t for _, t in pairs)
        line = {"name": name, "threads": count, "us": round(ours, 3), "torch": round(theirs, 3), "ratio": round(ratio, 3), "best": round(best, 3)}
        if pairs is not first: line["speedup"] = round(statistics.median(one / many for (one, _), (many, _) in zip(first, pairs)), 3)
        if most and pairs is first:
            line |= {"target": most, "met": ratio <= most}
            slow |= ratio > most
        print(json.dumps(line), flush=True)
    return slow


if __name__ == "__main__":
    a = argparse.ArgumentParser(); a.add_argument("--only", default=""); a.add_argument("--threads", default="2")
    a.add_argument("--seconds", type=float, default=0.5); a.add_argument("--rounds", type=int, default=3)
    a.add_argument("--models", default=""); a.add_argument("--most", type=float, default=0); a.add_argument("--targets", default="")
    a = a.parse_args()
    a.targets = json.load(open(a.targets)) if a.targets else {}
    threads, prefixes = [int(count) for count in a.threads.split(",")], a.only.split(",") if a.only else []
    models = names(a.models) if a.models else []
    units = [(name, a.models) for name in models if not prefixes or any(name.startswith(prefix) for prefix in prefixes)]
    units += [(prefix, os.path.join(HERE, "torch_operators.py")) for prefix in (prefixes or [""]) if not any(name.startswith(prefix) for name in models) or not prefix]
    slow = False
    for unit, peer in units:
        for name, times in compare(unit, peer, threads, a).items(): slow |= report(name, times, a)
    sys.exit(1 if slow else 0)
