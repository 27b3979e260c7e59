// Edits of people in a finished book, with the real phases: pictures that waited for another frame are drawn for it, outfits are worn in the
// scenes that list them, and no outfit names a scene that the book lacks.
import { beforeAll, describe, expect, test } from "vitest";
import { CastSchema, type Character } from "../manga/cast.ts";
import { boundingBox } from "../manga/paper.ts";
import { PlotSchema } from "../manga/plot.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

const session = { sessionId: "s1", by: "ann" };

async function makeBook(sheets: boolean) {
  const service = sampleBook();
  const { revisions, follow } = service;
  await service.start(SAMPLE_STORY, {
    pages: 3,
    language: "ja",
    direction: "rtl",
    ...(sheets && { sheets }),
  });
  const cast = async () => CastSchema.parse(await service.output("characters")).characters;
  const pages = () =>
    Promise.all(
      [1, 2, 3].map(async (page) =>
        StoryboardPageSchema.parse(await service.output(`storyboard/p00${page}`)),
      ),
    );
  return {
    ...{ service, pages },
    scenes: async () => PlotSchema.parse(await service.output("plot")).scenes.map(({ id }) => id),
    async mina(): Promise<Character> {
      const found = (await cast()).find(({ name }) => name === "ミナ");
      if (found === undefined) throw new Error("the book has no ミナ");
      return found;
    },
    async edit(part: Partial<Character>) {
      const characters = (await cast()).map((one) => (one.name === "ミナ" ? { ...one, ...part } : one));
      const step = { phase: "characters", of: "book" } as const;
      return follow(() => revisions.editStep({ ...session, step, patch: { characters } }));
    },
    /** The outfits that panels of a scene name for ミナ; undefined where they name none. */
    async worn(scene: string, id: string) {
      const panels = (await pages()).flatMap((page) => page.panels);
      return panels
        .filter(({ picture }) => picture.scene === scene)
        .flatMap(({ picture }) => picture.figures)
        .flatMap(({ character, outfit }) => (character === id ? [outfit] : []));
    },
  };
}

describe("a picture that waits for another frame", () => {
  test("is drawn for that frame when an edit of its person draws it again, and others still wait", async () => {
    const book = await makeBook(false);
    const { service } = book;
    const { id } = await book.mina();
    const all = (await book.pages()).flatMap((page) => page.panels.map((panel) => ({ page, panel })));
    const has = (one: (typeof all)[number]) =>
      one.panel.picture.figures.some(({ character }) => character === id);
    const wide = ({ panel }: (typeof all)[number]) => {
      const { width, height } = boundingBox(panel.frame.corners);
      return Math.max(width, height) > 900;
    };
    const [own, other] = [
      all.find((one) => has(one) && wide(one)),
      all.find((one) => !has(one) && wide(one)),
    ];
    if (own === undefined || other === undefined) throw new Error("the book has no such panels");
    for (const { page, panel } of [own, other]) {
      const { x, y, width, height } = boundingBox(panel.frame.corners);
      const [from, to] =
        width < height
          ? [
              { x, y: y + height / 2 },
              { x: x + width, y: y + height / 2 },
            ]
          : [
              { x: x + width / 2, y },
              { x: x + width / 2, y: y + height },
            ];
      const edits = [{ kind: "cut", panel: panel.id, from, to }] as const;
      await service.follow(() => service.revisions.editFrames({ ...session, page: page.number, edits }));
    }
    const marked = async () =>
      (await book.pages()).flatMap(({ number, panels }) =>
        panels.flatMap((one) => (one.frame.drawn === undefined ? [] : [`${number}/${one.id}`])),
      );
    const before = await marked();
    expect(before).toHaveLength(4);
    const step = { phase: "characters", of: "book" } as const;
    const characters = CastSchema.parse(await service.output("characters")).characters.map((one) =>
      one.id === id ? { ...one, hair: "short, white" } : one,
    );
    const preview = await service.revisions.previewEdit({ ...session, step, patch: { characters } });
    const { drawn, ran } = await book.edit({ hair: "short, white" });
    expect(drawn.length).toBeGreaterThan(0);
    const art = ran.filter((one) => /^artwork\/p/.test(one));
    expect(preview.again.artwork).toBe(art.length);
    const after = await marked();
    expect(after).toHaveLength(2);
    expect(after).toContain(`${other.page.number}/${other.panel.id}`);
    expect(after).not.toContain(`${own.page.number}/${own.panel.id}`);
    const frame = (await book.pages())[own.page.number - 1]?.panels.find(
      (one) => one.id === own.panel.id,
    )?.frame;
    const { width, height } = boundingBox(frame?.corners ?? []);
    const made = await service.output(`artwork/p00${own.page.number}/${own.panel.id}`);
    expect(made).toMatchObject({ width, height });
  });
});

describe("a scene of an outfit", () => {
  let book: Awaited<ReturnType<typeof makeBook>>;
  beforeAll(async () => {
    book = await makeBook(true);
  });

  test("is refused with its place and the scenes of the book, where the book lacks it", async () => {
    const { outfits } = await book.mina();
    const o9 = { id: "o9", worn: ["raincoat"], scenes: ["s2", "s77"] };
    await expect(book.edit({ outfits: [...outfits, o9] })).rejects.toMatchObject({
      code: "invalid-edit",
      path: expect.stringMatching(/^characters\.\d+\.outfits\.\d+\.scenes\.1$/),
      message: expect.stringContaining("no scene s77"),
    });
  });

  test("puts the outfit on its panels, and takes it off them when it is removed", async () => {
    const { id, outfits } = await book.mina();
    const [scene = ""] = await book.scenes();
    const raincoat = { id: "o9", worn: ["raincoat"], scenes: [scene] };
    const plain = await book.worn(scene, id);
    expect(plain.length).toBeGreaterThan(0);
    const changed = await book.edit({ outfits: [...outfits, raincoat] });
    expect(changed.drawn.length).toBeGreaterThan(0);
    expect(await book.worn(scene, id)).toEqual(plain.map(() => "o9"));
    await book.edit({ outfits: [...outfits, { ...raincoat, scenes: [] }] });
    expect(await book.worn(scene, id)).toEqual(plain);
    await book.edit({ outfits: [...outfits, raincoat] });
    await book.edit({ outfits });
    expect(await book.worn(scene, id)).toEqual(plain);
  });
});
