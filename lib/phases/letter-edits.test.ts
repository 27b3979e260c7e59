// The lettering of a finished book that a person changes, with the real phases: no picture is drawn, the bound book and its files hold it, and
// every change is undone to the same bytes.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bindCsv } from "../export/csv.ts";
import { type Book, BookSchema } from "../manga/book.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import type { LetterEdit } from "../manga/letter-edits.ts";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { loadJson } from "../pipeline/store-result.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

const service = sampleBook();
const { revisions, schedule, follow } = service;
const session = { sessionId: "s1", by: "ann" };

/** The page with the first line in a balloon, and the ids of that line and of the panel's first sound, if it has one. */
let page = 1;
let line = "";
let panel = "";
let first: { version: number; lettering: string; finish: string };

const outputs = async () => {
  const { results } = await schedule();
  const of = (step: string) => results[step]?.output ?? "";
  return { lettering: of(`lettering/p00${page}`), finish: of("finish") };
};
const lettered = async () => LetteringPageSchema.parse(await service.output(`lettering/p00${page}`)).texts;
const bookOf = async (): Promise<Book> => {
  const { book } = FinishedBookSchema.parse(await service.output("finish"));
  return BookSchema.parse(await loadJson(service.services.blobs, session.sessionId, book));
};
const pictures = async () => {
  const { results } = await schedule();
  return Object.entries(results).filter(([step]) => step.startsWith("artwork/"));
};

const edit = async (...edits: LetterEdit[]) => {
  const before = await pictures();
  await follow(() => revisions.editLettering({ ...session, page, edits }));
  expect((await schedule()).state.status).toBe("completed");
  expect(await pictures()).toEqual(before);
};

beforeAll(async () => {
  await service.start(SAMPLE_STORY, { title: "雨の猫", pages: 2, language: "ja", direction: "rtl" });
  for (const number of [1, 2]) {
    page = number;
    const text = (await lettered()).find(({ kind }) => kind === "balloon");
    if (text === undefined) continue;
    [line, panel] = [text.id, text.panel];
    break;
  }
  expect(line).not.toBe("");
  first = { version: (await schedule()).versions.at(-1)?.number ?? 1, ...(await outputs()) };
});

/** Returns to the book of the start. */
beforeEach(async () => {
  if ((await schedule()).versions.length > 0)
    await follow(() => revisions.restoreVersion({ ...session, version: first.version }));
  expect(await outputs()).toMatchObject({ lettering: first.lettering, finish: first.finish });
});

const OPERATIONS: Record<string, () => LetterEdit[]> = {
  "another form of the balloon": () => [{ kind: "text", text: line, change: { shape: "shout" } }],
  "a larger size and a heavier weight": () => [
    { kind: "text", text: line, change: { size: 16, weight: "bold" } },
  ],
  "another typeface": () => [{ kind: "text", text: line, change: { font: "reggae" } }],
  "an extent": () => [{ kind: "text", text: line, change: { width: 420, height: 380 } }],
  "a tail by hand": () => [{ kind: "text", text: line, change: { tail: { x: 200, y: 220 } } }],
  "no tail, a reading and emphasis": () => [
    { kind: "text", text: line, change: { text: "雨が降る", tail: "none", at: { x: 700, y: 700 } } },
    {
      kind: "text",
      text: line,
      change: { ruby: [{ at: 0, length: 1, text: "あめ" }], emphasis: [{ at: 2, length: 2 }] },
    },
  ],
  "a new balloon, joined to the one before": () => [
    { kind: "add", panel, as: "balloon", text: "本当に？", after: line.split("/")[1] ?? "" },
  ],
  "a deleted balloon": () => [{ kind: "delete", text: line }],
  "a new sound, moved, turned and scaled": () => [
    { kind: "add", panel, as: "sound", text: "ザー", at: { x: 600, y: 700 } },
  ],
};

describe.each(Object.entries(OPERATIONS))("%s", (_name, edits) => {
  test("is in the page and the book, draws no picture, and is undone to the same bytes", async () => {
    await edit(...edits());
    expect((await outputs()).lettering).not.toBe(first.lettering);
    expect((await outputs()).finish).not.toBe(first.finish);
    await follow(() => revisions.restoreVersion({ ...session, version: first.version }));
    expect(await outputs()).toMatchObject({ lettering: first.lettering, finish: first.finish });
  });
});

test("an edit that takes the choices back gives the same bytes as a return to the version", async () => {
  await edit({ kind: "text", text: line, change: { size: 20, font: "dela", at: { x: 600, y: 600 } } });
  await edit({ kind: "text", text: line, change: { size: null, font: null, at: null } });
  expect((await outputs()).lettering).toBe(first.lettering);
});

test("what was set is in book.json as it was set, and emphasis is in lettering.csv", async () => {
  const set = { shape: "thought", size: 14, tail: { x: 300, y: 400, bend: 20 }, font: "gothic" } as const;
  await edit({
    kind: "text",
    text: line,
    change: { ...set, text: "雨が降る", emphasis: [{ at: 2, length: 2 }] },
  });
  const book = await bookOf();
  const panels = book.pages.find(({ number }) => number === page)?.panels ?? [];
  const word = panels.flatMap(({ id, words }) => words.texts.filter((one) => `${id}/${one.id}` === line))[0];
  expect(word?.set).toEqual({ ...set, emphasis: [{ at: 2, length: 2 }] });
  expect(new TextDecoder().decode(bindCsv(book))).toContain("雨が《《降る》》");
  const text = (await lettered()).find(({ id }) => id === line);
  expect(text).toMatchObject({ shape: "thought", tail: { x: 300, y: 400 } });
});

test("an edit that cannot be made is refused with its place, and none of the others is made", async () => {
  const edits: LetterEdit[] = [
    { kind: "text", text: line, change: { size: 20 } },
    { kind: "delete", text: `${panel}/w99` },
  ];
  await expect(revisions.editLettering({ ...session, page, edits })).rejects.toMatchObject({
    ...{ code: "not-found", path: "edits.1" },
  });
  expect(await outputs()).toMatchObject({ lettering: first.lettering });
});

describe("a lettering style", () => {
  const wordsOf = async () => {
    const { pages } = await bookOf();
    return pages.flatMap(({ number, panels }) =>
      panels.flatMap(({ words }) => words.texts.map((word) => ({ number, ...word }))),
    );
  };
  const spoken = async () => {
    const words = await wordsOf();
    const who = words.find(({ speaker }) => speaker !== null)?.speaker ?? "";
    return { who, words };
  };
  const letterings = async () => {
    const { results } = await schedule();
    return Object.entries(results).filter(([step]) => /^lettering\/p\d+$/.test(step));
  };

  test("of a person holds for all of the person's lines, and only their pages are lettered again", async () => {
    const { who, words } = await spoken();
    const before = new Map(await letterings());
    await edit({ kind: "style", of: who, change: { font: "gothic", size: 13 } });
    const pagesOf = new Set(words.filter(({ speaker }) => speaker === who).map(({ number }) => number));
    for (const [step, { output }] of await letterings()) {
      const isOf = pagesOf.has(Number(step.slice(-3)));
      expect(output === before.get(step)?.output).toBe(!isOf);
    }
    for (const { speaker, set } of await wordsOf()) {
      if (speaker === who) expect(set).toMatchObject({ font: "gothic", size: 13 });
      else expect(set).toBeUndefined();
    }
    const book = await bookOf();
    expect(book.letterStyles).toEqual({ people: { [who]: { font: "gothic", size: 13 } } });
    expect(new TextDecoder().decode(bindCsv(book))).toContain("text,font,size,weight");
    await follow(() => revisions.restoreVersion({ ...session, version: first.version }));
    expect(await outputs()).toMatchObject({ lettering: first.lettering, finish: first.finish });
  });

  test("gives way to a line's own choice, and the book's style to a person's", async () => {
    const { who } = await spoken();
    await edit(
      { kind: "style", of: "book", change: { weight: "bold", size: 12 } },
      { kind: "style", of: who, change: { size: 14 } },
      { kind: "text", text: line, change: { size: 18 } },
    );
    const words = await wordsOf();
    const own = words.filter(({ set }) => set?.size === 18);
    expect(own).toHaveLength(1);
    const others = words.filter((word) => word.id !== own[0]?.id || word.number !== own[0]?.number);
    for (const { speaker, set } of others) {
      expect(set).toEqual({ weight: "bold", ...{ size: speaker === who ? 14 : 12 } });
    }
    expect(own[0]?.set?.weight).toBe("bold");
  });

  test("taken back gives the bytes of before, and one of an unknown person is refused", async () => {
    await edit({ kind: "style", of: "book", change: { font: "dela" } });
    expect((await outputs()).lettering).not.toBe(first.lettering);
    await edit({ kind: "style", of: "book", change: { font: null } });
    expect(await outputs()).toMatchObject({ lettering: first.lettering, finish: first.finish });
    const edits: LetterEdit[] = [{ kind: "style", of: "c99", change: { size: 12 } }];
    await expect(revisions.editLettering({ ...session, page, edits })).rejects.toMatchObject({
      ...{ code: "not-found", path: "edits.0" },
    });
  });
});
