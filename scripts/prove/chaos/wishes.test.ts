import { expect, test } from "vitest";
import { chanceOf } from "./fault-rates.ts";
import { planStories } from "./plan-stories.ts";
import { planPerson, planWishes, WISHES, wishFor } from "./wishes.ts";

const result = { input: "i", output: "o" };
const RESULTS = Object.fromEntries(
  [
    "concept",
    "characters",
    "characters/c1",
    "artwork/style",
    "artwork/p001/k1",
    "artwork/p002/k1",
    "finish",
  ].map((step) => [step, result]),
);

test("wishes depend on the seed, and every campaign with enough sessions has every kind", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const casts = planStories({ sessions: 30, seed, isBuilt: false });
    expect(planStories({ sessions: 30, seed, isBuilt: false })).toEqual(casts);
    const painted = casts.filter(({ isPainted }) => isPainted);
    expect(painted.length).toBeGreaterThanOrEqual(4);
    for (const { wishes } of painted) {
      expect(new Set(wishes.map(({ kind }) => kind))).toEqual(new Set(WISHES));
    }
  }
});

test("edits are with and without a region, of one to four pictures", () => {
  const edits = Array.from({ length: 100 }, (_, seed) =>
    planWishes(chanceOf(seed, "wishes"), { isPainted: true }),
  )
    .flat()
    .filter(({ kind }) => kind === "edit");
  expect(new Set(edits.map(({ takes }) => takes))).toEqual(new Set([1, 2, 3, 4]));
  const marked = edits.filter(({ region }) => region !== undefined).length;
  expect(marked / edits.length).toBeGreaterThan(0.3);
  expect(marked / edits.length).toBeLessThan(0.7);
});

test("drawings of a program are never edited", () => {
  const wishes = planWishes(chanceOf(1, "wishes"), { isPainted: false });
  expect(wishes.map(({ kind }) => kind).toSorted()).toEqual(["scene", "sheet"]);
});

test("a wish is about an existing picture", () => {
  for (let seed = 1; seed <= 20; seed++) {
    for (const planned of planWishes(chanceOf(seed, "wishes"), { isPainted: true })) {
      const wish = wishFor(planned, RESULTS);
      if (wish.kind === "sheet") expect(["characters/c1", "artwork/style"]).toContain(wish.step);
      else expect([1, 2]).toContain(wish.page);
    }
  }
  const [planned] = planWishes(chanceOf(1, "wishes"), { isPainted: true });
  expect(() => planned && wishFor(planned, {})).toThrow("the book has nothing");
});

test("a share of the users change their book, some with duplicates, some with a cancellation", () => {
  const people = Array.from({ length: 400 }, (_, index) => planPerson(chanceOf(1, `person ${index}`), 3));
  const share = (holds: (one: (typeof people)[number]) => boolean) =>
    people.filter(holds).length / people.length;
  expect(share(({ wishes }) => wishes > 0)).toBeCloseTo(0.7, 1);
  expect(share(({ isTwice }) => isTwice)).toBeCloseTo(0.3, 1);
  expect(share(({ cancelAfterMs }) => cancelAfterMs !== undefined)).toBeCloseTo(0.25, 1);
  expect(new Set(people.map(({ wishes }) => wishes))).toEqual(new Set([0, 1, 2, 3]));
});
