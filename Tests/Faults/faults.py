"""What the scripts of this folder share: the program, a scenario, and what a folder must hold."""

import contextlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile

SCENARIO = {
    "format": "clustersim/1",
    "name": "faulty",
    "horizon": "30d",
    "cluster": {"nodes": 256, "gpus_per_node": 8, "nodes_per_rack": 4, "spare_nodes": 8},
    "faults": [
        {"name": "gpu", "per": "gpu",
         "lifetime": {"distribution": "exponential", "mean": "40000h"}},
        {"name": "switch", "per": "rack",
         "lifetime": {"distribution": "weibull", "mean": "90000h", "shape": 0.8}},
        {"name": "bug", "per": "job", "takes_down": "job",
         "lifetime": {"distribution": "exponential", "mean": "100h"}},
    ],
    "job": {"nodes": 256},
    "checkpoint": {"interval": "30min", "save": "10s", "load": "30s"},
}

RECORD = "unfinished.jsonl"
BATCH = 32
# Files of the results, in the order in which they are put in place.
RUN_FILES = ["summary.csv", "replications.csv", "faults.csv", "comparison.csv", "timeline.csv",
             "trajectories.csv", "result.json", "manifest.json"]
SWEEP_FILES = ["sweep.csv", "sweep_wide.csv", "differences.csv", "datapackage.json",
               "result.json", "manifest.json"]
# What a program that trapped ends with: SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV.
TRAPS = {signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE,
         signal.SIGSEGV}
# Nothing here takes so many seconds, unless it hangs.
PATIENCE = float(os.environ.get("PATIENCE", "120"))


def is_trap(code):
    """Whether an exit code, of a process or of a shell that ran it, is that of a trap."""
    return -code in TRAPS or code - 128 in TRAPS


class Checks:
    """Counts what was checked, and prints what was found: a line each, and a summary at the end."""

    def __init__(self, name):
        self.name = name
        self.checks = 0
        self.failures = 0
        self.skips = 0

    def expect(self, holds, what, detail=""):
        """Notes that something holds, or prints that it does not."""
        self.checks += 1
        if not holds:
            self.failures += 1
            detail = " ".join(str(detail).split())
            print(f"{self.name}: FAILED: {what}" + (f": {detail[:600]}" if detail else ""),
                  flush=True)
        return holds

    def skip(self, what):
        """Prints that something could not be checked here."""
        self.skips += 1
        print(f"{self.name}: SKIPPED: {what}", flush=True)

    def end(self, *counts):
        """Prints the summary and ends the script."""
        told = [*counts, f"{self.checks} checks", f"{self.failures} failed"]
        if self.skips:
            told.append(f"{self.skips} skipped")
        print(f"{self.name}: " + ", ".join(told), flush=True)
        sys.exit(1 if self.failures else 0)


def program():
    """Path of the program under test, from the environment variable PROGRAM."""
    name = os.environ.get("PROGRAM")
    if not name:
        sys.exit("set PROGRAM to the path of clustersim, such as .build/release/clustersim")
    path = shutil.which(name)
    if path is None:
        sys.exit(f"PROGRAM: {name} is not a program")
    return os.path.realpath(path)


def environment(**changes):
    """The environment of the program: that of this process, but of a fixed language and zone."""
    fixed = {key: value for key, value in os.environ.items()
             if not key.startswith("LC_") and key not in ("LANG", "TZ", "NO_COLOR")}
    return {**fixed, **changes}


@contextlib.contextmanager
def workspace():
    """A temporary folder, with the scenario in it, that is the current one."""
    before = os.getcwd()
    folder = tempfile.mkdtemp(prefix="clustersim-faults-")
    try:
        os.chdir(folder)
        pathlib.Path("faulty.json").write_text(json.dumps(SCENARIO, indent=2) + "\n")
        yield pathlib.Path(folder)
    finally:
        os.chdir(before)
        shutil.rmtree(folder, ignore_errors=True)


def run(command, timeout=None, **options):
    """Runs a command to its end; output and errors are bytes. One that hangs has the code None."""
    options.setdefault("stdin", subprocess.DEVNULL)
    options.setdefault("env", environment())
    if "stdout" not in options:
        options["stdout"] = subprocess.PIPE
    if "stderr" not in options:
        options["stderr"] = subprocess.PIPE
    # A session of its own, so that a shell that hangs goes with all that it started.
    process = subprocess.Popen([str(word) for word in command], start_new_session=True, **options)
    try:
        output, errors = process.communicate(timeout=timeout or PATIENCE)
        code = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, errors = process.communicate()
        code = None
    return subprocess.CompletedProcess(command, code, output or b"", errors or b"")


def can_trace():
    """Whether strace is there, and may trace."""
    return shutil.which("strace") is not None \
        and run(["strace", "-f", "-o", "/dev/null", "true"]).returncode == 0


def contents(folder, names=None):
    """What the files of a folder hold, by their names, without the time in the manifest; nothing
    if there is no folder.
    """
    found = {}
    if not os.path.isdir(folder):
        return found
    for entry in sorted(pathlib.Path(folder).iterdir()):
        if names is not None and entry.name not in names:
            continue
        if entry.is_symlink() or not entry.is_file():
            found[entry.name] = None
            continue
        found[entry.name] = without_time(entry.name, entry.read_bytes())
    return found


def without_time(name, data):
    """The content of a file, without what the manifest tells of the time and of the threads."""
    if name != "manifest.json":
        return data
    data = re.sub(rb'"created": "[^"]*"', b'"created": ""', data)
    return re.sub(rb'("--threads",\s*)"\d+"', rb'\1""', data)


def difference(found, expected):
    """In words how two contents differ; empty if they do not."""
    told = [f"{name} is missing" for name in expected if name not in found]
    told += [f"{name} is there" for name in found if name not in expected]
    told += [f"{name} differs ({len(found[name] or b'')} and {len(expected[name] or b'')} bytes)"
             for name in expected if name in found and found[name] != expected[name]]
    return ", ".join(told)


def whole_lines(data):
    """The lines of a record that are whole, with their line feeds."""
    return data[:data.rfind(b"\n") + 1].splitlines(keepends=True)


def error_lines(errors):
    """The lines that tell of an error."""
    return [line for line in errors.decode(errors="replace").splitlines()
            if line.startswith("clustersim: error: ")]


def arguments(default, short):
    """The first argument of the script, or FAULTS_SHORT in the environment: how much to test."""
    if len(sys.argv) > 1:
        return int(sys.argv[1])
    return short if os.environ.get("FAULTS_SHORT") else default


def randomness(name):
    """Random numbers that are the same each time, unless SEED in the environment says otherwise."""
    seed = os.environ.get("SEED", "1")
    return random.Random(f"{name} {seed}")


# A shell that began this in the background may have SIGINT ignored, and what it starts inherits
# that; a handler is not inherited.
signal.signal(signal.SIGINT, signal.default_int_handler)
