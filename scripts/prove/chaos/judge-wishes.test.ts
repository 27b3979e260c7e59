import { expect, test } from "vitest";
import type { VersionWritten } from "./audit.ts";
import type { PaidCall } from "./journal.ts";
import { type Granted, judgeWishes, type WishEvidence } from "./judge-wishes.ts";
import type { Wish } from "./wishes.ts";
import type { WrittenSchedule } from "./written.ts";

const [FIRST, SECOND, OTHER] = ["artwork/p001/k1", "artwork/p001/k2", "artwork/p002/k1"];

const panel = (id: string, scene: string, characters: string[], outfits?: string[]) => ({
  ...{ id, scene, characters },
  ...(outfits && { outfits }),
});

/** Outputs by step; an input is derived from its output. */
function book(version: number, outputs: Record<string, string>, more: Partial<WrittenSchedule> = {}) {
  const results: WrittenSchedule["results"] = Object.fromEntries(
    Object.entries(outputs).map(([step, output]) => [step, { input: `made ${output}`, output }]),
  );
  const pages = {
    "storyboard/p001": [panel("k1", "s1", ["c1"]), panel("k2", "s2", ["c1"], ["c1.o2"])],
    "storyboard/p002": [panel("k1", "s2", ["c2"])],
  };
  for (const [step, panels] of Object.entries(pages)) {
    results[step] = { ...(results[step] ?? { input: "i", output: step }), panels };
  }
  const numbers = Array.from({ length: version }, (_, index) => ({ number: index + 1 }));
  const written: WrittenSchedule = {
    ...{ state: { status: "completed" }, seq: version, dueAt: null, results, inFlight: {}, takes: {} },
    ...{ versions: version === 1 ? [] : numbers, ...more },
  };
  return written;
}

const OUTPUTS = {
  ...{ "characters/c1": "sheet", "characters/c1.o2": "coat", "artwork/style": "plate" },
  ...{ [FIRST]: "a", [SECOND]: "b", [OTHER]: "c" },
  ...{ "lettering/p001": "page one", "lettering/p002": "page two", finish: "book" },
};
const EDIT: Wish = { kind: "edit", page: 1, panel: "k1", instruction: "night", takes: 2 };
const EDITED = { ...OUTPUTS, [FIRST]: "a at night", "lettering/p001": "page one at night", finish: "book 2" };
const GRANTED: Granted = { wish: EDIT, version: 2, pictures: { of: "x", made: ["y", "z"] } };

const call = (name: string): PaidCall => ({
  ...{ kind: "paid", at: 1, fence: 1, instance: "artwork-1", sessionId: "s", step: FIRST },
  ...{ call: name, model: "m", isEdit: true },
});

function judged(
  after: WrittenSchedule,
  {
    wish = EDIT,
    takes = { [FIRST]: 2 },
    ...more
  }: Partial<WishEvidence> & Partial<WrittenSchedule> & { wish?: Wish } = {},
) {
  const first = book(1, OUTPUTS);
  const begun = { ...first, takes, versions: after.versions };
  const versions = new Map<number, VersionWritten>([
    [1, { begun: first, left: first }],
    [2, { begun, left: after }],
  ]);
  return judgeWishes({
    ...{ sessionId: "s", granted: [{ ...GRANTED, wish }], restored: [], versions, takesDiffer: true },
    ...{ edits: [call("one"), call("two")], ...more },
  });
}

const rules = ({ findings }: ReturnType<typeof judgeWishes>) => findings.map(({ rule }) => rule);

test("an edit with the requested pictures that changed only its page counts as made", () => {
  const { made, findings } = judged(book(2, EDITED));
  expect(findings).toEqual([]);
  expect(made).toEqual({ edit: 1, sheet: 0, scene: 0 });
});

test("an accepted edit that is in no version, or has no result, is lost", () => {
  expect(rules(judged(book(2, EDITED), { granted: [{ ...GRANTED, version: 3 }] }))).toContain("lost-wish");
  expect(judged(book(2, EDITED), { takes: {} }).findings).toEqual([
    expect.objectContaining({ detail: expect.stringContaining(`nobody was asked for ${FIRST}`) }),
  ]);
  const { findings, made } = judged(book(2, OUTPUTS));
  expect(findings).toEqual([
    { rule: "lost-wish", sessionId: "s", detail: expect.stringContaining(`${FIRST} was not made again`) },
  ]);
  expect(made.edit).toBe(0);
  const running = book(2, EDITED, { state: { status: "running" } });
  expect(rules(judged(running))).toEqual(["lost-wish"]);
});

test("a picture that was redrawn identically is found, if takes differ", () => {
  const again = book(2, OUTPUTS);
  again.results[FIRST] = { input: "made for another take", output: "a" };
  const detail = expect.stringContaining(`${FIRST} is the picture of before`);
  expect(judged(again).findings).toEqual([{ rule: "lost-wish", sessionId: "s", detail }]);
  expect(judged(again, { takesDiffer: false }).findings).toEqual([]);
});

test.each<[NonNullable<Granted["pictures"]>["made"], string]>([
  [["y"], "1 pictures of 2"],
  [["y", "y"], "two of its pictures are the same"],
  [["x", "z"], "two of its pictures are the same"],
])("an edit that gave %j is lost", (made, detail) => {
  const granted = [{ ...GRANTED, pictures: { of: "x", made } }];
  expect(judged(book(2, EDITED), { granted }).findings).toEqual([
    expect.objectContaining({ rule: "lost-wish", detail: expect.stringContaining(detail) }),
  ]);
});

test("a version without a wish, and two wishes in one version, are found", () => {
  expect(rules(judged(book(2, EDITED), { granted: [] }))).toEqual(["lost-wish", "edit-overpaid"]);
  expect(rules(judged(book(2, EDITED), { granted: [GRANTED, GRANTED] }))).toEqual(["lost-wish"]);
});

test.each(["cancelled", "failed"] as const)("an edit whose session %s meanwhile is no finding", (status) => {
  const { findings, made, ...counts } = judged(book(2, OUTPUTS, { state: { status } }), {
    edits: [call("one")],
  });
  expect(findings).toEqual([]);
  expect(made.edit).toBe(0);
  expect(counts[status]).toBe(1);
});

test.each([SECOND, OTHER, "characters/c1", "artwork/style", "lettering/p002", "plot"])(
  "an edit that changed %s as well is found",
  (step) => {
    expect(judged(book(2, { ...EDITED, [step]: "otherwise" })).findings).toEqual([
      { rule: "other-picture", sessionId: "s", detail: expect.stringContaining(`changed ${step}`) },
    ]);
  },
);

test("more paid edits than requested pictures are found; repeated calls are judged elsewhere", () => {
  expect(rules(judged(book(2, EDITED), { edits: [call("one"), call("two"), call("two")] }))).toEqual([]);
  const twice = judged(book(2, EDITED), { edits: [call("one"), call("two"), call("three")] });
  expect(twice.findings).toEqual([
    { rule: "edit-overpaid", sessionId: "s", detail: `3 edits of ${FIRST} were paid, and 2 asked for` },
  ]);
});

test("a scene's panels are all redrawn, on any page", () => {
  const wish: Wish = { kind: "scene", page: 1, panel: "k2" };
  const drawn = { [SECOND]: "b 2", [OTHER]: "c 2", "lettering/p001": "1", "lettering/p002": "2" };
  const takes = { [SECOND]: 2, [OTHER]: 2 };
  const whole = judged(book(2, { ...OUTPUTS, ...drawn }), { wish, takes, edits: [] });
  expect(whole).toMatchObject({ findings: [], made: { scene: 1 } });
  const half = book(2, { ...OUTPUTS, ...drawn, [OTHER]: "c", "lettering/p002": "page two" });
  expect(judged(half, { wish, takes, edits: [] }).findings).toEqual([
    expect.objectContaining({ detail: expect.stringContaining(`${OTHER} was not made again`) }),
  ]);
});

test("another sheet changes the pictures of people who wear the outfit, and no others", () => {
  const sheet = (step: string): Wish => ({ kind: "sheet", step });
  const of = (step: string, outputs: Record<string, string>) =>
    judged(book(2, { ...OUTPUTS, [step]: "anew", ...outputs, "lettering/p001": "1", finish: "2" }), {
      ...{ wish: sheet(step), takes: { [step]: 2 }, edits: [] },
    });
  const person = of("characters/c1", { "characters/c1.o2": "coat 2", [FIRST]: "a 2", [SECOND]: "b 2" });
  expect(person).toMatchObject({ findings: [], made: { sheet: 1 } });
  expect(of("characters/c1.o2", { [SECOND]: "b 2" }).findings).toEqual([]);
  expect(rules(of("characters/c1.o2", { [FIRST]: "a 2", [SECOND]: "b 2" }))).toEqual(["other-picture"]);
  expect(rules(of("characters/c1", { [OTHER]: "c 2" }))).toEqual(["other-picture"]);
  expect(rules(of("artwork/style", { [FIRST]: "a 2" }))).toEqual(["other-picture", "other-picture"]);
});
