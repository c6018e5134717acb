"""Derives the table and the polynomial of Sources/Kernel/Arithmetic/Arithmetic+Power*.swift."""

import struct

from mpmath import log, log1p, mpf, nint

from precise import double, evaluate, literal, minimax, table

CELLS = 256
OFFSET = 0x3FE6_0000_0000_0000 + (1 << 38)  # the cells of the logarithm


def number(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]


rows = []
widest = mpf(0)
for cell in range(CELLS):
    low, high = (mpf(number(OFFSET + (i << 44))) for i in (cell, cell + 1))
    if 1 - mpf(1) / 256 < low < 1 + mpf(1) / 256:
        rows.append((1.0, 0.0, 0.0))
        continue
    # So short that z * inverse - 1 is a double: its first 8 bits cancel.
    fraction = 8 if high <= 1 else 9
    inverse = nint(2 / (low + high) * 2**fraction) / mpf(2) ** fraction
    value = nint(-log(inverse) * 2**43) / mpf(2) ** 43
    assert abs(value) > max(abs(low * inverse - 1), abs(high * inverse - 1))
    widest = max(widest, abs(low * inverse - 1), abs(high * inverse - 1))
    rows.append((double(inverse), double(value), double(-log(inverse) - value)))


def remainder(r):
    if abs(r) < mpf(2) ** -40:
        return mpf(1) / 3 - r / 4
    return (log1p(r) - r + r * r / 2) / r**3


LOW, HIGH = -mpf(1) / 256, mpf(1.0157) / 256  # the cells at 1, and the others lie within
coefficients, error = minimax(remainder, lambda r: r * r, LOW, HIGH, 5)
coefficients = [double(c) for c in coefficients]
sample = [LOW + (HIGH - LOW) * i / 10001 for i in range(10002)]
worst = max(abs((remainder(r) - evaluate([mpf(c) for c in coefficients], r)) * r * r) for r in sample)
print("widest |r| outside the cells at 1: 2^%.3f" % float(log(widest, 2)))
print("polynomial: relative error 2^%.2f" % float(log(worst, 2)))
high = nint(log(2) * 2**42) / mpf(2) ** 42
print("log 2:", literal(high), literal(double(log(2) - high)))
print("coefficients:", [literal(c) for c in coefficients])
for column in zip(*rows):
    print(table(column))
