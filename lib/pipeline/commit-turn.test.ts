import { describe, expect, test } from "vitest";
import { openCommitTurn } from "./commit-turn.ts";
import { sessionTurns } from "./session-turns.ts";

test("changes of a session run one after another, beside those of other sessions, and a failure delays no other", async () => {
  const inTurn = sessionTurns(60_000);
  const told: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inTurn("s", async () => {
    told.push("first");
    await gate.promise;
    throw new RangeError("no");
  });
  const second = inTurn("s", async () => told.push("second"));
  await inTurn("another", async () => told.push("another"));
  expect(told).toEqual(["first", "another"]);
  gate.resolve();
  await expect(first).rejects.toThrow(RangeError);
  await second;
  await inTurn("s", async () => told.push("third"));
  expect(told).toEqual(["first", "another", "second", "third"]);
});

test("a waiting piece starts after the longest wait", async () => {
  const inTurn = sessionTurns(1);
  const never = inTurn("s", () => new Promise<never>(() => {}));
  never.catch(() => {});
  await expect(inTurn("s", async () => "went on")).resolves.toBe("went on");
});

describe("the turn in which a step commits", () => {
  const done = async () => {};

  test("delays other commits until the step ends its turn, if its commit was the last", async () => {
    const inTurn = sessionTurns(60_000);
    const [first, second] = [openCommitTurn(inTurn, "s"), openCommitTurn(inTurn, "s")];
    const told: string[] = [];
    await first.take(done, () => true);
    const waiting = second.take(
      async () => told.push("second"),
      () => true,
    );
    await openCommitTurn(inTurn, "another").take(
      async () => told.push("another"),
      () => false,
    );
    expect(told).toEqual(["another"]);
    first.end();
    await waiting;
    const again = first.take(
      async () => told.push("first again"),
      () => false,
    );
    second.end();
    await again;
    expect(told).toEqual(["another", "second", "first again"]);
  });

  test("delays no other commit once it is stored, if more of the step is under way, or if it could not be stored", async () => {
    const inTurn = sessionTurns(60_000);
    const [first, second] = [openCommitTurn(inTurn, "s"), openCommitTurn(inTurn, "s")];
    await first.take(done, () => false);
    const failing = first.take(
      () => Promise.reject(new RangeError("no")),
      () => true,
    );
    await expect(failing).rejects.toThrow("no");
    await second.take(done, () => false);
  });

  test("of one step commits one after another, and the last ends an earlier one's turn", async () => {
    const inTurn = sessionTurns(60_000);
    const step = openCommitTurn(inTurn, "s");
    const told: string[] = [];
    const one = (name: string, isLast: boolean) =>
      step.take(
        async () => {
          told.push(`${name} begins`);
          await new Promise(setImmediate);
          told.push(`${name} is kept`);
        },
        () => isLast,
      );
    await Promise.all([one("a", false), one("b", true)]);
    expect(told).toEqual(["a begins", "a is kept", "b begins", "b is kept"]);
    step.end();
    step.end();
    await openCommitTurn(inTurn, "s").take(done, () => false);
  });
});
