import { expect, test } from "vitest";
import { inGroups } from "./in-groups.ts";

/** Answers on demand with the squares of its inputs. */
function square() {
  const asked: number[][] = [];
  const doors: PromiseWithResolvers<void>[] = [];
  const ask = inGroups(async (_key: string, group: readonly number[]) => {
    asked.push([...group]);
    const door = Promise.withResolvers<void>();
    doors.push(door);
    await door.promise;
    return group.map((number) => number ** 2);
  }, 3);
  const next = async () => {
    doors.shift()?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, asked, next, fail: () => doors.shift()?.reject(new Error("away")) };
}

test("the first request is sent alone, and those that arrive meanwhile together, each with its own answer", async () => {
  const { ask, asked, next } = square();
  const answers = Promise.all([1, 2, 3, 4, 5].map((number) => ask("a", number)));
  const other = ask("b", 6);
  expect(asked).toEqual([[1], [6]]);
  for (let calls = 0; calls < 4; calls++) await next();
  expect(await answers).toEqual([1, 4, 9, 16, 25]);
  expect(await other).toBe(36);
  expect(asked).toEqual([[1], [6], [2, 3, 4], [5]]);
});

test("a failed call fails only its own group, and the next one is sent", async () => {
  const { ask, asked, next, fail } = square();
  const first = ask("a", 1);
  const second = ask("a", 2);
  fail();
  await expect(first).rejects.toThrow("away");
  await next();
  expect(await second).toBe(4);
  const later = ask("a", 3);
  await next();
  expect(await later).toBe(9);
  expect(asked).toEqual([[1], [2], [3]]);
});
