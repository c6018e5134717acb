"""Derives the table and the polynomial of Sources/Kernel/Arithmetic/Logarithm*.swift."""

import struct
import sys

from mpmath import exp, floor, log, log1p, mp, mpf, nint

from remez import double, evaluate, literal, minimax

CELLS = 256
OFFSET = 0x3FE6_0000_0000_0000 + (1 << 43)  # so that 1 is the middle of a cell
SHIFT = 44


def number(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


def bits(value):
    return struct.unpack("<Q", struct.pack("<d", value))[0]


def ulp(value):
    value = abs(value)
    return mpf(2) ** (int(floor(log(value, 2))) - 52)


LN2_HIGH = nint(log(2) * 2**42) / mpf(2) ** 42
LN2_LOW = double(log(2) - LN2_HIGH)

rows = []
worst_row = mpf(0)
widest = mpf(0)
unit_cell = ((bits(1.0) - OFFSET) >> SHIFT) % CELLS
unit_low = unit_high = None
for cell in range(CELLS):
    low = number(OFFSET + (cell << SHIFT))
    high = number(OFFSET + ((cell + 1) << SHIFT))
    if abs(cell - unit_cell) <= 1:
        unit_low = low if unit_low is None else unit_low
        unit_high = high
        rows.append((1.0, 1.0, 0.0))
        continue
    smallest = min(abs(log(mpf(low))), abs(log(mpf(high))))
    target = ulp(smallest) / 32
    middle = (mpf(low) + mpf(high)) / 2
    reach = (mpf(high) - mpf(low)) / 2 / middle
    # A little towards 1 from below it, where |r| would else pass the power of 2 at a cell's end.
    start = int(nint(log(middle) * 2**43)) + (2**27 if middle < 1 else 0)
    for step in range(1 << 22):
        # Steps of one lattice point would move the rounding of the center hardly at all.
        grid = start + step * 0x9E3779B1 % 2**26
        value = mpf(grid) / 2**43
        center = double(exp(value))
        inverse = double(1 / mpf(center))
        error = abs(log(mpf(center)) - value) + reach * abs(mpf(center) * inverse - 1)
        if error <= target:
            break
    else:
        sys.exit(f"no row for cell {cell}")
    worst_row = max(worst_row, error / ulp(smallest))
    widest = max(widest, abs(mpf(low) - center) * inverse, abs(mpf(high) - center) * inverse)
    rows.append((center, inverse, double(value)))

assert max(1 - unit_low, unit_high - 1) <= 1.5 / 256
REACH = mpf(1.5) / 256


def remainder(r):
    if abs(r) < mpf(2) ** -40:
        return mpf(1) / 3 - r / 4
    return (log1p(r) - r + r * r / 2) / r**3


coefficients, error = minimax(remainder, lambda r: r * r, -REACH, REACH, 4)
coefficients = [double(c) for c in coefficients]
sample = [REACH * i / 5000 for i in range(-5000, 5001) if i]
rounded_error = max(
    abs((remainder(r) - evaluate([mpf(c) for c in coefficients], r)) * r * r) for r in sample
)
table_error = max(
    abs((remainder(r) - evaluate([mpf(c) for c in coefficients], r)) * r**3)
    for r in sample
    if abs(r) <= widest
)

print("offset", hex(OFFSET), "cell of 1:", unit_cell, "unit cell:", float(unit_low), float(unit_high))
print("widest |r| elsewhere: 2^%.3f" % float(log(widest, 2)))
print("worst row error: %.4f ulp of the smallest result in its cell" % float(worst_row))
print("polynomial: relative error 2^%.2f on the unit cell (before rounding 2^%.2f)"
      % (float(log(rounded_error, 2)), float(log(error, 2))))
print("polynomial: absolute error 2^%.2f elsewhere" % float(log(table_error, 2)))
print("ln 2:", literal(LN2_HIGH), literal(LN2_LOW))
for power, c in enumerate(coefficients):
    print("A%d" % (power + 3), literal(c))

flat = [literal(x) for row in rows for x in row]
for i in range(0, len(flat), 4):
    print("  " + ", ".join(flat[i : i + 4]) + ",")
