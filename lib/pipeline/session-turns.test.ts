import { expect, test } from "vitest";
import { openTurn, sessionTurns } from "./session-turns.ts";

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

test("a turn that is taken goes on until it is ended, and one that was ended before it began holds up nobody", async () => {
  const inTurn = sessionTurns(60_000);
  const [first, second, third] = [openTurn(inTurn, "s"), openTurn(inTurn, "s"), openTurn(inTurn, "s")];
  const told: string[] = [];
  await first.take();
  void second.take();
  const begun = third.take().then(() => told.push("third"));
  second.end();
  await inTurn("another", async () => told.push("another"));
  expect(told).toEqual(["another"]);
  first.end();
  await begun;
  const again = first.take().then(() => told.push("first again"));
  third.end();
  await again;
  expect(told).toEqual(["another", "third", "first again"]);
});
