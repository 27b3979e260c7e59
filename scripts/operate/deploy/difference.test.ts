import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareResources, type Resource } from "./difference.ts";

const topic = (name: string, inputs: Resource["inputs"] = {}): Resource => ({ type: "topic", name, inputs });

describe("the difference of two lists of resources", () => {
  it("lists new, removed and unchanged resources, and changed inputs", () => {
    const saved = [topic("a"), topic("b", { region: "x", keep: [1, { deep: true }] }), topic("c")];
    const wanted = [topic("b", { region: "y", keep: [1, { deep: true }], more: 1 }), topic("c"), topic("d")];
    expect(compareResources(wanted, saved)).toEqual([
      { type: "topic", name: "a", state: "gone", fields: [] },
      { type: "topic", name: "b", state: "changed", fields: ["more", "region"] },
      { type: "topic", name: "c", state: "same", fields: [] },
      { type: "topic", name: "d", state: "new", fields: [] },
    ]);
  });

  it("lists an input that was removed", () => {
    const [only] = compareResources([topic("a")], [topic("a", { region: "x" })]);
    expect(only).toMatchObject({ state: "changed", fields: ["region"] });
  });

  it("distinguishes resources with one name and different types", () => {
    const compared = compareResources([topic("a")], [{ type: "bucket", name: "a", inputs: {} }]);
    expect(compared.map(({ type, state }) => [type, state])).toEqual([
      ["bucket", "gone"],
      ["topic", "new"],
    ]);
  });

  it("is empty between a list and its saved form, and loses no resource", () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 });
    const lists = names.chain((all) =>
      fc.tuple(
        ...all.map((name) => fc.dictionary(fc.string(), fc.jsonValue()).map((inputs) => topic(name, inputs))),
      ),
    );
    fc.assert(
      fc.property(lists, names, (wanted, others) => {
        const file: Resource[] = JSON.parse(JSON.stringify(wanted));
        const again: Resource[] = JSON.parse(JSON.stringify(file));
        expect(compareResources(again, file).every(({ state }) => state === "same")).toBe(true);
        const all = new Set([...wanted.map(({ name }) => name), ...others]);
        expect(
          compareResources(
            wanted,
            others.map((name) => topic(name)),
          ),
        ).toHaveLength(all.size);
      }),
    );
  });
});
