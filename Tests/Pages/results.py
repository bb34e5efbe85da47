"""The results and pages that the scripts of this folder look at, and what is shared with Faults."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "Faults"))
import faults

FEW = ["--replications", "64"]
# Commands that give results, by name.
COMMANDS = {
    "llama3": ["run", "llama3"],
    "imbue": ["run", "imbue", *FEW],
    "elastic": ["run", "ft-hsdp-100k-elastic", *FEW],
    "lemons": ["run", "rsc1", *FEW],
    "spares": ["run", "gb200-nvl72-100k", *FEW],
    "priced": ["run", "llama3", *FEW, "--set", "job.work=30d", "--set", "cost.gpu_hour=2.5",
               "--set", "cost.currency=USD"],
    "single": ["run", "llama3", "--replications", "1"],
    "calm": ["run", "calm.json", *FEW],
    "own": ["run", "own.json", *FEW],
    "sweep": ["sweep", "llama3", *FEW, "--vary", "checkpoint.interval=2min,5min,10min,30min,1h"],
    "grid": ["sweep", "llama3", *FEW, "--vary", "checkpoint.interval=2min,5min,10min,30min,1h",
             "--vary", "cluster.spare_nodes=0,4,8,16"],
    "words": ["sweep", "llama3", *FEW, "--vary", "recovery.policy=restart,hot_spare"],
    "three": ["sweep", "llama3", *FEW, "--vary", "checkpoint.interval=5min,1h",
              "--vary", "cluster.spare_nodes=0,8", "--vary", "recovery.policy=restart,hot_spare"],
}
# Pages of several results, or of what was made otherwise.
PAGES = {"partial": ["partial"], "several": ["llama3", "priced", "imbue"],
         "mixed": ["imbue", "grid"]}


def own(**changes):
    """A scenario without references."""
    return {**faults.SCENARIO, "name": "own", "title": "A cluster of one's own", **changes}


def make(program, folder, names=None):
    """Makes results and pages in a folder: all, or those of some names; gives the pages by name."""
    pathlib.Path(folder, "own.json").write_text(json.dumps(own()))
    pathlib.Path(folder, "calm.json").write_text(json.dumps(own(name="calm", faults=[])))
    pages = {}
    for name, command in COMMANDS.items():
        if names is None or name in names:
            subprocess.run([program, *command, "--quiet", "--output", name], cwd=folder,
                           check=True, stderr=subprocess.DEVNULL)
            pages[name] = page(program, folder, name, [name])
    if names is None:
        shutil.copytree(pathlib.Path(folder, "llama3"), pathlib.Path(folder, "partial"))
        for file in ["replications.csv", "timeline.csv", "trajectories.csv"]:
            pathlib.Path(folder, "partial", file).unlink()
        for name, results in PAGES.items():
            pages[name] = page(program, folder, name, results)
    return pages


def page(program, folder, name, results):
    """The page of results in a folder."""
    file = pathlib.Path(folder, f"{name}.html")
    subprocess.run([program, "report", *results, "--output", file.name], cwd=folder, check=True)
    return file
