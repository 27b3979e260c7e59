// The cover of a session whose cover has a step of its own is the cover that `finish` made before that step existed.
import { describe, expect, it } from "vitest";
import { BookSchema } from "../manga/book.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

const JAPANESE = { language: "ja", direction: "rtl", pages: 3 } as const;
const COVER = "lettering/cover";

async function madeWith(params: object, change: (book: ReturnType<typeof sampleBook>) => Promise<unknown>) {
  const book = sampleBook();
  await book.start(SAMPLE_STORY, { ...JAPANESE, ...params });
  const { ran } = await book.follow(() => change(book));
  const finished = FinishedBookSchema.parse(await book.output("finish"));
  const stored = new TextDecoder().decode(await book.services.blobs.get("s1", finished.book));
  const { cover } = BookSchema.parse(JSON.parse(stored));
  return { ran, cover, shown: [finished.cover, finished.coverRenditions] };
}
type Change = Parameters<typeof madeWith>[1];

const unchanged: Change = async () => {};
const session = { sessionId: "s1", by: "ann" };
const retitled: Change = ({ revisions }) =>
  revisions.changeParams({ ...session, params: { title: "雪の猫" } });
const mirrored: Change = ({ revisions }) =>
  revisions.reletter({ ...session, direction: "ltr", translates: false });

describe.each([
  ["as first made", unchanged, {}],
  ["with another title", retitled, {}],
  ["in the other direction", mirrored, {}],
  ["in colour", unchanged, { colorMode: "color" }],
] as const)("the cover of a book %s", (_name, change, params) => {
  it("is the same whether it is a separate step or part of the binding", async () => {
    const before = await madeWith(params, change);
    const apart = await madeWith({ ...params, coverApart: true }, change);
    expect(before.cover?.renditions?.length).toBeGreaterThan(0);
    expect(apart.cover).toEqual(before.cover);
    expect(apart.shown).toEqual(before.shown);
    expect(before.ran).not.toContain(COVER);
    expect(apart.ran).toEqual(change === unchanged ? [] : [...before.ran, COVER].toSorted());
  });
});

it("a changed line or a moved balloon does not make the cover again, which is the one that would be made", async () => {
  const retyped: Change = async ({ revisions }) => {
    const change = { text: "お待ち", at: { x: 900, y: 700 } };
    const before = await revisions.previewLettering("s1", { page: 1, texts: [] });
    const line = before.find(({ kind }) => kind === "balloon");
    await revisions.editTexts({ ...session, edits: [{ page: 1, text: line?.id ?? "", change }] });
  };
  const before = await madeWith({ coverApart: true }, unchanged);
  const after = await madeWith({ coverApart: true }, retyped);
  expect(after.ran).toEqual(["finish", "lettering/p001", "lettering/p001/renditions"]);
  expect(after.cover).toEqual(before.cover);
  const anew = await madeWith({}, retyped);
  expect(anew.cover).toEqual(after.cover);
});
