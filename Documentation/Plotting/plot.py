#!/usr/bin/env python3
"""The standard pictures of a folder of results, by pandas and matplotlib.

python3 plot.py FOLDER [OUTPUT]: of a run ettr.png, time.png and faults.png, of a sweep sweep.png,
in the folder OUTPUT (default: the working directory).
"""

import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

# Okabe and Ito, "Color Universal Design": told apart by people who see few colours.
BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
PURPLE, SKY_BLUE, INK = "#CC79A7", "#56B4E9", "#333333"
SERIES = [BLUE, ORANGE, GREEN, VERMILION, PURPLE, SKY_BLUE]
MARKERS = ["o", "s", "^", "D", "X", "v"]

# The states of summary.csv, `<state>_hours`: together they are the wall time.
STATES = {
    "productive": ("productive", "#88CCEE"),
    "lost_work": ("lost work", "#CC6677"),
    "restart": ("restart", "#332288"),
    "checkpoint_save": ("checkpoint saves", "#DDCC77"),
    "detection": ("detection", "#882255"),
    "diagnosis": ("diagnosis", "#AA4499"),
    "replacement": ("replacement", "#117733"),
    "starved": ("starved", "#555555"),
    "load": ("load", "#44AA99"),
    "degraded": ("degraded", "#BBBBBB"),
    "planned": ("planned", "#999933"),
}


def ettr(folder):
    """How the effective training time is distributed over the replications."""
    values = 100 * pd.read_csv(folder / "replications.csv")["ettr"].dropna()
    figure, axes = plt.subplots(figsize=(8, 4))
    axes.hist(values, bins="auto", color=SKY_BLUE, edgecolor="white")
    marks = [("5 %", values.quantile(0.05)), ("mean", values.mean()),
             ("95 %", values.quantile(0.95))]
    for name, value in marks:
        axes.axvline(value, color=INK, linestyle="-" if name == "mean" else "--")
        axes.annotate(f"{name}: {value:.2f} %", (value, 1), (0, 18 if name == "mean" else 4),
                      xycoords=("data", "axes fraction"), textcoords="offset points", ha="center")
    axes.set_title("Effective training time (ETTR) over replications", loc="left", pad=36)
    axes.set_xlabel("Effective training time (% of the wall time)")
    axes.set_ylabel("Replications")
    return figure


def time(folder):
    """Where the time went: the whole, and below it what was lost."""
    means = pd.read_csv(folder / "summary.csv").set_index("metric")["mean"]
    hours = pd.Series({state: means.get(f"{state}_hours", 0) for state in STATES})
    hours = hours[hours > 0].sort_values(ascending=False)
    shares = 100 * hours / hours.sum()
    lost = shares.drop("productive", errors="ignore")
    figure, (whole, parts) = plt.subplots(
        2, figsize=(8, 2.6 + 0.32 * len(lost)), height_ratios=[1.2, max(1, 0.5 * len(lost))],
        layout="constrained")
    left = 0
    for state, share in shares.items():
        whole.barh(0, share, left=left, color=STATES[state][1], edgecolor="white")
        left += share
    whole.set(xlim=(0, 100), yticks=[])
    whole.set_title("Where the time went", loc="left", pad=22)
    productive = shares.get("productive", 0)
    whole.annotate(f"productive: {productive:.2f} %, {hours.get('productive', 0):,.1f} h",
                   (0, 1), (0, 4), xycoords="axes fraction", textcoords="offset points")
    names = [STATES[state][0] for state in lost.index]
    bars = parts.barh(names, lost, color=[STATES[state][1] for state in lost.index])
    labels = [f"{share:.2f} %, {hours[state]:,.1f} h" for state, share in lost.items()]
    parts.bar_label(bars, labels, padding=4)
    parts.invert_yaxis()
    parts.margins(x=0.2)
    parts.set_title("What was lost", loc="left", fontsize="medium")
    parts.set_xlabel("Share of the wall time (%)")
    return figure


def faults(folder):
    """The faults of the job by class, with what was published about them."""
    table = pd.read_csv(folder / "faults.csv").sort_values("simulated", kind="stable")
    figure, axes = plt.subplots(figsize=(8, 1.6 + 0.28 * len(table)))
    rows = range(len(table))
    axes.hlines(rows, table["simulated_p05"], table["simulated_p95"], color=BLUE, alpha=0.35,
                linewidth=5)
    axes.plot(table["simulated"], rows, "o", color=BLUE, label="simulated: mean, 5 % to 95 %")
    if table["published"].notna().any():
        axes.plot(table["published"], rows, "D", color=VERMILION, fillstyle="none", markersize=9,
                  label="published")
    axes.set_yticks(rows, table["title"])
    axes.set_xlim(left=min(0, axes.get_xlim()[0]))
    axes.set_title("Failures by class", loc="left", pad=26)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, frameon=False)
    axes.set_xlabel("Faults of the job in one run")
    return figure


def sweep(folder):
    """The effective training time over the first path of numbers, a line for each other value."""
    table = pd.read_csv(folder / "sweep.csv")
    table = table[table["metric"] == "ettr"]
    columns = list(table.columns)
    paths = columns[columns.index("point") + 1:columns.index("metric")]
    numbers = [name for name in paths if name.endswith(("_seconds", "_value"))]
    if not numbers:
        raise SystemExit("plot.py: nothing that varies is a number")
    abscissa = max(numbers, key=lambda name: table[name].nunique() > 1)
    path = abscissa.removesuffix("_seconds").removesuffix("_value")
    # Not those that are the same, or change in step with the abscissa.
    others = [name for name in paths if name not in numbers and name != path
              and table.groupby(abscissa)[name].nunique().max() > 1]
    scale, unit = 1, ""
    if abscissa.endswith("_seconds"):
        longest = table[abscissa].max()
        scale, unit = next(
            (scale, f" ({unit})")
            for scale, unit, most in [(1, "s", 300), (60, "min", 10_800), (3600, "h", 432_000),
                                      (86_400, "d", float("inf"))] if longest <= most)
    table = table.dropna(subset=[abscissa]).sort_values(abscissa)
    figure, axes = plt.subplots(figsize=(8, 4.5))
    groups = table.groupby(others, sort=False) if others else [((), table)]
    for index, (values, rows) in enumerate(sorted(groups, key=lambda group: group[1].point.min())):
        colour, marker = SERIES[index % len(SERIES)], MARKERS[index % len(MARKERS)]
        x = rows[abscissa] / scale
        label = ", ".join(f"{name}={value}" for name, value in zip(others, values))
        axes.fill_between(x, 100 * rows["ci95_low"], 100 * rows["ci95_high"], color=colour,
                          alpha=0.25, linewidth=0)
        axes.plot(x, 100 * rows["mean"], color=colour, marker=marker, markersize=5, label=label)
    least, most = table[abscissa].min(), table[abscissa].max()
    if least > 0 and most / least >= 10:
        axes.set_xscale("log")
        axes.xaxis.set_major_locator(matplotlib.ticker.LogLocator(subs=(1, 2, 5)))
        axes.xaxis.set_major_formatter(matplotlib.ticker.StrMethodFormatter("{x:g}"))
        axes.xaxis.set_minor_formatter(matplotlib.ticker.NullFormatter())
    axes.set_title(f"Effective training time (ETTR) over {path}", loc="left", pad=20)
    axes.set_xlabel(path + unit)
    axes.set_ylabel("Effective training time (% of the wall time)")
    axes.grid(color="#E5E5E5")
    if others:
        axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
    axes.annotate("band: 95 % confidence interval of the mean", (1, 1), (0, 4), ha="right",
                  xycoords="axes fraction", textcoords="offset points", fontsize="small")
    return figure


def main(folder, output="."):
    folder, output = Path(folder), Path(output)
    output.mkdir(parents=True, exist_ok=True)
    pictures = [sweep] if (folder / "sweep.csv").exists() else [ettr, time, faults]
    plt.rcParams.update({"axes.spines.top": False, "axes.spines.right": False})
    for picture in pictures:
        figure = picture(folder)
        figure.savefig(output / f"{picture.__name__}.png", dpi=150, bbox_inches="tight")
        plt.close(figure)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
