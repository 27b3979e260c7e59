// Requests for a picture and the handling of replies: drafts, format and shape, writing, and inspection.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { BusyError, OutOfTimeError, TerminalError } from "../../pipeline/errors.ts";
import type { Drawn, PanelRequest } from "../artist.ts";
import { unmeteredContext } from "../unmetered-context.ts";
import { hostedArtist } from "./artist.ts";
import {
  artistFixture,
  ended,
  IMAGE_MODEL,
  LABEL,
  MINA,
  PANEL,
  PORTRAIT,
  partsOf,
  png,
  program,
  promptOf,
  seen,
  spoken,
  tall,
  tellingsOf,
  VISION_MODEL,
  wide,
} from "./artist-studio.ts";
import { OverloadedError } from "./failures.ts";
import { type Line, scriptedModel } from "./scripted-model.ts";

const lettered = () => scriptedModel(VISION_MODEL, [seen(LETTERED), seen()]);
const LETTERED = { letters: true, lettersWhere: "in the Upper Left" };

function bytesOf({ content }: Drawn): Uint8Array {
  if (content.kind !== "image") throw new Error("not an image");
  return content.bytes;
}

describe("a hosted artist's question", () => {
  it("contains each portrait after its own label, the size, the nearest ratio and the seed", async () => {
    const { draw, image } = artistFixture([wide]);
    await draw(PANEL);
    const [question] = image.asked;
    expect(partsOf(question).slice(0, 2)).toEqual([
      { text: "Reference 1: somebody who is in the picture. Keep face, hair and clothes." },
      { bytes: new Uint8Array([1, 2, 3]), contentType: "image/png" },
    ]);
    expect(question).toMatchObject({
      ...{ task: "picture", seed: 11, wanted: { kind: "image", aspectRatio: "4:3", size: "1K" } },
    });
  });

  it("contains at most four portraits, of speakers and the nearest people", async () => {
    const ids = ["c1", "c2", "c3", "c4", "c5", "c6"];
    const [figure] = PANEL.picture.figures;
    if (figure === undefined) throw new Error("the panel has no figure");
    const crowd: PanelRequest = {
      ...PANEL,
      picture: {
        ...PANEL.picture,
        figures: ids.map((character, index) => ({
          ...figure,
          ...{ character, depth: index < 3 ? 3 : 1, ...(character === "c2" && { speaks: true }) },
        })),
      },
      cast: ids.map((id) => ({ ...MINA, id, name: id })),
      // In the order of phase 5.
      references: ["c2", "c4", "c5", "c6", "c1", "c3"].map((of) => ({
        ...{ role: "person" as const, of, bytes: new Uint8Array([1]), contentType: "image/png" },
      })),
    };
    const { draw, image } = artistFixture([wide]);
    await draw(crowd);
    const labels = partsOf(image.asked[0]).filter(
      (part) => "text" in part && /^Reference \d/.test(part.text),
    );
    expect(labels).toHaveLength(4);
    expect(promptOf(image.asked[0])).toMatch(/The person of reference 1, .* The person of reference 4, /);
    expect(promptOf(image.asked[0])).toMatch(/exactly 6 in the picture.*1 more people behind them/is);
  });

  it("contains no reference for a model that takes none", async () => {
    const imagen = scriptedModel("imagen-4.0-generate-001", [wide]);
    const artist = hostedArtist("a", {
      images: [imagen],
      visionModels: [scriptedModel(VISION_MODEL, [seen()])],
      program,
    });
    await artist.draw(PANEL, unmeteredContext());
    expect(partsOf(imagen.asked[0])).toEqual([{ text: expect.not.stringContaining("eference") }]);
  });
});

describe("a hosted artist's picture", () => {
  it("keeps its bytes where it has the panel's shape, and is cropped otherwise", async () => {
    const portrait = await artistFixture([tall]).draw(PORTRAIT);
    const [image] = tall.images;
    expect(portrait.content).toEqual({ kind: "image", ...image });
    const cut = await loadImage(bytesOf(await artistFixture([wide]).draw(PANEL)));
    expect(cut.width / cut.height).toBeCloseTo(700 / 500, 2);
  });

  it("is the last image of the reply; earlier ones are drafts", async () => {
    const lines: Line[] = [{ images: [await png(320, 240), await png(560, 400)] }];
    const { draw, image, context } = artistFixture(lines);
    expect((await loadImage(bytesOf(await draw(PANEL)))).width).toBe(560);
    expect([image.asked.length, context.notices]).toEqual([1, []]);
  });

  it("has the type of its bytes, whatever the reply calls it", async () => {
    const bytes = await createCanvas(560, 400).encode("webp");
    const { content } = await artistFixture([{ images: [{ bytes, contentType: "image/png" }] }]).draw(PANEL);
    expect(content).toMatchObject({ kind: "image", contentType: "image/webp" });
  });

  it("comes without a notice if the first request gives it", async () => {
    const { draw, context, image, eye } = artistFixture([wide]);
    await draw(PANEL);
    expect(context.notices).toEqual([]);
    expect([image.asked.length, eye.asked.length]).toEqual([1, 1]);
  });
});

/** An inspection's answer about Mina's face. */
const mina = (judged: object = {}) => ({
  faces: [
    {
      character: "c1",
      box: [100, 200, 300, 400],
      mouth: [260, 300],
      likeness: 2,
      badHands: false,
      ...judged,
    },
  ],
});

describe("a picture with faults", () => {
  it.each<[string, object, RegExp, number]>([
    ["letters", LETTERED, /^Take the writing at the upper left away: .* Keep all else/, 3],
    ["a wrong person", mina({ likeness: 0 }), /^Give the person of reference 1 .* face, hair and clothes/, 5],
    ["bad hands", mina({ badHands: true }), /^Draw the hands of the person of reference 1 /, 5],
    ["no room for words", { zoneClear: false }, /^Make the top right of the picture plain/, 3],
  ])(
    "is sent back once with one instruction about %s, and inspected again",
    async (_what, wrong, told, parts) => {
      const clean: Line = { images: [await png(480, 360)] };
      const eye = scriptedModel(VISION_MODEL, [seen(wrong), seen()]);
      const { draw, image, context } = artistFixture([wide, clean], { eye });
      expect((await loadImage(bytesOf(await draw(PANEL)))).width).toBe(480);
      expect(tellingsOf(image)).toEqual(["moment+0", "edited+1"]);
      expect(partsOf(image.asked[1])).toHaveLength(parts);
      expect(partsOf(image.asked[1]).at(-1)).toEqual({ text: expect.stringMatching(told) });
      expect([eye.asked.length, context.notices]).toEqual([2, []]);
    },
  );

  it("is drawn again where there are too many people, and the prompt says how many there are", async () => {
    const eye = scriptedModel(VISION_MODEL, [seen({ heads: 3 }), seen()]);
    const { draw, image } = artistFixture([wide, wide], { eye });
    await draw(PANEL);
    expect(tellingsOf(image)).toEqual(["moment+0", "moment+1"]);
    expect(promptOf(image.asked[1])).toMatch(/ Exactly 1 people, each of them once\. /);
  });

  it("is drawn again by a model that takes no pictures", async () => {
    const imagen = scriptedModel("imagen-4.0-generate-001", [wide]);
    await hostedArtist("a", { images: [imagen], visionModels: [lettered()], program }).draw(
      PANEL,
      unmeteredContext(),
    );
    expect(tellingsOf(imagen)).toEqual(["moment+0", "moment+1"]);
    expect(promptOf(imagen.asked[1])).toMatch(/Every surface is blank and unlettered/);
  });

  it.each<[string, Line, string[]]>([
    ["meets an overload", new OverloadedError("no room"), ["moment+0", "edited+1"]],
    ["is refused", { end: "refused", reason: "IMAGE_SAFETY" }, ["moment+0", "edited+1", "moment+2"]],
    [
      "cannot be decoded",
      { images: [{ bytes: new Uint8Array([1]), contentType: "image/png" }] },
      ["moment+0", "edited+1", "moment+2"],
    ],
  ])("is kept when a repair %s, with a notice", async (_what, second, tellings) => {
    const { draw, image, context } = artistFixture([wide, second], { eye: lettered() });
    expect((await draw(PANEL)).content.kind).toBe("image");
    expect(tellingsOf(image)).toEqual(tellings);
    expect(context.notices).toEqual([
      expect.stringMatching(/^page 3, panel k2: a picture with faults is used \(letters \(upper left\)\): /),
    ]);
  });

  it("costs at most two repairs, none after four requests, and the picture with the least faults is kept", async () => {
    const sizes = await Promise.all([400, 480, 560].map((width) => png(width, width * 0.75)));
    const pictures = sizes.map((image): Line => ({ images: [image] }));
    const worse = { ...LETTERED, zoneClear: false };
    const eye = scriptedModel(VISION_MODEL, [seen(worse), seen({ zoneClear: false }), seen(worse)]);
    const left = artistFixture(pictures, { eye });
    expect((await loadImage(bytesOf(await left.draw(PANEL)))).width).toBe(480);
    expect([left.image.asked.length, eye.asked.length]).toEqual([3, 3]);
    expect(left.context.notices).toEqual([
      expect.stringMatching(/\(little room for words\): repairs did not/),
    ]);
    const late = artistFixture([spoken, spoken, spoken, wide], {
      eye: scriptedModel(VISION_MODEL, [seen(LETTERED)]),
    });
    await late.draw(PANEL);
    expect(late.image.asked).toHaveLength(4);
    expect(late.context.notices.at(-1)).toMatch(/4 requests were made/);
  });

  it("is repaired by code, without a request, where it is coloured, framed or too wide", async () => {
    const canvas = createCanvas(600, 400);
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = "#e99";
    ctx.fillRect(0, 0, 600, 400);
    ctx.fillStyle = "#fff";
    ctx.fillRect(200, 100, 200, 200);
    ctx.lineWidth = 12;
    ctx.strokeRect(0, 0, 600, 400);
    const bytes = await canvas.encode("png");
    const { draw, image, context } = artistFixture([{ images: [{ bytes, contentType: "image/png" }] }]);
    const drawn = await loadImage(bytesOf(await draw(PANEL)));
    expect(drawn.width / drawn.height).toBeCloseTo(1.4, 1);
    const looked = createCanvas(drawn.width, drawn.height).getContext("2d");
    looked.drawImage(drawn, 0, 0);
    const [red, green, blue] = looked.getImageData(2, 2, 1, 1).data;
    expect([red === green && green === blue, (red ?? 0) > 60]).toEqual([true, true]);
    expect([image.asked.length, context.notices]).toEqual([1, []]);
  });
});

describe("a step that runs out of time", () => {
  it("throws instead of skipping the inspection, with and without writing, so that it is repeated", async () => {
    const over = new OutOfTimeError(VISION_MODEL, { leftMs: 1_000, mayTakeMs: 150_000 });
    const unseen = artistFixture([wide], { eye: scriptedModel(VISION_MODEL, [over]) });
    await expect(unseen.draw(PANEL)).rejects.toBe(over);
    const late = artistFixture([wide, over], { eye: lettered() });
    await expect(late.draw(PANEL)).rejects.toBe(over);
    expect([unseen.context.notices, late.context.notices]).toEqual([[], []]);
  });
});

describe("a hosted artist with a fallback model", () => {
  it("draws with the fallback's own number of references where the first model is gone, and stops asking that one", async () => {
    const gone = scriptedModel("imagen-4.0-generate-001", [new TerminalError("model-gone", "retired")]);
    const fallback = scriptedModel(IMAGE_MODEL, [ended("SAFETY"), wide]);
    const artist = hostedArtist("a", {
      images: [gone, fallback],
      visionModels: [scriptedModel(VISION_MODEL, [seen()])],
      program,
    });
    const context = unmeteredContext();
    await artist.draw(PANEL, context, { label: LABEL });
    expect(context.notices[0]).toBe(
      `${LABEL}: ${IMAGE_MODEL} stands in for imagen-4.0-generate-001: retired`,
    );
    expect([partsOf(gone.asked[0]).length, partsOf(fallback.asked[0]).length]).toEqual([1, 3]);
    expect([gone.asked.length, fallback.asked.length]).toEqual([1, 2]);
  });
});

const GOOD = { likeness: 2, badHands: false };
const WHOLE = { ...GOOD, character: "c1", box: [0, 0, 1000, 1000], mouth: [500, 500] };

describe("the inspection of a picture", () => {
  it("is one question with the picture, then each person's sheet, and the area for words", async () => {
    const { draw, eye } = artistFixture([wide]);
    await draw(PANEL);
    const parts = partsOf(eye.asked[0]);
    expect(parts.slice(0, 3)).toMatchObject([
      { contentType: "image/png" },
      { text: "Reference 1:" },
      { bytes: new Uint8Array([1, 2, 3]) },
    ]);
    expect(promptOf(eye.asked[0])).toMatch(/"id":"c1","reference":1,.*"zone":"top right"/);
  });

  it("is paid once: after an unusable answer the picture is accepted uninspected", async () => {
    const { draw, eye, context } = artistFixture([wide], {
      eye: scriptedModel(VISION_MODEL, [{ text: "Nice!" }, seen()]),
    });
    expect((await draw(PANEL)).content.kind).toBe("image");
    expect([eye.asked.length, context.notices.length]).toEqual([1, 1]);
  });

  it("gives faces, mouths and areas to keep clear of expected people, in the panel's units", async () => {
    // 560 × 400 in a panel of 700 × 500: nothing is cropped.
    const answer = seen({
      faces: [
        ...mina().faces,
        { ...GOOD, character: "c1", box: [0, 0, 100, 100], mouth: [50, 50] },
        { ...GOOD, character: "c7", box: [0, 0, 100, 100], mouth: [50, 50] },
      ],
      keep: [{ box: [500, 500, 900, 1000] }, { box: [5, 5, 5, 5] }],
    });
    const { draw } = artistFixture([{ images: [await png(560, 400)] }], {
      eye: scriptedModel(VISION_MODEL, [answer]),
    });
    const { faces, keep } = await draw(PANEL);
    expect(faces).toEqual([
      { character: "c1", box: { x: 140, y: 50, width: 140, height: 100 }, mouth: { x: 210, y: 130 } },
    ]);
    expect(keep).toEqual([{ x: 350, y: 250, width: 350, height: 200 }]);
  });

  it("accounts for the crop", async () => {
    const answer = seen({ faces: [WHOLE] });
    const { faces } = await artistFixture([wide], { eye: scriptedModel(VISION_MODEL, [answer]) }).draw(PANEL);
    expect(faces[0]?.box).toEqual({ x: 0, y: 0, width: 700, height: 500 });
    // A third of the 14 cropped rows is at the top, so the picture's middle lies below the panel's.
    expect(faces[0]?.mouth.y).toBeGreaterThan(250);
  });

  it("finds no people in a place", async () => {
    const answer = seen({ faces: [WHOLE] });
    const { draw } = artistFixture([ended("BLOCKLIST"), wide], {
      eye: scriptedModel(VISION_MODEL, [answer]),
    });
    expect((await draw(PANEL)).faces).toEqual([]);
  });

  it("may fail twice without losing the paid picture, with a notice", async () => {
    const { draw, eye, context } = artistFixture([wide], {
      eye: scriptedModel(VISION_MODEL, [new OverloadedError("eye is busy")]),
    });
    const { faces, content } = await draw(PANEL);
    expect([faces, content.kind, eye.asked.length]).toEqual([[], "image", 2]);
    expect(context.notices).toEqual([
      expect.stringMatching(/^page 3, panel k2: .*without a check .*eye is busy/),
    ]);
  });

  it("is deferred when its rate limit is reached: the step returns, and the picture is memoized", async () => {
    const busy = new BusyError("no room", 1_000);
    await expect(
      artistFixture([wide], { eye: scriptedModel(VISION_MODEL, [busy]) }).draw(PANEL),
    ).rejects.toBe(busy);
    await expect(artistFixture([wide, busy], { eye: lettered() }).draw(PANEL)).rejects.toBe(busy);
  });

  it("is not repeated after a refusal", async () => {
    const { draw, eye, context } = artistFixture([wide], {
      eye: scriptedModel(VISION_MODEL, [{ end: "refused" }, seen()]),
    });
    await draw(PANEL);
    expect([eye.asked.length, context.notices.length]).toEqual([1, 1]);
  });

  it("ends with the signal's reason on abort", async () => {
    const { draw, image } = artistFixture([wide], { signal: AbortSignal.abort(new Error("cancelled")) });
    await expect(draw(PANEL)).rejects.toThrow("cancelled");
    expect(image.asked).toEqual([]);
  });
});
