import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isCancelled, PaneRequests, problemOf, runInSlices } from "../../src/tasks";

/** Our own clock, since the machine's runs on while other programs have their turn. */
let clock = 0;
beforeEach(() => {
  clock = 0;
  vi.spyOn(performance, "now").mockImplementation(() => clock);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Steps that take so many milliseconds each. */
function* busy(steps: number, length: number): Generator<number, string> {
  for (let step = 1; step <= steps; step += 1) {
    clock += length;
    yield step;
  }
  return "done";
}

describe("slices", () => {
  test("give the computation's result", async () => {
    expect(await runInSlices(busy(3, 0))).toBe("done");
  });

  test.each([1, 4, 15, 33])(
    "pause before 50 milliseconds have gone by, steps of %i",
    async (length) => {
      const pauses: number[] = [];
      await runInSlices(busy(60, length), { onPause: () => pauses.push(clock) });
      const blocks = pauses.map((pause, index) => pause - (pauses[index - 1] ?? 0));
      expect(blocks.length).toBeGreaterThan(2);
      expect(Math.max(...blocks)).toBeLessThan(50);
    },
  );

  test("pause by the clock, however short the steps are", async () => {
    let pauses = 0;
    await runInSlices(busy(100_000, 0.001), { onPause: () => (pauses += 1) });
    expect(pauses).toBe(12);
  });

  test("do not pause within what is short", async () => {
    let pauses = 0;
    await runInSlices(busy(1_000, 0.001), { onPause: () => (pauses += 1) });
    expect(pauses).toBe(0);
  });

  test("stop at a pause when they are cancelled", async () => {
    const controller = new AbortController();
    let last = 0;
    const running = runInSlices(busy(200, 2), {
      signal: controller.signal,
      onPause: (step) => {
        last = step;
        controller.abort();
      },
    });
    await expect(running).rejects.toSatisfy(isCancelled);
    expect(last).toBeLessThan(200);
  });

  test("that are cancelled are told as such, and by what the signal throws alone", () => {
    const reason: unknown = AbortSignal.abort().reason;
    expect(problemOf(reason)).toEqual({ kind: "cancelled" });
    expect(problemOf(new DOMException("too slow", "TimeoutError"))).toEqual({
      kind: "unknown",
      detail: "TimeoutError: too slow",
    });
    expect(problemOf(new Error("AbortError")).kind).toBe("unknown");
  });

  test("hand on what the computation throws", async () => {
    const steps = (function* (): Generator<never, never> {
      yield* [];
      throw new RangeError("no such month");
    })();
    await expect(runInSlices(steps)).rejects.toThrow("no such month");
  });
});

describe("requests of the ribbon", () => {
  test("wait for the pane, then reach it in order", async () => {
    const requests = new PaneRequests();
    const served: string[] = [];
    const sent = [requests.send("validateMonth"), requests.send("clearHighlights")];
    expect(served).toEqual([]);
    requests.serve((request) => {
      served.push(request);
      return Promise.resolve();
    });
    await Promise.all(sent);
    expect(served).toEqual(["validateMonth", "clearHighlights"]);
  });

  test("are over only when they have been carried out", async () => {
    const requests = new PaneRequests();
    let finish = (): void => undefined;
    requests.serve(() => new Promise((resolve) => (finish = resolve)));
    let over = false;
    const sent = requests.send("validateMonth").then(() => (over = true));
    await Promise.resolve();
    expect(over).toBe(false);
    finish();
    await sent;
    expect(over).toBe(true);
  });
});
