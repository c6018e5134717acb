"""Derives the table and the polynomial of Sources/Kernel/Arithmetic/Arithmetic+Exponential*.swift."""

import struct

from mpmath import exp, floor, log, mpf, nint

from precise import double, evaluate, literal, minimax, table

STEPS = 256

rows = []
for i in range(STEPS):
    true = mpf(2) ** (mpf(i) / STEPS)
    value = double(true)
    bits = struct.unpack("<Q", struct.pack("<d", value))[0] - (i << 44)
    rows.append((struct.unpack("<d", struct.pack("<Q", bits))[0], double(true / value - 1)))

STEP = log(2) / STEPS
STEP_HIGH = nint(STEP * 2**42) / mpf(2) ** 42
STEP_LOW = double(STEP - STEP_HIGH)
REACH = STEP / 2 * (1 + mpf(2) ** -30)


def remainder(r):
    if abs(r) < mpf(2) ** -60:
        return mpf(1) / 2 + r / 6
    return (exp(r) - 1 - r) / r**2


coefficients, error = minimax(remainder, lambda r: r * r, -REACH, REACH, 2)
coefficients = [double(c) for c in coefficients]
sample = [REACH * (i - 5000) / 5000 for i in range(10001)]
worst = max(abs((remainder(r) - evaluate([mpf(c) for c in coefficients], r)) * r * r) for r in sample)
print("polynomial: relative error of exp r 2^%.2f" % float(log(worst, 2)))
print("256/log 2:", literal(double(1 / STEP)))
print("log 2/256:", literal(STEP_HIGH), literal(STEP_LOW))
print("coefficients:", [literal(c) for c in coefficients])
for column in zip(*rows):
    print(table(column))
