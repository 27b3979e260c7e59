import { describe, expect, it } from "vitest";
import { sampleBoard } from "../drawing/sample-board.ts";
import { TextSetSchema } from "./hand-lettering.ts";
import { editLettering, type LetterEdit, LetterEditError, type TextFields } from "./letter-edits.ts";
import { StoryboardPageSchema } from "./storyboard.ts";

const board = sampleBoard({ panels: 2, direction: "rtl", number: 1, seed: 3 });
const edit = (...edits: LetterEdit[]) => StoryboardPageSchema.parse(editLettering(board, edits));
const text = (change: TextFields, id = "k1/w1"): LetterEdit => ({ kind: "text", text: id, change });
const words = (page = board, at = 0) => page.panels[at]?.words ?? { texts: [], sounds: [] };
const fault = (...edits: LetterEdit[]): string => {
  try {
    edit(...edits);
  } catch (error) {
    if (error instanceof LetterEditError) return error.fault;
    throw error;
  }
  return "made";
};

/** Each choice with the one that takes it back. */
const CHOICES: { [Field in keyof typeof TextSetSchema.shape]: NonNullable<TextFields[Field]> } = {
  shape: "thought",
  font: "dela",
  size: 18,
  weight: "bold",
  width: 300,
  height: 400,
  tail: { x: 900, y: 900, bend: 20 },
  join: true,
  emphasis: [{ at: 0, length: 2 }],
};

describe("a choice for a text", () => {
  it.each(Object.entries(CHOICES))("%s is kept, and taken back to the bytes of before", (field, value) => {
    const after = edit(text({ [field]: value }));
    expect(words(after).texts[0]?.set).toEqual({ [field]: value });
    const back = edit(text({ [field]: value }), text({ [field]: null }));
    expect(JSON.stringify(back)).toBe(JSON.stringify(board));
  });

  it("covers every field that the schema has", () => {
    expect(Object.keys(CHOICES)).toEqual(Object.keys(TextSetSchema.shape));
  });

  it("leaves the others as they are", () => {
    const after = edit(text({ size: 18, font: "dela" }), text({ size: null, weight: "heavy" }));
    expect(words(after).texts[0]?.set).toEqual({ font: "dela", weight: "heavy" });
    expect(words(after, 1)).toEqual(words(board, 1));
  });
});

describe("readings and emphasis", () => {
  const ruby = [{ at: 0, length: 2, text: "せりふ" }];

  it("belong to their characters: another text has none", () => {
    const marked = edit(text({ ruby, emphasis: [{ at: 2, length: 1 }] }));
    expect(words(marked).texts[0]).toMatchObject({ ruby, set: { emphasis: [{ at: 2, length: 1 }] } });
    const retyped = editLettering(marked, [text({ text: "別の台詞" })]);
    expect(words(retyped).texts[0]).toMatchObject({ text: "別の台詞", ruby: [] });
    expect(words(retyped).texts[0]).not.toHaveProperty("set");
  });

  it("are refused outside the text, and on one character twice", () => {
    expect(fault(text({ ruby: [{ at: 2, length: 2, text: "よみ" }] }))).toBe("range");
    expect(fault(text({ ruby, emphasis: [{ at: 1, length: 1 }] }))).toBe("overlap");
  });
});

it("a speaker whom a person names is no guess", () => {
  expect(words(edit(text({ speaker: "c1" }))).texts[0]).toMatchObject({ speaker: "c1", guessed: false });
});

describe("texts", () => {
  const add = (more: Partial<Extract<LetterEdit, { kind: "add" }>> = {}): LetterEdit => ({
    ...{ kind: "add", panel: "k1", as: "balloon", text: "ねえ" },
    ...more,
  });
  const ids = (page: typeof board) => words(page).texts.map(({ id }) => id);

  it("are added at the end or after another one, deleted, and put in another order", () => {
    expect(ids(edit(add()))).toEqual(["w1", "w2"]);
    expect(ids(edit(add(), add({ after: "w1" })))).toEqual(["w1", "w3", "w2"]);
    expect(ids(edit(add(), { kind: "order", panel: "k1", texts: ["w2", "w1"] }))).toEqual(["w2", "w1"]);
    const back = edit(add(), { kind: "delete", text: "k1/w2" });
    expect(JSON.stringify(back)).toBe(JSON.stringify(board));
    expect(ids(edit({ kind: "delete", text: "k1/w1" }))).toEqual([]);
  });

  it("are refused where there is no such text, panel or order, and where a panel is full", () => {
    expect(fault(text({ size: 12 }, "k1/w9"))).toBe("unknown");
    expect(fault(text({ size: 12 }, "k9/w1"))).toBe("unknown");
    expect(fault(add({ after: "w9" }))).toBe("unknown");
    expect(fault({ kind: "delete", text: "k1/s9" })).toBe("unknown");
    for (const texts of [[], ["w1", "w1"], ["w2"]]) {
      expect(fault({ kind: "order", panel: "k1", texts })).toBe("order");
    }
    expect(fault(...Array.from({ length: 12 }, () => add()))).toBe("full");
  });
});

describe("sounds", () => {
  const sound = (change: Extract<LetterEdit, { kind: "sound" }>["change"]): LetterEdit => ({
    ...{ kind: "sound", sound: "k1/s1", change },
  });

  it("are moved, turned, scaled and restyled, and taken back to the bytes of before", () => {
    const change = { at: { x: 500, y: 600 }, angle: -20, size: 60, font: "dela", weight: "heavy" } as const;
    const after = edit(sound({ ...change, vertical: false, loudness: 5 }));
    expect(words(after).sounds[0]).toMatchObject({ loudness: 5, set: { ...change, vertical: false } });
    const gone = { at: null, angle: null, size: null, font: null, weight: null, vertical: null };
    const back = edit(sound({ ...change, vertical: false }), sound(gone));
    expect(JSON.stringify(back)).toBe(JSON.stringify(board));
  });

  it("are added and deleted", () => {
    const after = edit({ kind: "add", panel: "k1", as: "sound", text: "ザー", at: { x: 400, y: 400 } });
    expect(words(after).sounds[1]).toMatchObject({ text: "ザー", set: { at: { x: 400, y: 400 } } });
    expect(words(edit({ kind: "delete", text: "k1/s1" })).sounds).toEqual([]);
  });
});
