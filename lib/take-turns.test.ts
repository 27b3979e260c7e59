import { expect, test } from "vitest";
import { takeTurns } from "./take-turns.ts";

/** Work that starts on request and ends on command. */
function workshop(limit: number) {
  const inTurn = takeTurns(limit);
  const begun: string[] = [];
  const ends = new Map<string, { resolve(value: string): void; reject(reason: Error): void }>();
  const ask = (name: string) =>
    inTurn(() => {
      begun.push(name);
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      ends.set(name, { resolve, reject });
      return promise;
    });
  return { begun, ends, ask };
}

test("runs as many as allowed, and the others in order", async () => {
  const { begun, ends, ask } = workshop(2);
  const [a, b, c, d] = ["a", "b", "c", "d"].map(ask);
  expect(begun).toEqual(["a", "b"]);
  ends.get("b")?.resolve("B");
  expect(await b).toBe("B");
  expect(begun).toEqual(["a", "b", "c"]);
  ends.get("a")?.resolve("A");
  await a;
  expect(begun).toEqual(["a", "b", "c", "d"]);
  ends.get("c")?.resolve("C");
  ends.get("d")?.resolve("D");
  expect(await Promise.all([c, d])).toEqual(["C", "D"]);
});

test("continues after work fails, and rejects that caller's promise", async () => {
  const { begun, ends, ask } = workshop(1);
  const failing = ask("a");
  const next = ask("b");
  ends.get("a")?.reject(new RangeError("no ink"));
  await expect(failing).rejects.toThrow("no ink");
  expect(begun).toEqual(["a", "b"]);
  ends.get("b")?.resolve("B");
  expect(await next).toBe("B");
});
