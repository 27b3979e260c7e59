import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formulaOf, type OperationsBench, openOperations } from "./operations.ts";

let bench: OperationsBench;
beforeAll(async () => {
  bench = await openOperations();
});
afterAll(() => bench.close());

describe("what a session asks of Firestore and Pub/Sub", () => {
  test.each([1, 2, 4])("is as the formula says, linear in panels, for %i pages", async (pages) => {
    const { reads, writes, messages } = await bench.count({ pages, panels: 5, people: 3 });
    expect({ reads, writes, messages }).toEqual(formulaOf(pages * 5));
  });
});
