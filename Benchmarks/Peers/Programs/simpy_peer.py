"""The hold model and M/M/1 in SimPy, made of processes, as its users write models."""
import struct
import sys
import time
from array import array

import simpy


def numbers(count):
    values = array("Q")
    values.frombytes(sys.stdin.buffer.read(8 * count))
    return values.tolist()


class Hold:
    def __init__(self, pending, table):
        self.increments = numbers(table)
        self.mask = table - 1
        self.cursor = self.answer = self.left = 0
        self.environment = simpy.Environment()
        self.stop = None
        for entity, first in enumerate(numbers(pending)):
            self.environment.process(self.entity(entity, first))
        # Starts every process, all of them at time 0, so that each waits for its first event.
        for _ in range(pending):
            self.environment.step()

    def entity(self, number, first):
        environment, increments, mask = self.environment, self.increments, self.mask
        yield environment.timeout(first)
        while True:
            self.answer += environment.now ^ number
            self.left -= 1
            if self.left == 0:
                self.stop.succeed()
            step = increments[self.cursor & mask]
            self.cursor += 1
            yield environment.timeout(step)

    def run(self, operations):
        self.left = operations
        self.stop = self.environment.event()
        self.environment.run(until=self.stop)
        return self.answer & (2**64 - 1)


class SingleServer:
    """Customers of whom as many as the table has numbers are those of the other programs."""

    def __init__(self, gaps, services):
        self.gaps, self.services = numbers(gaps), numbers(services)
        self.environment = simpy.Environment()
        self.last = self.waiting = self.area = self.started = self.left = 0
        self.busy = False
        self.stop = None
        self.wake = self.environment.event()
        self.environment.process(self.source())
        self.environment.process(self.server())

    def happens(self):
        now = self.environment.now
        self.area += self.waiting * (now - self.last)
        self.last = now
        self.left -= 1
        if self.left == 0:
            self.stop.succeed()

    def source(self):
        turn = 0
        while True:
            self.happens()
            if self.busy:
                self.waiting += 1
            else:
                self.busy = True
                self.started += 1
                self.wake.succeed()
            yield self.environment.timeout(self.gaps[turn % len(self.gaps)])
            turn += 1

    def server(self):
        turn = 0
        while True:
            yield self.wake
            self.wake = self.environment.event()
            while True:
                yield self.environment.timeout(self.services[turn % len(self.services)])
                turn += 1
                self.happens()
                if self.waiting == 0:
                    break
                self.waiting -= 1
                self.started += 1
            self.busy = False

    def run(self, operations):
        self.left = operations
        self.stop = self.environment.event()
        self.environment.run(until=self.stop)
        mean = float(self.area) / float(self.started)
        return struct.unpack("=Q", struct.pack("=d", mean))[0]


WORKS = {(b"hold", b"processes"): Hold, (b"mm1", b"processes"): SingleServer}


def main():
    kind, variant, first, second = sys.stdin.buffer.readline().split()
    if (kind, variant) not in WORKS:
        print("unknown request", kind, variant, flush=True)
        return
    work = WORKS[kind, variant](int(first), int(second))
    print("ready", flush=True)
    for line in sys.stdin.buffer:
        operations = int(line.split()[1])
        processor, real = time.process_time_ns(), time.perf_counter_ns()
        answer = work.run(operations)
        real, processor = time.perf_counter_ns() - real, time.process_time_ns() - processor
        print(real, processor, answer, flush=True)


main()
