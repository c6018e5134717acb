"""The hold model in SimPy, one process an entity, as its users write models."""
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


def main():
    kind, variant, pending, table = sys.stdin.buffer.readline().split()
    if (kind, variant) != (b"hold", b"processes"):
        print("unknown request", kind, variant, flush=True)
        return
    work = Hold(int(pending), int(table))
    print("ready", flush=True)
    for line in sys.stdin.buffer:
        operations = int(line.split()[1])
        processor, real = time.process_time_ns(), time.perf_counter_ns()
        answer = work.run(operations)
        real, processor = time.perf_counter_ns() - real, time.process_time_ns() - processor
        print(real, processor, answer, flush=True)


main()
