"""Bounds of an effect that was the same on every row, as SciPy has them.

    /usr/bin/python3 make_bounds.py

Made with Python 3.11 and SciPy 1.10.1. Without discordant pairs Tango's score is that of a single share of 0, so its interval is Wilson's. The
exact bound is that of Clopper and Pearson for a share of which none was met.
"""
import csv

from scipy import stats

ALPHA = 0.05
facts = []

for pairs in (1, 12, 60, 500, 20000):
    interval = stats.binomtest(0, pairs).proportion_ci(1 - 2 * ALPHA, method="wilson")
    facts.append((f"none/{pairs}/tango", interval.high))
    facts.append((f"none/{pairs}/tango/0.02", stats.norm.sf((0.02 - 0) / (0.02 * (1 - 0.02) / pairs) ** 0.5)))
    worst = stats.binomtest(0, pairs, alternative="less").proportion_ci(1 - ALPHA, method="exact").high
    facts.append((f"none/{pairs}/exact", worst))
    facts.append((f"none/{pairs}/exact/0.02", stats.binomtest(0, pairs, 0.02, alternative="less").pvalue))
    # All differences were 0.5; others are -1 at worst.
    facts.append((f"half/{pairs}/lower", 0.5 - 1.5 * worst))
    facts.append((f"half/{pairs}/above/0", stats.binomtest(0, pairs, 0.5 / 1.5, alternative="less").pvalue))

with open("bounds.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["name", "value"])
    writer.writerows((name, repr(float(value))) for name, value in facts)
