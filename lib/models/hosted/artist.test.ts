// What is done with the pictures that an image model may give, and with what was seen in them.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import type { CharacterDesign } from "../../manga/cast.ts";
import { BusyError, RetryableError, TerminalError } from "../../pipeline/errors.ts";
import type { PanelRequest, PortraitRequest } from "../artist.ts";
import { hostedArtist } from "./artist.ts";
import type { Question } from "./model.ts";
import { scriptedModel } from "./scripted-model.ts";

const IMAGE_MODEL = "gemini-3.1-flash-image";
const signal = new AbortController().signal;

const MINA: CharacterDesign = {
  ...{ id: "c1", name: "ミナ", kind: "human", age: "teen", gender: "female", build: "slim" },
  ...{ hair: { style: "bob", fill: "black" }, beard: "none", glasses: true, look: 1 },
  clothes: { top: "coat", topFill: "mid", bottom: "skirt", bottomFill: "dark", hat: "none" },
  description: "黒いおかっぱの少女",
};

const PANEL: PanelRequest = {
  ...{ kind: "panel", style: "manga", width: 700, height: 500, seed: 11 },
  picture: {
    ...{ shot: "half", angle: "level", props: ["umbrella"], effects: ["speed"], room: 3 },
    scene: {
      ...{ id: "s1", hour: "night", weather: "rain", season: "autumn", mood: "lonely" },
      place: { kind: "station", name: "古い駅" },
    },
    figures: [
      {
        ...{ character: "c1", pose: "fight", expression: "furious", view: "front", facing: "left" },
        ...{ at: 0.7, depth: 0, holds: "sword" },
      },
    ],
    action: 'ミナは"剣"をかまえた。',
  },
  cast: [MINA],
  portraits: new Map([["c1", { bytes: new Uint8Array([1, 2, 3]), contentType: "image/png" }]]),
};
const PORTRAIT: PortraitRequest = {
  ...{ kind: "portrait", design: MINA, style: "manga", width: 600, height: 800, seed: 5 },
};

async function picture(width: number, height: number) {
  return { bytes: await createCanvas(width, height).encode("png"), contentType: "image/png" };
}

const seen = (answer: object = {}) => ({
  text: JSON.stringify({ faces: [], keep: [], letters: false, ...answer }),
});

interface Parts {
  image: ReturnType<typeof scriptedModel>;
  eye: ReturnType<typeof scriptedModel>;
}

function studio(image: Parts["image"], eye: Parts["eye"] = scriptedModel("eye", [seen()])) {
  return { artist: hostedArtist("a", { images: [image], eyes: [eye] }), image, eye };
}

function promptOf(question: Question | undefined): string {
  const parts = question?.turns.flatMap((turn) => turn.parts) ?? [];
  return parts.flatMap((part) => ("text" in part ? part.text : [])).join("\n");
}

describe("a hosted artist's prompt", () => {
  it("asks for colour where the book is in colour, and for ink and tone elsewhere", async () => {
    for (const [request, width, height, asked, unasked] of [
      [PANEL, 1152, 896, /^Black-and-white .* no colour\.$/m, /Full-colour/],
      [
        { ...PANEL, colorMode: "color" as const },
        1152,
        896,
        /^Full-colour .* cel shading/m,
        /Black-and-white|screentone greys/,
      ],
      [
        { ...PORTRAIT, colorMode: "color" as const },
        768,
        1024,
        /^Full-colour .* cel shading/m,
        /Black-and-white|screentone greys/,
      ],
    ] as const) {
      const { artist, image } = studio(
        scriptedModel(IMAGE_MODEL, [{ images: [await picture(width, height)] }]),
      );
      await artist.draw(request, signal);
      expect(promptOf(image.asked[0])).toMatch(asked);
      expect(promptOf(image.asked[0])).not.toMatch(unasked);
    }
  });

  it("names people by their design, carries their portraits, and takes the setting from the book", async () => {
    const { artist, image } = studio(scriptedModel(IMAGE_MODEL, [{ images: [await picture(1152, 896)] }]));
    await artist.draw(PANEL, signal);
    const [question] = image.asked;
    const prompt = promptOf(question);
    expect(prompt).toContain("reference image 1");
    expect(prompt).toContain("bob black hair, glasses, mid-grey coat, dark skirt");
    expect(prompt).toMatch(/station \("古い駅"\), night, rain weather, autumn/);
    expect(prompt).toMatch(/30 percent .* nearly empty/);
    expect(prompt).toMatch(/No letters/);
    expect(prompt).toContain(`"ミナは'剣'をかまえた。"`);
    expect(question?.turns[0]?.parts[0]).toMatchObject({ contentType: "image/png" });
    expect(question?.wanted).toEqual({ kind: "image", aspectRatio: "4:3" });
    expect(question?.seed).toBe(11);
  });

  it("is softened once after a refusal, and then the session fails with a reason", async () => {
    const refusal = { end: "refused", reason: "IMAGE_SAFETY" } as const;
    const { artist, image } = studio(scriptedModel(IMAGE_MODEL, [refusal]));
    const drawing = artist.draw(PANEL, signal);
    await expect(drawing).rejects.toThrow(TerminalError);
    await expect(drawing).rejects.toMatchObject({ code: "refused", message: /IMAGE_SAFETY/ });
    await expect(drawing).rejects.toMatchObject({ usage: { model: IMAGE_MODEL, costMicros: 200 } });
    expect(image.asked).toHaveLength(2);
    expect(promptOf(image.asked[0])).toMatch(/fight.*furious.*sword/);
    expect(promptOf(image.asked[1])).not.toMatch(/fight|furious|sword|剣/);
  });

  it("counts the refused call, and goes on with the softer picture", async () => {
    const lines = [{ end: "refused" } as const, { images: [await picture(896, 1200)] }];
    const { artist } = studio(scriptedModel(IMAGE_MODEL, lines));
    const { usage } = await artist.draw(PORTRAIT, signal);
    expect(usage).toMatchObject({ model: IMAGE_MODEL, costMicros: 300, images: 1 });
    expect(usage.notices).toEqual([expect.stringContaining("a softer prompt was taken")]);
  });
});

describe("a hosted artist's picture", () => {
  it("keeps its bytes where it has the panel's shape, and is cut where it has not", async () => {
    const whole = await picture(900, 1200);
    const { artist } = studio(scriptedModel(IMAGE_MODEL, [{ images: [whole] }]));
    const portrait = await artist.draw(PORTRAIT, signal);
    expect(portrait.content).toEqual({ kind: "image", ...whole });
    const wide = studio(scriptedModel(IMAGE_MODEL, [{ images: [await picture(1200, 900)] }]));
    const { content } = await wide.artist.draw(PANEL, signal);
    if (content.kind !== "image") throw new Error("not an image");
    const image = await loadImage(content.bytes);
    expect(image.width / image.height).toBeCloseTo(700 / 500, 2);
  });

  it.each([
    [
      "does not decode",
      async () => ({ bytes: new Uint8Array([1, 2, 3]), contentType: "image/png" }),
      /does not decode/,
    ],
    ["has another shape", async () => picture(900, 1200), /900 × 1200, not 4:3/],
    ["is tiny", async () => picture(40, 30), /only 40 × 30/],
  ])("is drawn again when it %s, and then tried again later", async (_what, make, reason) => {
    const broken = { images: [await make()] };
    const mended = studio(scriptedModel(IMAGE_MODEL, [broken, { images: [await picture(1200, 900)] }]));
    await mended.artist.draw(PANEL, signal);
    expect(mended.image.asked.map(({ seed }) => seed)).toEqual([11, 12]);
    const drawing = studio(scriptedModel(IMAGE_MODEL, [broken])).artist.draw(PANEL, signal);
    await expect(drawing).rejects.toThrow(RetryableError);
    await expect(drawing).rejects.toThrow(reason);
  });

  it("is drawn again when there is none in the answer", async () => {
    const lines = [{ end: "empty", reason: "NO_IMAGE" } as const, { images: [await picture(1200, 900)] }];
    const { artist, image } = studio(scriptedModel(IMAGE_MODEL, lines));
    await artist.draw(PANEL, signal);
    expect(image.asked).toHaveLength(2);
  });

  it("is drawn again once when letters are seen in it, and all four calls are counted", async () => {
    const image = scriptedModel(IMAGE_MODEL, [{ images: [await picture(1200, 900)] }]);
    const { artist, eye } = studio(image, scriptedModel("eye", [seen({ letters: true })]));
    const { usage } = await artist.draw(PANEL, signal);
    expect([image.asked.length, eye.asked.length]).toEqual([2, 2]);
    expect(usage.costMicros).toBe(400);
  });
});

describe("a hosted artist's redraw", () => {
  const lettered = () => scriptedModel("eye", [seen({ letters: true }), seen()]);

  it.each([
    ["is busy", new BusyError("no room")],
    ["is refused", { end: "refused", reason: "IMAGE_SAFETY" } as const],
    ["does not decode", { images: [{ bytes: new Uint8Array([1]), contentType: "image/png" }] }],
  ])("keeps the picture with letters when it %s, and says so", async (_what, second) => {
    const first = { images: [await picture(1200, 900)] };
    const { artist, image } = studio(scriptedModel(IMAGE_MODEL, [first, second]), lettered());
    const { content, usage } = await artist.draw(PANEL, signal);
    expect(content.kind).toBe("image");
    expect(usage.notices).toEqual([expect.stringContaining("a picture with letters in it is taken")]);
    expect(image.asked.map(({ patient }) => patient)).toEqual([
      false,
      true,
      ...image.asked.slice(2).map(() => true),
    ]);
  });

  it("takes the second picture when that has none", async () => {
    const [with1, without] = [await picture(1200, 900), await picture(1600, 1200)];
    const image = scriptedModel(IMAGE_MODEL, [{ images: [with1] }, { images: [without] }]);
    const { content, usage } = await studio(image, lettered()).artist.draw(PANEL, signal);
    if (content.kind !== "image") throw new Error("not an image");
    expect((await loadImage(content.bytes)).width).toBe(1600);
    expect(usage).toMatchObject({ costMicros: 400, images: 2 });
    expect(usage.notices).toBeUndefined();
  });
});

describe("a hosted artist with a stand-in", () => {
  it("draws with the stand-in's own shapes and references, and names who drew", async () => {
    const gone = scriptedModel("imagen-4.0-generate-001", [new TerminalError("model-gone", "retired")]);
    const standIn = scriptedModel(IMAGE_MODEL, [{ images: [await picture(1200, 900)] }]);
    const artist = hostedArtist("a", { images: [gone, standIn], eyes: [scriptedModel("eye", [seen()])] });
    const { usage } = await artist.draw(PANEL, signal);
    expect(usage).toMatchObject({ model: IMAGE_MODEL, costMicros: 200 });
    expect(usage.notices).toEqual([`${IMAGE_MODEL} stands in for imagen-4.0-generate-001: retired`]);
    expect(gone.asked[0]?.turns[0]?.parts).toHaveLength(1);
    expect(standIn.asked[0]?.turns[0]?.parts).toHaveLength(2);
  });
});

describe("a look at a picture", () => {
  it("gives faces, mouths and what to keep free in the panel's units, of people who are in it", async () => {
    // 1400 × 1000 in a panel of 700 × 500: nothing is cut off.
    const image = scriptedModel(IMAGE_MODEL, [{ images: [await picture(1400, 1000)] }]);
    const answer = seen({
      faces: [
        { character: "c1", box: [100, 200, 300, 400], mouth: [260, 300] },
        { character: "c1", box: [0, 0, 100, 100], mouth: [50, 50] },
        { character: "c7", box: [0, 0, 100, 100], mouth: [50, 50] },
      ],
      keep: [{ box: [500, 500, 900, 1000] }, { box: [5, 5, 5, 5] }],
    });
    const { artist } = studio(image, scriptedModel("eye", [answer]));
    const { faces, keep } = await artist.draw(PANEL, signal);
    expect(faces).toEqual([
      { character: "c1", box: { x: 140, y: 50, width: 140, height: 100 }, mouth: { x: 210, y: 130 } },
    ]);
    expect(keep).toEqual([{ x: 350, y: 250, width: 350, height: 200 }]);
  });

  it("follows what was cut off", async () => {
    const image = scriptedModel(IMAGE_MODEL, [{ images: [await picture(1200, 900)] }]);
    const answer = seen({ faces: [{ character: "c1", box: [0, 0, 1000, 1000], mouth: [500, 500] }] });
    const { artist } = studio(image, scriptedModel("eye", [answer]));
    const { faces } = await artist.draw(PANEL, signal);
    expect(faces[0]?.box).toEqual({ x: 0, y: 0, width: 700, height: 500 });
    // A third of the 43 rows that go are cut above, so the middle of the picture lies below that of the panel.
    expect(faces[0]?.mouth.y).toBeGreaterThan(250);
  });

  it("may fail without losing the picture that is paid for, and says so", async () => {
    const image = scriptedModel(IMAGE_MODEL, [{ images: [await picture(1200, 900)] }]);
    const { artist, eye } = studio(image, scriptedModel("eye", [new BusyError("eye is busy")]));
    const { faces, usage } = await artist.draw(PANEL, signal);
    expect([faces, usage.costMicros, eye.asked.length]).toEqual([[], 100, 2]);
    expect(usage.notices).toEqual([expect.stringMatching(/without a look .*eye is busy/)]);
    expect(eye.asked.every(({ patient }) => patient)).toBe(true);
  });

  it("is paid for although it is refused, and is not asked for again", async () => {
    const image = scriptedModel(IMAGE_MODEL, [{ images: [await picture(1200, 900)] }]);
    const { artist, eye } = studio(image, scriptedModel("eye", [{ end: "refused" }, seen()]));
    const { usage } = await artist.draw(PANEL, signal);
    expect([usage.costMicros, eye.asked.length]).toEqual([200, 1]);
    expect(usage.notices).toHaveLength(1);
  });

  it("ends with the signal's reason when the step is aborted", async () => {
    const image = scriptedModel(IMAGE_MODEL, [{ images: [await picture(1200, 900)] }]);
    const stop = AbortSignal.abort(new Error("cancelled"));
    await expect(studio(image).artist.draw(PANEL, stop)).rejects.toThrow("cancelled");
    expect(image.asked).toEqual([]);
  });
});
