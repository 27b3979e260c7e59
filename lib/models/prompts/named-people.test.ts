import { expect, it } from "vitest";
import type { Person } from "../../manga/concept.ts";
import { personFinder } from "./named-people.ts";

const person = (id: string, name: string, ...aliases: string[]): Person => ({
  ...{ id, name, aliases, role: "support", kind: "human", age: "adult", sex: "unknown", notes: "" },
});
const find = personFinder([
  person("c1", "Mina Arai", "the girl"),
  person("c2", "オト", "駅長"),
  person("c3", "Tom Gray"),
  person("c4", "Tom Brown"),
]);

it.each([
  ["c1", "c1", undefined],
  [" C1 ", "c1", "a name in place of an id"],
  ["mina arai", "c1", "a name in place of an id"],
  ["Mina", "c1", "a name in place of an id"],
  ["オトさん", "c2", "a name in place of an id"],
  ["Tom", undefined, "somebody whom nobody knows"],
  ["c9", undefined, "somebody whom nobody knows"],
  ["", undefined, undefined],
])("%j is %s", (told, id, fault) => {
  const counted: string[] = [];
  expect(find(told, { count: (one) => void counted.push(one) })).toBe(id);
  expect(counted).toEqual(fault === undefined ? [] : [fault]);
});
