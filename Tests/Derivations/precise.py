"""Minimax polynomials by the Remez exchange at high precision, and how Swift writes the results."""

import struct

from mpmath import cos, lu_solve, matrix, mp, mpf, pi

mp.prec = 240


def minimax(function, weight, low, high, degree, rounds=12, samples=4000):
    """The polynomial p of this degree for which the largest |weight * (function - p)| on [low, high] is
    smallest, as its coefficients from the constant upwards, and that largest value."""
    low, high = mpf(low), mpf(high)
    count = degree + 2
    nodes = [
        (low + high) / 2 - (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * count))
        for i in range(count)
    ]
    grid = [
        (low + high) / 2 - (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * samples))
        for i in range(samples)
    ]
    values = [function(x) for x in grid]
    weights = [weight(x) for x in grid]
    for _ in range(rounds):
        system = matrix(count, count)
        right = matrix(count, 1)
        for row, x in enumerate(nodes):
            for power in range(degree + 1):
                system[row, power] = x**power
            system[row, degree + 1] = (-1) ** row / weight(x)
            right[row] = function(x)
        solution = lu_solve(system, right)
        coefficients = [solution[i] for i in range(degree + 1)]
        errors = [
            w * (v - evaluate(coefficients, x)) for x, v, w in zip(grid, values, weights)
        ]
        # One extremum for each run of equal sign; of too many, drop the smaller end.
        extrema = []
        for x, e in zip(grid, errors):
            if extrema and (e > 0) == (extrema[-1][1] > 0):
                if abs(e) > abs(extrema[-1][1]):
                    extrema[-1] = (x, e)
            else:
                extrema.append((x, e))
        while len(extrema) > count:
            extrema.pop(0 if abs(extrema[0][1]) < abs(extrema[-1][1]) else -1)
        if len(extrema) < count:
            break
        nodes = [x for x, _ in extrema]
    return coefficients, max(abs(e) for e in errors)


def evaluate(coefficients, x):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def double(x):
    """The nearest double."""
    return float(x)  # mpmath rounds to nearest, ties to even


def literal(x):
    """A double as Swift writes it exactly."""
    text = float(x).hex()
    mantissa, exponent = text.split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{int(exponent)}"


def table(values):
    """Doubles as one whole number of which each is a word, the first the lowest."""
    assert values[-1] != 0  # or the number would end before it
    words = ["%016x" % struct.unpack("<Q", struct.pack("<d", v))[0] for v in values]
    return "0x" + "_".join(reversed(words))
