#!/usr/bin/python3
"""Times operators in PyTorch on the CPU, as the peer of `gradus bench`.

Needs Debian's python3-torch with OpenBLAS behind it:
    apt-get install python3-torch libopenblas0-openmp
Use:  torch_operators.py [--threads N] [--only PREFIX[,PREFIX]] [--seconds S]
Prints one JSON object a line: {"name", "kind", "batch", "threads", "us", "parameters"}, under the names of `gradus bench`;
`us` is the median wall time of one step in microseconds over at least `--seconds` of steps after a warm-up.
The cases lie in cases_*.py beside this file: CASES maps a name to a function that makes the data and returns the step.
A step may have an attribute `repeats`: how many steps one call of it does.
"""
import argparse, glob, importlib, json, os, statistics, time
os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx512")
import torch

torch.manual_seed(0)


def cases():
    for path in sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "cases_*.py"))):
        yield from importlib.import_module(os.path.basename(path)[:-3]).CASES.items()


if __name__ == "__main__":
    a = argparse.ArgumentParser(); a.add_argument("--threads", type=int, default=2)
    a.add_argument("--only", default=""); a.add_argument("--seconds", type=float, default=1.0)
    a = a.parse_args(); torch.set_num_threads(a.threads)
    for name, make in cases():
        if a.only and not any(name.startswith(o) for o in a.only.split(",")): continue
        step = make()
        for _ in range(5): step()
        times, end = [], time.perf_counter() + a.seconds
        while time.perf_counter() < end or len(times) < 5:
            t = time.perf_counter(); step(); times.append((time.perf_counter() - t) / getattr(step, "repeats", 1))
        print(json.dumps({"name": name, "kind": "operator", "batch": 1, "threads": a.threads,
                          "us": round(statistics.median(times) * 1e6, 3), "parameters": 0}), flush=True)
