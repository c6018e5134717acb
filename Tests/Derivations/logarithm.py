"""Derives the table and the polynomial of Sources/Kernel/Arithmetic/Arithmetic+Logarithm*.swift."""

import struct
import sys

from mpmath import exp, floor, log, log1p, mpf, nint

from precise import double, evaluate, literal, minimax, table

CELLS = 256
# Cell i begins at the double with these bits + i * 2^44. A 64th of a cell lies between the end of one
# and 1, so that the cells about 1 end a little over 1 + 1/256, where the logarithm passes 2^-8.
OFFSET = 0x3FE6_0000_0000_0000 + (1 << 38)


def number(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def ulp(value):
    return mpf(2) ** (int(floor(log(abs(value), 2))) - 52)


LN2_HIGH = nint(log(2) * 2**42) / mpf(2) ** 42
LN2_LOW = double(log(2) - LN2_HIGH)

rows = []
worst_row = widest = mpf(0)
unit_low = unit_high = None
for cell in range(CELLS):
    low, high = (mpf(number(OFFSET + (i << 44))) for i in (cell, cell + 1))
    if 1 - mpf(1) / 256 < low < 1 + mpf(1) / 256:
        unit_low = unit_low or low
        unit_high = high
        rows.append((1.0, 1.0, 0.0))
        continue
    smallest = min(abs(log(low)), abs(log(high)))
    target = ulp(smallest) / 32
    middle = (low + high) / 2
    # A little upwards below 1, so that |r| passes a power of 2 only where the result is well over one.
    start = int(nint(log(middle) * 2**43)) + (2**27 if middle < 1 else 0)
    for step in range(1 << 22):
        # Steps of one lattice point would move the rounding of the center hardly at all.
        value = mpf(start + step * 0x9E3779B1 % 2**24) / 2**43
        center = double(exp(value))
        inverse = double(1 / mpf(center))
        reach = max(center - low, high - center) * inverse
        error = abs(log(mpf(center)) - value) + reach * abs(mpf(center) * inverse - 1)
        if error <= target:
            break
    else:
        sys.exit(f"no row for cell {cell}")
    worst_row = max(worst_row, error / ulp(smallest))
    widest = max(widest, reach)
    rows.append((center, inverse, double(value)))


def remainder(r):
    if abs(r) < mpf(2) ** -40:
        return mpf(1) / 3 - r / 4
    return (log1p(r) - r + r * r / 2) / r**3


LOW, HIGH = unit_low - 1, unit_high - 1
print("the cells with c = 1: 1 - %.6f/256 ... 1 + %.6f/256" % (float(-LOW * 256), float(HIGH * 256)))
coefficients, error = minimax(remainder, lambda r: r * r, LOW, HIGH, 3)
coefficients = [double(c) for c in coefficients]
sample = [LOW + (HIGH - LOW) * i / 10001 for i in range(10002)]
misses = [(r, remainder(r) - evaluate([mpf(c) for c in coefficients], r)) for r in sample]
print("widest |r| outside the cells at 1: 2^%.3f" % float(log(widest, 2)))
print("worst row error: %.4f ulp of the smallest result in its cell" % float(worst_row))
print("polynomial: relative error 2^%.2f in the cells at 1, absolute error 2^%.2f elsewhere" % (
    float(log(max(abs(m * r * r) for r, m in misses), 2)),
    float(log(max(abs(m * r**3) for r, m in misses if abs(r) <= widest), 2)),
))
print("log 2:", literal(LN2_HIGH), literal(LN2_LOW))
print("coefficients:", [literal(c) for c in coefficients])
for column in zip(*rows):
    print(table(column))
