import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { type Shot, ShotSchema, ViewSchema } from "../manga/staging.ts";
import { type PanelDraft, PanelSchema } from "../manga/storyboard.ts";
import { layoutPage } from "./layout/layout-page.ts";
import { previewPage } from "./preview.ts";

const BRIEF = {
  ...{ number: 2, language: "ja" as const, direction: "rtl" as const, seed: 1 },
  kinds: new Map([["c2", "dog"]]),
  places: new Map([["l1", "台所"]]),
};

const DEEDS = ["stand", "run", "sit", "fall", "bow", "leaps over the fence"];

function draft(index: number, text: string): PanelDraft {
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[index % list.length];
    if (picked === undefined) throw new RangeError("nothing to pick from");
    return picked;
  };
  return {
    id: `k${index + 1}`,
    units: [],
    weight: 1 + (index % 5),
    picture: {
      shot: pick(ShotSchema.options),
      angle: "level",
      ...{ scene: "s1", place: "l1", weather: "clear", season: "spring", mood: "tense" },
      hour: index % 2 === 0 ? "day" : "night",
      figures: [0, 1].map((n) => ({
        character: `c${n + 1}`,
        doing: pick(DEEDS),
        feeling: "calm",
        hands: [],
        view: pick(ViewSchema.options),
        facing: n === 0 ? ("left" as const) : ("right" as const),
        side: 0.3 + 0.4 * n,
        depth: n,
      })),
      things: [],
      effects: ["focus", "speed"],
      action: "",
      sounds: [],
      emptyZone: { tenths: 2, where: "top" },
    },
    words: {
      texts: [
        {
          id: "w1",
          unit: null,
          kind: "balloon",
          voice: "speech",
          speaker: null,
          guessed: false,
          text,
          ruby: [],
        },
      ],
      sounds: [{ text: "ドン", loudness: 3, hard: true }],
    },
  };
}

function page(count: number, text = "ここはあなたに頼むわ。沖へはわたしが行くから。") {
  const drafts = Array.from({ length: count }, (_, i) => draft(i, text));
  const frames = layoutPage(drafts, BRIEF);
  return drafts.map((d, i) => PanelSchema.parse({ ...d, frame: frames[i] }));
}

describe("previewPage", () => {
  test("is a picture of the page, 600 pixels wide, with content in every panel", async () => {
    const panels = page(6);
    const raster = await previewPage(panels, BRIEF);
    expect([raster.widthPx, raster.heightPx]).toEqual([600, 847]);
    const ctx = createCanvas(600, 847).getContext("2d");
    ctx.drawImage(await loadImage(raster.bytes), 0, 0);
    for (const { frame } of panels) {
      const [a, , c] = frame.corners;
      if (a === undefined || c === undefined) throw new Error("corners");
      const scale = 600 / 1820;
      const { data } = ctx.getImageData(
        Math.max(0, a.x + 20) * scale,
        Math.max(0, a.y + 60) * scale,
        (c.x - a.x - 40) * scale,
        (c.y - a.y - 120) * scale,
      );
      expect(data.some((level) => level < 140)).toBe(true);
    }
  });

  test("the same page gives the same bytes", async () => {
    const [first, second] = [await previewPage(page(5), BRIEF), await previewPage(page(5), BRIEF)];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });

  /** The bounding boxes, in pixels, of what the first figure of a wordless panel adds, and of the panel. */
  async function boxOfA(
    kind: string,
    { shot, beside = [] }: { shot: Shot; beside?: string[] },
  ): Promise<{ width: number; height: number; top: number }> {
    const [whole] = page(1);
    if (whole === undefined) throw new Error("a page of one panel");
    const [figure] = whole.picture.figures;
    if (figure === undefined) throw new Error("somebody is in it");
    const seen = { ...figure, doing: "stand", side: 0.5, depth: 0 };
    const others = beside.map((_, i) => ({ ...seen, character: `c${i + 5}`, side: 0.2, depth: 1 }));
    const picture = { ...whole.picture, shot, effects: [], figures: [seen, ...others] };
    const panels = [{ ...whole, picture, words: { texts: [], sounds: [] } }];
    const kinds = new Map([[figure.character, kind], ...beside.map((one, i) => [`c${i + 5}`, one] as const)]);
    const alone = { ...panels[0], picture: { ...picture, figures: others } };
    const [shown, bare] = await Promise.all(
      [panels, [PanelSchema.parse(alone)]].map(async (these) => {
        const raster = await previewPage(these, { ...BRIEF, kinds });
        const ctx = createCanvas(600, 847).getContext("2d");
        ctx.drawImage(await loadImage(raster.bytes), 0, 0);
        return ctx.getImageData(0, 0, 600, 847).data;
      }),
    );
    const [xs, ys]: [number[], number[]] = [[], []];
    for (let i = 0; i < 600 * 847; i++) {
      if (shown?.[i * 4] === bare?.[i * 4]) continue;
      xs.push(i % 600);
      ys.push(Math.floor(i / 600));
    }
    const [least, most] = [
      (all: number[]) => all.reduce((a, b) => Math.min(a, b)),
      (all: number[]) => all.reduce((a, b) => Math.max(a, b), 0),
    ];
    return { width: most(xs) - least(xs), height: most(ys) - least(ys), top: least(ys) };
  }

  async function shapeOfA(kind: string): Promise<number> {
    const { width, height } = await boxOfA(kind, { shot: "full" });
    return width / height;
  }

  test("an animal is on four legs, a person upright", async () => {
    expect(await shapeOfA("human")).toBeLessThan(0.6);
    expect(await shapeOfA("dog")).toBeGreaterThan(1.1);
    expect(await shapeOfA("cat")).toBeGreaterThan(1.1);
    expect(await shapeOfA("camel")).toBeGreaterThan(1.1);
  });

  test.each(["half", "bust"] as const)(
    "a cat beside a person is much shorter than the person, in a %s too",
    async (shot) => {
      const person = await boxOfA("human", { shot, beside: ["human"] });
      const cat = await boxOfA("cat", { shot, beside: ["human"] });
      expect(cat.height).toBeLessThan(person.height * 0.75);
      expect(cat.top).toBeGreaterThan(person.top);
      expect(cat.width / cat.height).toBeGreaterThan(1.1);
      expect((await boxOfA("cat", { shot })).height).toBeGreaterThan(cat.height);
    },
  );

  test.each([
    ["ja", ""],
    ["ja", "あ"],
    ["en", "Supercalifragilisticexpialidocious — and then, far away, a bell began to ring."],
  ] as const)("draws %s text however short or long: %s", async (language, text) => {
    const panels = page(9, text || "…");
    await expect(previewPage(panels, { ...BRIEF, language })).resolves.toMatchObject({ widthPx: 600 });
  });
});
