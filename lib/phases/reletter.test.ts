// A finished book is lettered again from an edited lettering.csv by the real phases: no picture is made, and reverting restores every byte.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { bindCsv } from "../export/csv.ts";
import { type Book, BookSchema } from "../manga/book.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { boundingBox, PAPER } from "../manga/geometry.ts";
import { readLetteringCsv } from "../manga/lettering-csv.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

// Whole books take long on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const session = { sessionId: "s1", by: "ann" };
let service: ReturnType<typeof sampleBook>;

async function finished() {
  return FinishedBookSchema.parse(await service.output("finish"));
}

async function bookOf(): Promise<Book> {
  return BookSchema.parse(await service.output((await finished()).book));
}

const csvOf = (book: Book) => Buffer.from(bindCsv(book)).toString("utf8");

/** The same rows with other words; words of sounds are short. */
function reworded(csv: string, word: (row: number) => string): string {
  const [header = "", ...rows] = csv.trimEnd().split("\r\n");
  const changed = rows.map((row, index) => {
    const fields = row.split(",").slice(0, 4);
    return [...fields, fields[2]?.startsWith("s") ? `Line ${index}` : word(index)].join(",");
  });
  return `${[header, ...changed].join("\r\n")}\r\n`;
}

const reletter = (csv: string | undefined, rest: object = {}) =>
  service.revisions.reletter({
    ...session,
    ...(csv === undefined ? {} : { lines: readLetteringCsv(csv) }),
    translates: false,
    ...rest,
  });

beforeAll(async () => {
  service = sampleBook();
  const formats = ["csv", "cbz"] as const;
  const params = { title: "雨の猫", pages: 2, language: "ja", direction: "rtl" } as const;
  await service.start(SAMPLE_STORY, { ...params, formats: [...formats] });
});

describe("a finished book", () => {
  test("becomes English and left-to-right by a CSV without a new picture, and reverting restores it byte for byte", async () => {
    const before = await finished();
    const book = await bookOf();
    const csv = csvOf(book);
    const english = reworded(csv, (row) => `"Line ${row}, ""said"" aloud"`);

    const there = await service.follow(() => reletter(english, { language: "en", direction: "ltr" }));
    expect(there.drawn).toEqual([]);
    expect((await service.schedule()).state).toMatchObject({ status: "completed" });
    expect(there.ran).toEqual([
      "finish",
      "lettering/p001",
      "lettering/p001/renditions",
      "lettering/p002",
      "lettering/p002/renditions",
    ]);
    const translated = await bookOf();
    expect([translated.language, translated.direction]).toEqual(["en", "ltr"]);
    for (const [index, { panels, texts }] of translated.pages.entries()) {
      expect(texts.every(({ text, vertical }) => text.startsWith("Line ") && !vertical)).toBe(true);
      const originals = book.pages[index]?.panels ?? [];
      for (const [at, panel] of panels.entries()) {
        expect(panel.artwork).toBe(originals[at]?.artwork);
        const [box, original] = [panel, originals[at] ?? panel].map(({ frame }) =>
          boundingBox(frame.corners),
        );
        expect(box?.x).toBeCloseTo(PAPER.width - (original?.x ?? 0) - (original?.width ?? 0), 1);
        expect(box?.width).toBeCloseTo(original?.width ?? 0, 1);
      }
    }
    expect(csvOf(translated)).toBe(english);
    expect(service.projector.pages.get("s1/1")?.panels[0]?.frame).toEqual(
      translated.pages[0]?.panels[0]?.frame,
    );

    const back = await service.follow(() => reletter(csv, { language: "ja", direction: "rtl" }));
    expect(back.drawn).toEqual([]);
    expect(await finished()).toEqual(before);
  });

  test("gets other words in its own language, and only their pages are lettered again", async () => {
    const csv = csvOf(await bookOf());
    const [first = ""] = /^1,k\d+,w1,.*$/m.exec(csv) ?? [];
    const words = first.replace(/[^,]*$/, "｜夕立《ゆうだち》だ");
    const { ran, drawn } = await service.follow(() => reletter(csv.replace(first, words)));
    expect(drawn).toEqual([]);
    expect(ran).toEqual(["finish", "lettering/p001", "lettering/p001/renditions"]);
    expect(csvOf(await bookOf())).toContain("｜夕立《ゆうだち》だ");
  });

  test.each([
    ["page,panel,balloon,text\n9,k1,w1,x\n", "line 2, column page", /no page 9; it has 2/],
    ["page,panel,balloon,text\n1,k77,w1,x\n", "line 2, column panel", /no panel k77/],
    ["page,panel,balloon,text\n\n1,k1,w77,x\n", "line 3, column balloon", /has no w77/],
  ])("refuses a row that matches no text, and nothing changes (%#)", async (csv, path, problem) => {
    const { seq } = await service.schedule();
    const refused = reletter(csv, { direction: "ltr" });
    await expect(refused).rejects.toMatchObject({ code: "invalid-edit", path });
    await expect(refused).rejects.toThrow(problem);
    expect((await service.schedule()).seq).toBe(seq);
  });

  test("refuses another language where texts have no row and there is no translator", async () => {
    const [header = "", row = ""] = csvOf(await bookOf()).split("\r\n");
    await expect(reletter(`${header}\r\n${row}\r\n`, { language: "en" })).rejects.toThrow(
      /texts without a row cannot be translated, and these have none: page 1, panel/,
    );
  });

  test("keeps a text that is edited later, in whatever language the book is lettered", async () => {
    const english = reworded(csvOf(await bookOf()), (row) => `Line ${row}.`);
    await service.follow(() => reletter(english, { language: "en" }));
    const text = (await bookOf()).pages[0]?.texts.find(({ kind }) => kind === "balloon")?.id ?? "";
    const change = { text: "Wait for me!" };
    await service.follow(() =>
      service.revisions.editTexts({ ...session, edits: [{ page: 1, text, change }] }),
    );
    const { texts } = (await bookOf()).pages[0] ?? { texts: [] };
    expect(texts.find(({ id }) => id === text)?.text).toBe("Wait for me!");
    expect(texts.filter(({ id }) => id !== text).every((other) => other.text.startsWith("Line "))).toBe(true);
  });
});
