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
