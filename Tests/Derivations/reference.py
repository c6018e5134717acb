"""Prints the values that Tests/KernelTests/Arithmetic compares with, computed with 400 bits.

Each value, up to its semicolon, is the bits of the arguments, those of the nearest double to the true
result, and by how many 2^-20 of its ulp the true result is over it."""

import random
import struct
import sys

from mpmath import exp, floor, log, mp, mpf, nint

mp.prec = 400
random.seed(19971018)
RECORDS = []


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def number(b):
    return struct.unpack("<d", struct.pack("<Q", b))[0]


def nearest(value):
    """The nearest double, subnormal ones included, and the rest in 2^-20 ulp."""
    power = max(int(floor(log(abs(value), 2))), -1022) if value else -1022
    ulp = mpf(2) ** (power - 52)
    steps = nint(value / ulp)
    rest = int(nint((value / ulp - steps) * 2**20))
    if abs(steps * ulp) >= mpf(2) ** 1024:
        return None
    result = float(steps * ulp) if power > -1022 else float(int(steps)) * 5e-324
    return bits(result), rest


def record(arguments, value):
    found = nearest(value)
    if found:
        words = ["%x" % bits(x) for x in arguments] + ["%x" % found[0], str(found[1])]
        RECORDS.append(" ".join(words))


def around(x, reach=3):
    b = bits(x)
    return [number(b + i) for i in range(-reach, reach + 1)]


def any_double():
    return number(random.randrange(1, 0x7FF0_0000_0000_0000))


def logarithms():
    points = [number(i) for i in (1, 2, 3, 5, 7, 2**51 - 1, 2**52 - 1, 2**52, 2**52 + 1)]
    points += [number(random.randrange(1, 2**52)) for _ in range(150)]
    points += [number(0x7FEF_FFFF_FFFF_FFFF - i) for i in range(5)]
    points += [any_double() for _ in range(500)]
    for power in range(1, 53):
        points += [1 + 2.0**-power, 1 - 2.0**-power]
        points += [1 + random.random() * 2.0**-power, 1 - random.random() * 2.0**-power]
    points += [1 + random.uniform(-1 / 200, 1 / 200) for _ in range(400)]
    # Both sides of every boundary between two cells of the table.
    for cell in range(256):
        edge = number(0x3FE6_0040_0000_0000 + (cell << 44))
        points += around(edge, 1) + [random.uniform(edge, edge * 1.002) for _ in range(2)]
    points += [random.random() * 2.0 ** random.randrange(-60, 60) for _ in range(300)]
    # Where the cells about 1 end, and the logarithm passes 2^-8.
    points += [1 + random.uniform(1, 1.02) / 256 for _ in range(300)]
    points += [1 - random.uniform(0.99, 1) / 256 for _ in range(100)]
    for x in points:
        if x != 1:
            record([x], log(mpf(x)))


def exponentials():
    points = [s * 2.0**-p for p in (1, 2, 10, 26, 52, 53, 54, 60, 300, 1022, 1074) for s in (-1, 1)]
    points += [random.uniform(-745, 709.7) for _ in range(600)]
    points += [random.uniform(-1, 1) * 2.0 ** -random.randrange(0, 60) for _ in range(400)]
    points += [random.uniform(-745.13, -708.39) for _ in range(400)]
    points += [random.uniform(-0.5, 0.5) + s * 664 for s in (-1, 1) for _ in range(60)]
    for x in (709.782712893384, -745.1332191019411, -744.4400719213812, -708.3964185322641):
        points += around(x, 8)
    # Both sides of the points half way between two steps of the table.
    for step in list(range(-300, 300)) + random.sample(range(-270000, 262000), 300):
        points += around(float((step + mpf(1) / 2) * log(2) / 256), 1)[::2]
    for x in points:
        record([x], exp(mpf(x)))


def powers():
    pairs = [(any_double(), random.uniform(-4, 4)) for _ in range(500)]
    for _ in range(900):
        x = random.choice([any_double(), 1 + random.uniform(-0.01, 0.01), random.random() * 4])
        if x != 1:
            pairs.append((x, float(random.uniform(-745, 709) / log(mpf(x)))))
    for _ in range(300):
        x = 1 + random.choice([-1, 1]) * 2.0 ** -random.randrange(8, 53)
        pairs.append((x, float(random.uniform(-745, 709) / log(mpf(x)))))
    for _ in range(200):
        x = number(random.randrange(1, 2**52))
        pairs.append((x, float(random.uniform(-745, 709) / log(mpf(x)))))
    for _ in range(300):
        x = random.random() * 100
        pairs.append((x, float(random.uniform(-745.1, -708) / log(mpf(x)))))
    for cell in range(256):
        edge = number(0x3FE6_0040_0000_0000 + (cell << 44))
        for x in around(edge, 1):
            if x != 1:
                pairs.append((x, random.uniform(-500, 500)))
    # Exact ones, and squares.
    pairs += [(float(a), float(b)) for a in (2, 3, 5, 7, 10, 0.5, 1.5) for b in range(-20, 21)]
    pairs += [(random.random() * 1e10, 0.5) for _ in range(50)]
    for x, y in pairs:
        record([x, y], exp(mpf(y) * log(mpf(x))))


NAMES = {"Logarithm": logarithms, "Exponential": exponentials, "Power": powers}
name = sys.argv[1]
NAMES[name]()
print("// swift-format-ignore-file")
print()
print("/// `Tests/Derivations/reference.py %s` prints this file and says what a value holds." % name)
print('let exact%sValues = """' % name)
for i in range(0, len(RECORDS), 10):
    print("; ".join(RECORDS[i : i + 10]) + ";")
print('"""')
