import { expect, it } from "vitest";
import type { ClientPage } from "./documents.ts";
import { type EditedPerson, newcomer, patchOf, usesOf } from "./people-edit.ts";

const person = (id: string, part: Partial<EditedPerson> = {}): EditedPerson => ({
  ...newcomer([], undefined, id),
  ...{ id, description: "A man." },
  ...part,
});

it("saves the people who stay and the merges, and omits removed people", () => {
  const people = [person("c1"), person("c2", { fate: { into: "c1" } }), person("c3", { fate: {} })];
  const output = { characters: [], merged: [{ id: "c9", into: "c1" }] };
  const patch = patchOf(people, output);
  expect(patch.characters.map(({ id }) => id)).toEqual(["c1"]);
  expect(patch.merged).toEqual([
    { id: "c9", into: "c1" },
    { id: "c2", into: "c1" },
  ]);
  expect(patchOf([person("c1")], output)).not.toHaveProperty("merged");
});

it("leaves a new person's description to the service, and chooses an unused id", () => {
  const people = [person("c1")];
  const added = newcomer(people, { merged: [{ id: "c4", into: "c1" }] }, "Ann");
  expect(added.id).toBe("c5");
  expect(patchOf([...people, added], undefined).characters[1]).not.toHaveProperty("description");
  expect(patchOf(people, undefined).characters[0]).toMatchObject({ description: "A man." });
});

it("counts a person's panels and lines", () => {
  const page = {
    ...{ number: 2, panels: [{ id: "k1", people: [{ character: "c1", side: 0.5 }] }, { id: "k2" }] },
    texts: [{ speaker: "c1" }, { speaker: null }],
  } as unknown as ClientPage;
  expect(usesOf([page], "c1")).toEqual({ panels: [{ page: 2, panel: "k1" }], lines: 1 });
  expect(usesOf([page], "c2")).toEqual({ panels: [], lines: 0 });
});
