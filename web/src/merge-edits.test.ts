import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSame, merge, withTheirs } from "./merge-edits.ts";

const person = (id: string, name: string, looks = "tall") => ({ id, name, looks });

describe("a three-way merge", () => {
  test("keeps both sides' changes to different fields", () => {
    const base = [person("c1", "Mina"), person("c2", "Ken")];
    const mine = [person("c1", "Hana"), person("c2", "Ken")];
    const theirs = [person("c1", "Mina", "short"), person("c2", "Ken", "old")];
    expect(merge({ base, mine, theirs })).toEqual({
      value: [person("c1", "Hana", "short"), person("c2", "Ken", "old")],
      conflicts: [],
    });
  });

  test("removes items that the other side removed, while my side changes others", () => {
    const base = [person("c1", "Mina"), person("c2", "Ken")];
    const mine = [person("c1", "Mina"), person("c2", "Jun")];
    expect(merge({ base, mine, theirs: base.slice(1) })).toEqual({
      value: [person("c2", "Jun")],
      conflicts: [],
    });
  });

  test("reports a conflict if both changed the same field, or one changed what the other removed", () => {
    const base = [person("c1", "Mina")];
    const mine = [person("c1", "Hana")];
    const both = merge({ base, mine, theirs: [person("c1", "Yuki")] });
    expect(both).toEqual({ value: mine, conflicts: [{ path: "c1.name", mine: "Hana", theirs: "Yuki" }] });
    expect(both.conflicts.reduce(withTheirs, both.value)).toEqual([person("c1", "Yuki")]);
    const gone = merge<unknown>({ base, mine, theirs: [] });
    expect(gone.conflicts).toEqual([{ path: "c1", mine: mine[0], theirs: undefined }]);
    expect(gone.conflicts.reduce(withTheirs, gone.value)).toEqual([]);
    const kept = merge<unknown>({ base, mine: [], theirs: mine });
    expect(kept.conflicts.reduce(withTheirs, kept.value)).toEqual(mine);
  });

  test("takes the new order of the side that changed it, and reports a conflict if both did differently", () => {
    const base = ["1", "2", "3"].map((id) => ({ id }));
    const [one, two, three] = base;
    expect(merge<unknown>({ base, mine: [two, one, three], theirs: base }).value).toEqual([two, one, three]);
    expect(merge<unknown>({ base, mine: base, theirs: [three, one, two] }).value).toEqual([three, one, two]);
    const both = merge<unknown>({ base, mine: [two, one, three], theirs: [three, one, two] });
    expect(both.conflicts).toHaveLength(1);
  });

  const json = fc.jsonValue({ maxDepth: 3 });
  const items = fc.uniqueArray(
    fc.record({ id: fc.constantFrom("a", "b", "c", "d"), n: fc.nat(3), m: fc.nat(3) }),
    {
      selector: ({ id }) => id,
    },
  );
  const value = fc.oneof(json, items, fc.record({ list: items, n: fc.nat(3) }));

  test("returns one side's changes if the other made none", () => {
    fc.assert(
      fc.property(value, value, (base, changed) => {
        expect(merge<unknown>({ base, mine: changed, theirs: base })).toEqual({
          value: changed,
          conflicts: [],
        });
        expect(merge<unknown>({ base, mine: base, theirs: changed })).toEqual({
          value: changed,
          conflicts: [],
        });
        expect(merge<unknown>({ base, mine: changed, theirs: changed }).conflicts).toEqual([]);
      }),
    );
  });

  test("reports the same conflicts when the sides are swapped, and drops no change without a conflict", () => {
    fc.assert(
      fc.property(items, items, items, (base, mine, theirs) => {
        const [one, two] = [
          merge<unknown>({ base, mine, theirs }),
          merge<unknown>({ base, mine: theirs, theirs: mine }),
        ];
        expect(one.conflicts.map(({ path }) => path).toSorted()).toEqual(
          two.conflicts.map(({ path }) => path).toSorted(),
        );
        if (one.conflicts.length > 0) return;
        const merged = new Map((one.value as { id: string }[]).map((item) => [item.id, item]));
        for (const side of [mine, theirs]) {
          for (const item of side) {
            const before = base.find(({ id }) => id === item.id);
            for (const field of ["n", "m"] as const) {
              if (item[field] !== before?.[field])
                expect(merged.get(item.id)).toMatchObject({ [field]: item[field] });
            }
          }
        }
      }),
    );
  });

  test("compares values by content", () => {
    expect(isSame({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
  });
});
