// A page in colour and in black and white, from the story to its files.
import { describe, expect, test } from "vitest";
import { ArtworkSchema } from "../manga/artwork.ts";
import { BookSchema } from "../manga/book.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { sampleBook } from "../sample-book.ts";

const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";

/** Offset of the colour type in a PNG's header: 0 is grey, 2 is RGB. */
const COLOUR_TYPE = 25;

async function made(colorMode: "color" | undefined) {
  const service = sampleBook();
  await service.start(STORY, {
    ...{ language: "ja", direction: "rtl", pages: 1, formats: ["cbz"] },
    ...(colorMode && { colorMode }),
  });
  const bytesOf = (hash: string) => service.services.blobs.get("s1", hash);
  const page = LetteringPageSchema.parse(await service.output("lettering/p001"));
  const art = ArtworkSchema.parse(await service.output("artwork/p001/k1"));
  const finished = FinishedBookSchema.parse(await service.output("finish"));
  const book = BookSchema.parse(JSON.parse(new TextDecoder().decode(await bytesOf(finished.book))));
  return { book, art, page: await bytesOf(page.image), panel: await bytesOf(art.image) };
}

describe("a book in colour", () => {
  test("has pages and panels in colour, made from the drawings of the book in black and white", async () => {
    const [colour, grey] = [await made("color"), await made(undefined)];
    expect([colour.page[COLOUR_TYPE], colour.panel[COLOUR_TYPE]]).toEqual([2, 2]);
    expect([grey.page[COLOUR_TYPE], grey.panel[COLOUR_TYPE]]).toEqual([0, 0]);
    expect(colour.book.colorMode).toBe("color");
    expect(JSON.stringify(grey.book)).not.toContain("colorMode");
    expect(colour.art.content).toEqual(grey.art.content);
  });
});
