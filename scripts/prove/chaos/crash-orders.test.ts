import { expect, test } from "vitest";
import { type CrashOrder, drawCrashOrders } from "./crash-orders.ts";
import { chanceOf } from "./fault-rates.ts";

const NAMES = [
  "start",
  "change",
  "concept",
  "characters",
  "plot",
  "storyboard",
  "artwork",
  "lettering",
  "finish",
  "sweep",
];

function takeAll(seed: number, count: number): CrashOrder[] {
  const orders = drawCrashOrders(chanceOf(seed, "crashes"), count);
  return NAMES.flatMap((name) => {
    const taken: CrashOrder[] = [];
    for (let order = orders.take(name, 1); order !== undefined; order = orders.take(name, 1))
      taken.push(order);
    return taken;
  });
}

test("five hundred crashes reach every point often, and more than a hundred are kills", () => {
  const orders = takeAll(7, 500);
  expect(orders).toHaveLength(500);
  const at = Map.groupBy(orders, ({ point }) => point);
  for (const point of ["claimed", "paid", "stored", "recorded", "published", "answering"] as const) {
    expect(at.get(point)?.length, point).toBeGreaterThan(30);
  }
  expect(orders.filter(({ manner }) => manner === "SIGKILL").length).toBeGreaterThan(200);
  expect(takeAll(7, 500)).toEqual(orders);
});

test("orders are issued as the campaign progresses, and an unexecuted one is issued again", () => {
  const orders = drawCrashOrders(chanceOf(1, "crashes"), 100);
  const early = NAMES.filter((name) => orders.take(name, 0) !== undefined);
  expect(early).toEqual([]);
  const order = NAMES.map((name) => orders.take(name, 1)).find((taken) => taken !== undefined);
  if (order === undefined) throw new Error("there are no orders");
  orders.giveBack(order);
  expect(orders.take(order.name, 1)).toBe(order);
});
