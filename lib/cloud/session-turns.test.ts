import { expect, test } from "vitest";
import { sessionTurns } from "./session-turns.ts";

test("changes of a session come one after another, those of others beside them, and a failure holds up nobody", async () => {
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

test("nobody waits for ever for the one before", async () => {
  const inTurn = sessionTurns(1);
  const never = inTurn("s", () => new Promise<never>(() => {}));
  never.catch(() => {});
  await expect(inTurn("s", async () => "went on")).resolves.toBe("went on");
});
