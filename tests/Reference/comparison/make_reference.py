"""Writes the rows that comparisons are tested on, and what SciPy and statsmodels say of them.

    /usr/bin/python3 make_reference.py && Rscript make_reference.R

Made with Python 3.11, NumPy 1.24.2, SciPy 1.10.1, statsmodels 0.13.5 and R 4.2.2.
"""
import csv

import numpy as np
from scipy import optimize, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests

random = np.random.default_rng(20240607)
facts = []


def fact(name, value):
    facts.append((name, repr(float(value))))


def write(name, header, columns):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([repr(float(value)) for value in row] for row in zip(*columns))


def binary(name, rows, decimals):
    label = (random.random(rows) < 0.4).astype(float)
    shared = random.normal(size=rows)
    score = lambda separation: 1 / (1 + np.exp(-(separation * (label - 0.5) + 0.8 * shared + 0.6 * random.normal(size=rows))))
    challenger, champion = score(1.6), score(1.2)
    if decimals is not None:
        challenger, champion = challenger.round(decimals), champion.round(decimals)
    write(name, ["label", "challenger", "champion"], [label, challenger, champion])


def regression(name, rows, steps):
    cluster = np.arange(rows) % 25
    label = random.normal(size=rows).round(6)
    common = random.normal(size=25)[cluster] + random.normal(size=rows)
    challenger, champion = (label + 0.9 * common + 0.3 * random.normal(size=rows)), (label + common + 0.3 * random.standard_t(4, size=rows))
    if steps is not None:
        label, challenger, champion = (np.round(column * steps) / steps for column in (label, challenger, champion))
    write(name, ["label", "challenger", "champion", "cluster"], [label, challenger, champion, cluster])
    return np.abs(champion - label) - np.abs(challenger - label)


binary("binary.csv", 150, None)
binary("binary-ties.csv", 400, 1)
exact = regression("regression.csv", 40, None)
# Quarters, so that differences of losses are quarters too: ties and zeros are exact in every program.
tied = regression("regression-ties.csv", 250, 4)

# Paired bootstrap with BCa: difference of mean losses of paired rows.
bca = stats.bootstrap((exact,), np.mean, n_resamples=100000, confidence_level=0.9, method="BCa", random_state=1, vectorized=True)
fact("bca/mae/lower", bca.confidence_interval.low)
fact("bca/mae/upper", bca.confidence_interval.high)
fact("bca/mae/error", bca.standard_error)

for name, differences in (("exact", exact), ("tied", tied)):
    for margin in (0.0, -0.05, 0.1):
        shifted = differences - margin
        for alternative in ("greater", "less"):
            test = stats.wilcoxon(shifted, zero_method="wilcox", correction=False, alternative=alternative, mode="exact" if name == "exact" else "approx")
            fact(f"wilcoxon/{name}/{margin:g}/{alternative}", test.pvalue)


def tango_score(won, lost, pairs, difference):
    """Score of a difference, the likelihood being maximized numerically in place of the closed form."""
    both = pairs - won - lost
    low, high = max(0, -difference), (1 - difference) / 2

    def slope(share):
        return won / (share + difference) + lost / share - 2 * both / (1 - 2 * share - difference)

    width = high - low
    if lost == 0 and difference > 0 and won / difference - 2 * both / (1 - difference) <= 0:
        share = 0.0
    else:
        share = optimize.brentq(slope, low + 1e-14 * width, high - 1e-14 * width, xtol=1e-16, rtol=1e-14, maxiter=500)
    return (won - lost - pairs * difference) / np.sqrt(pairs * (2 * share + difference * (1 - difference)))


for won, lost, pairs in ((10, 3, 50), (12, 2, 60), (3, 9, 40), (43, 22, 200), (1, 2, 10), (520, 480, 20000), (60000, 59500, 1000000)):
    key = f"mcnemar/{won}/{lost}/{pairs}"
    fact(f"{key}/above", stats.binomtest(won, won + lost, 0.5, alternative="greater").pvalue)
    fact(f"{key}/below", stats.binomtest(won, won + lost, 0.5, alternative="less").pvalue)
    fact(f"{key}/different", mcnemar([[0, won], [lost, pairs - won - lost]], exact=True).pvalue)
    effect = (won - lost) / pairs
    score = lambda difference: tango_score(won, lost, pairs, difference)
    quantile = stats.norm.ppf(0.95)
    fact(f"{key}/lower", optimize.brentq(lambda difference: score(difference) - quantile, -0.95, effect - 1e-12, xtol=1e-15))
    fact(f"{key}/upper", optimize.brentq(lambda difference: score(difference) + quantile, effect + 1e-12, 0.95, xtol=1e-15))
    for margin in (-0.02, 0.05):
        fact(f"{key}/above/{margin:g}", stats.norm.sf(score(margin)))
        fact(f"{key}/below/{margin:g}", stats.norm.cdf(score(margin)))

p = [0.01, 0.04, 0.03, 0.005, 0.9, 0.04, 0.2]
for index, adjusted in enumerate(multipletests(p, method="holm")[1]):
    fact(f"holm/{p[index]:g}/{index}", adjusted)



def generator(seed, number):
    """xoshiro256** as in https://prng.di.unimi.it/xoshiro256starstar.c, its state filled by SplitMix64."""
    mask = 2**64 - 1
    rotate = lambda value, count: ((value << count) | (value >> (64 - count))) & mask
    splitmix, state = ((seed << 32) | number) & mask, []
    for _ in range(4):
        splitmix = (splitmix + 0x9E3779B97F4A7C15) & mask
        mixed = ((splitmix ^ (splitmix >> 30)) * 0xBF58476D1CE4E5B9) & mask
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
        state.append(mixed ^ (mixed >> 31))
    while True:
        yield (rotate((state[1] * 5) & mask, 7) * 9) & mask
        shifted = (state[1] << 17) & mask
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= shifted
        state[3] = rotate(state[3], 45)


with open("generator.csv", "w", newline="") as file:
    rows = [(seed, number, *(bits for bits, _ in zip(generator(seed, number), range(5)))) for seed, number in ((0, 0), (17, 0), (17, 1), (2**31 - 1, 1999))]
    csv.writer(file, lineterminator="\n").writerows([("seed", "number", 1, 2, 3, 4, 5), *rows])

with open("python.csv", "w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows([("name", "value"), *facts])
