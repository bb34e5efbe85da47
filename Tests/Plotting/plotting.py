"""What the tests of pictures and tables share: results to look at, and a look at pictures."""

import os
import pathlib
import shutil
import subprocess
import sys

from PIL import Image

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.realpath(os.environ.get("PROGRAM", REPOSITORY / ".build/release/clustersim"))
COMMITTED = REPOSITORY / "Results/llama3"


def clustersim(*arguments):
    subprocess.run([PROGRAM, *arguments, "--quiet"], check=True, stderr=subprocess.DEVNULL)


def results(folder):
    """Folders with results: runs with charts, and sweeps of all the kinds that are drawn."""
    runs, sweeps = {}, {}
    for name, arguments in {
        "llama3": ["llama3", "--replications", "200"],
        "single": ["imbue", "--replications", "1"],
        "hero": ["ft-hsdp-100k", "--replications", "3"],
        "nothing": ["imbue", "--replications", "30", "--set", "faults=[]"],
    }.items():
        runs[name] = folder / name
        clustersim("run", *arguments, "--vega", "--output", str(runs[name]))
    interval, spares = "checkpoint.interval=2min..60min:log8", "cluster.spare_nodes=0,4,8"
    for name, arguments in {
        "line": ["--vary", interval],
        "lines": ["--vary", interval, "--vary", spares],
        "words": ["--vary", "checkpoint.interval=10min,30min,young,daly", "--vary", spares],
        "map": ["--vary", "cluster.spare_nodes=0..8:9", "--vary", "horizon=1d..9d:9"],
        "step": ["--zip", "checkpoint.interval=5min,10min,30min", "--zip", spares],
        "many": ["--vary", interval, "--vary", spares, "--vary", "horizon=1w,2w,3w"],
        "only-words": ["--vary", "checkpoint.interval=young,daly,optimal"],
    }.items():
        sweeps[name] = folder / name
        clustersim("sweep", "imbue", *arguments, "--replications", "32", "--vega", "--output",
                   str(sweeps[name]))
    return runs, sweeps


def has(tool):
    """Whether a tool is there; where all must be (CLUSTERSIM_ALL_TOOLS), it fails without one."""
    if shutil.which(tool):
        return True
    if os.environ.get("CLUSTERSIM_ALL_TOOLS"):
        sys.exit(f"{tool} is not installed")
    print(f"skipped: {tool} is not installed")
    return False


def coloured(picture):
    """The share of a picture's pixels that are neither white nor black nor grey."""
    pixels = Image.open(picture).convert("RGB").tobytes()
    count = sum(
        max(pixel) - min(pixel) > 40
        for pixel in zip(pixels[0::3], pixels[1::3], pixels[2::3]))
    return 3 * count / len(pixels)


def check(picture, least=0.0005):
    """Fails unless a picture is there, of a sensible size, with data in it and none at its edges."""
    image = Image.open(picture).convert("L")
    width, height = image.size
    if not (300 <= width <= 4000 and 80 <= height <= 4000):
        sys.exit(f"{picture}: {width} × {height} pixels")
    share = coloured(picture)
    if share < least:
        sys.exit(f"{picture}: only {share:.4%} of it is in colour")
    # Text or a mark that touches the edge was cut off.
    edges = [image.crop(box) for box in [
        (0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height),
        (width - 1, 0, width, height)]]
    if any(edge.getextrema()[0] < 128 for edge in edges):
        sys.exit(f"{picture}: something is cut off at an edge")
