// What becomes of a picture that an image model was asked for: how it is asked, what is asked instead when it does not come, and what
// was seen in it.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeAll, describe, expect, it } from "vitest";
import type { CharacterDesign } from "../../manga/cast.ts";
import { BusyError, TerminalError } from "../../pipeline/errors.ts";
import type { Packed } from "../../pipeline/phase.ts";
import type { Drawn, PanelRequest, PortraitRequest } from "../artist.ts";
import type { Desk } from "../desk.ts";
import { openDesk } from "../open-desk.ts";
import { hostedArtist } from "./artist.ts";
import { UnansweredError } from "./failures.ts";
import type { Question } from "./model.ts";
import { type Line, type ScriptedModel, scriptedModel } from "./scripted-model.ts";

const IMAGE_MODEL = "gemini-nano-banana-2.1";
const STAND_IN = "gemini-3.1-flash-lite-image";
const EYE = "gemini-3.5-flash-lite";

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
const LABEL = "page 3, panel k2";

/** A picture of the panel's ratio, and one of the portrait's. */
let wide: Line;
let tall: Line;
beforeAll(async () => {
  wide = { images: [await png(400, 300)] };
  tall = { images: [await png(300, 400)] };
});

async function png(width: number, height: number) {
  return { bytes: await createCanvas(width, height).encode("png"), contentType: "image/png" };
}

const ended = (reason: string): Line => ({ end: "empty", reason });
const spoken: Line = { text: "I cannot draw that." };

const seen = (answer: object = {}): Line => ({
  text: JSON.stringify({ faces: [], keep: [], letters: false, ...answer }),
});
const lettered = () => scriptedModel(EYE, [seen({ letters: true }), seen()]);

interface Cast {
  standIn?: ScriptedModel;
  eye?: ScriptedModel;
  signal?: AbortSignal;
}

function studio(lines: readonly Line[], { standIn, eye = scriptedModel(EYE, [seen()]), signal }: Cast = {}) {
  const image = scriptedModel(IMAGE_MODEL, lines);
  const images = standIn === undefined ? [image] : [image, standIn];
  const artist = hostedArtist("a", { images, eyes: [eye] });
  const desk = openDesk(signal);
  const draw = (request: PanelRequest | PortraitRequest, label = LABEL) =>
    artist.draw(request, desk, { label });
  return { draw, image, eye, desk };
}

function partsOf(question: Question | undefined) {
  return question?.turns.flatMap((turn) => turn.parts) ?? [];
}

function promptOf(question: Question | undefined): string {
  return partsOf(question)
    .flatMap((part) => ("text" in part ? part.text : []))
    .join("\n");
}

/** What a request tells, by words that only its prompt has, and the seed that it adds. */
function tellingOf(question: Question, base = PANEL.seed): string {
  const prompt = promptOf(question);
  const telling = /What happens/.test(prompt)
    ? "moment"
    : /quiet manga panel/.test(prompt)
      ? "gentle"
      : /quiet, empty place/.test(prompt)
        ? "scenery"
        : /Take the lettering away/.test(prompt)
          ? "unlettered"
          : "portrait";
  return `${telling}+${(question.seed ?? 0) - base}`;
}
const tellingsOf = ({ asked }: ScriptedModel) => asked.map((question) => tellingOf(question));

function bytesOf({ content }: Drawn): Uint8Array {
  if (content.kind !== "image") throw new Error("not an image");
  return content.bytes;
}

describe("a hosted artist's question", () => {
  it("carries each portrait after a label of its own, the size, the nearest ratio and the seed", async () => {
    const { draw, image } = studio([wide]);
    await draw(PANEL);
    const [question] = image.asked;
    expect(partsOf(question).slice(0, 2)).toEqual([
      { text: "Reference picture 1: ミナ" },
      { bytes: new Uint8Array([1, 2, 3]), contentType: "image/png" },
    ]);
    expect(question).toMatchObject({
      ...{ task: "picture", seed: 11, wanted: { kind: "image", aspectRatio: "4:3", size: "1K" } },
    });
  });

  it("carries at most four portraits, of those who speak and those who are nearest", async () => {
    const ids = ["c1", "c2", "c3", "c4", "c5", "c6"];
    const [figure] = PANEL.picture.figures;
    if (figure === undefined) throw new Error("nobody");
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
      portraits: new Map(ids.map((id) => [id, { bytes: new Uint8Array([1]), contentType: "image/png" }])),
    };
    const { draw, image } = studio([wide]);
    await draw(crowd);
    const labels = partsOf(image.asked[0]).flatMap((part) =>
      "text" in part && part.text.startsWith("Reference") ? part.text : [],
    );
    expect(labels).toEqual(["c2", "c4", "c5", "c6"].map((id, at) => `Reference picture ${at + 1}: ${id}`));
    expect(promptOf(image.asked[0])).toMatch(/- c2, the person of reference picture 1 /);
    expect(promptOf(image.asked[0])).toMatch(/- c1: /);
  });

  it("carries no reference to a model that takes none", async () => {
    const imagen = scriptedModel("imagen-4.0-generate-001", [wide]);
    const artist = hostedArtist("a", { images: [imagen], eyes: [scriptedModel(EYE, [seen()])] });
    await artist.draw(PANEL, openDesk());
    expect(partsOf(imagen.asked[0])).toEqual([{ text: expect.not.stringContaining("eference") }]);
  });
});

describe("a hosted artist's picture", () => {
  it("keeps its bytes where it has the panel's shape, and is cut where it has not", async () => {
    const portrait = await studio([tall]).draw(PORTRAIT);
    const [image] = tall instanceof Error ? [] : (tall.images ?? []);
    expect(portrait.content).toEqual({ kind: "image", ...image });
    const cut = await loadImage(bytesOf(await studio([wide]).draw(PANEL)));
    expect(cut.width / cut.height).toBeCloseTo(700 / 500, 2);
  });

  it("is the last image of the answer: those before it are drafts", async () => {
    const lines: Line[] = [{ images: [await png(320, 240), await png(560, 400)] }];
    const { draw, image, desk } = studio(lines);
    expect((await loadImage(bytesOf(await draw(PANEL)))).width).toBe(560);
    expect([image.asked.length, desk.notices]).toEqual([1, []]);
  });

  it("is what its bytes say, whatever the answer calls it", async () => {
    const bytes = await createCanvas(560, 400).encode("webp");
    const { content } = await studio([{ images: [{ bytes, contentType: "image/png" }] }]).draw(PANEL);
    expect(content).toMatchObject({ kind: "image", contentType: "image/webp" });
  });

  it("comes without a notice when the first request gives it", async () => {
    const { draw, desk, image, eye } = studio([wide]);
    await draw(PANEL);
    expect(desk.notices).toEqual([]);
    expect([image.asked.length, eye.asked.length]).toEqual([1, 1]);
  });
});

describe("a picture that does not come", () => {
  it.each<[string, () => Line[], string[], RegExp]>([
    [
      "technical, then another seed",
      () => [ended("NO_IMAGE"), wide],
      ["moment+0", "moment+1"],
      /seed gave it/,
    ],
    [
      "words, then another seed",
      () => [spoken, wide],
      ["moment+0", "moment+1"],
      /words instead of a picture/,
    ],
    [
      "words twice, then the gentle moment",
      () => [spoken, spoken, wide],
      ["moment+0", "moment+1", "gentle+0"],
      /gentler picture .* ask for another take/,
    ],
    [
      "words three times, then the place",
      () => [spoken, spoken, spoken, wide],
      ["moment+0", "moment+1", "gentle+0", "scenery+0"],
      /the place was drawn without people/,
    ],
    [
      "a filter, then the gentle moment",
      () => [ended("IMAGE_SAFETY"), wide],
      ["moment+0", "gentle+0"],
      /IMAGE_SAFETY/,
    ],
    [
      "a filter twice, then the place",
      () => [ended("RECITATION"), ended("SAFETY"), wide],
      ["moment+0", "gentle+0", "scenery+0"],
      /RECITATION, SAFETY/,
    ],
    [
      "an unknown reason, then the gentle moment",
      () => [ended("NEW"), wide],
      ["moment+0", "gentle+0"],
      /NEW/,
    ],
    [
      "a prohibition, then the place",
      () => [{ end: "refused", reason: "PROHIBITED_CONTENT", heldBack: "prompt" }, wide],
      ["moment+0", "scenery+0"],
      /PROHIBITED_CONTENT\); the place was drawn/,
    ],
    [
      "a draft alone, then another seed",
      () => [{ ...ended("MAX_TOKENS"), ...wide }, wide],
      ["moment+0", "moment+1"],
      /MAX_TOKENS/,
    ],
  ])("%s", async (_path, lines, tellings, notice) => {
    const { draw, image, eye, desk } = studio(lines());
    expect((await draw(PANEL)).content.kind).toBe("image");
    expect(tellingsOf(image)).toEqual(tellings);
    expect(eye.asked).toHaveLength(1);
    expect(desk.notices).toEqual([expect.stringMatching(notice)]);
    expect(desk.notices[0]).toMatch(/^page 3, panel k2: the picture did not come as asked \(/);
    // Every reply is paid, whatever it held.
    expect(desk.usages).toHaveLength(tellings.length + 1);
  });

  it.each<[string, () => Promise<Line>, RegExp]>([
    [
      "does not decode",
      async () => ({
        images: [{ bytes: (await png(400, 300)).bytes.subarray(0, 60), contentType: "image/png" }],
      }),
      /does not decode/,
    ],
    [
      "is no image",
      async () => ({ images: [{ bytes: new Uint8Array(40), contentType: "image/png" }] }),
      /no PNG/,
    ],
    ["has another shape", async () => tall, /300 × 400, not 4:3/],
    ["is tiny", async () => ({ images: [await png(40, 30)] }), /only 40 × 30/],
  ])("because it %s is drawn again", async (_what, broken, reason) => {
    const { draw, image, desk } = studio([await broken(), wide]);
    await draw(PANEL);
    expect(tellingsOf(image)).toEqual(["moment+0", "moment+1"]);
    expect(desk.notices).toEqual([expect.stringMatching(reason)]);
  });

  it("is asked of the stand-in after two technical failures, and then drawn as a place", async () => {
    const good = studio([ended("NO_IMAGE")], { standIn: scriptedModel(STAND_IN, [wide]) });
    await good.draw(PANEL);
    expect(tellingsOf(good.image)).toEqual(["moment+0", "moment+1"]);
    expect(good.desk.notices).toEqual([
      `${LABEL}: the picture did not come as asked (NO_IMAGE); ${STAND_IN} drew it`,
    ]);

    const standIn = scriptedModel(STAND_IN, [ended("IMAGE_OTHER")]);
    const bad = studio([ended("NO_IMAGE"), ended("CONTINUATION"), wide], { standIn });
    await bad.draw(PANEL);
    expect(tellingsOf(bad.image)).toEqual(["moment+0", "moment+1", "scenery+0"]);
    expect(tellingsOf(standIn)).toEqual(["moment+0"]);
  });

  it("is drawn as a place where the stand-in cannot be asked at all", async () => {
    for (const code of ["model-gone", "model-quota"]) {
      const standIn = scriptedModel(STAND_IN, [new TerminalError(code, "no use")]);
      const { draw, image, desk } = studio([ended("NO_IMAGE"), ended("NO_IMAGE"), wide], { standIn });
      await draw(PANEL);
      expect(tellingsOf(image)).toEqual(["moment+0", "moment+1", "scenery+0"]);
      expect(desk.notices).toEqual([expect.stringMatching(/NO_IMAGE, no use/)]);
    }
    const spent = new TerminalError("budget", "spent");
    const { draw } = studio([ended("NO_IMAGE")], { standIn: scriptedModel(STAND_IN, [spent]) });
    await expect(draw(PANEL)).rejects.toBe(spent);
  });

  it("asks the stand-in nothing about what a filter held back", async () => {
    const standIn = scriptedModel(STAND_IN, [wide]);
    const { draw, image } = studio([ended("SAFETY")], { standIn });
    expect((await draw(PANEL)).content.kind).toBe("drawing");
    expect(standIn.asked).toEqual([]);
    expect(new Set(image.asked.map(promptOf)).size).toBe(image.asked.length);
  });

  it("is never mentioned again after a prohibition: the place has nothing of the moment", async () => {
    const { draw, image } = studio([ended("PROHIBITED_CONTENT"), wide]);
    await draw(PANEL);
    const scenery = image.asked[1];
    expect(partsOf(scenery)).toHaveLength(1);
    expect(promptOf(scenery)).not.toMatch(/ミナ|剣|古い駅|sword|umbrella|fight|girl|coat|lonely|person/);
    expect(promptOf(scenery)).toMatch(/a station, at night, in the rain, in autumn/);
  });

  it("is told gently without its cause: no action, name, thing, effect, pose or expression", async () => {
    const { draw, image } = studio([ended("IMAGE_SAFETY"), wide]);
    await draw(PANEL);
    const gentle = image.asked[1];
    expect(promptOf(gentle)).not.toMatch(/ミナ|剣|古い駅|sword|umbrella|speed|fight|furious|lonely/);
    expect(promptOf(gentle)).toMatch(/the face, close up, calm/);
    expect(partsOf(gentle)[0]).toEqual({ text: "Reference picture 1: the person" });
  });

  it("is drawn offline from the same data when the place does not come either", async () => {
    const { draw, image, eye, desk } = studio([ended("PROHIBITED_CONTENT")]);
    const { content, faces } = await draw(PANEL);
    expect(content.kind).toBe("drawing");
    expect(faces).toMatchObject([{ character: "c1" }]);
    expect([image.asked.length, eye.asked.length]).toEqual([2, 0]);
    expect(desk.notices).toEqual([
      `${LABEL}: no picture came (PROHIBITED_CONTENT); the offline artist drew it from the same data. Change it, or ask for another take, to have it drawn anew.`,
    ]);
  });

  it("costs at most four requests, whatever comes", async () => {
    for (const lines of [
      [ended("NO_IMAGE")],
      [spoken],
      [spoken, ended("NO_IMAGE"), ended("SAFETY"), spoken],
    ]) {
      const standIn = scriptedModel(STAND_IN, [ended("NO_IMAGE")]);
      const { draw, image } = studio(lines, { standIn });
      expect((await draw(PANEL)).content.kind).toBe("drawing");
      expect(image.asked.length + standIn.asked.length).toBeLessThanOrEqual(4);
    }
  });

  it("is not mistaken for one that nobody answered: what is busy or silent fails the step", async () => {
    for (const error of [
      new BusyError("no room"),
      new UnansweredError("silent"),
      new TerminalError("budget", "spent"),
    ]) {
      await expect(studio([error]).draw(PANEL)).rejects.toBe(error);
      await expect(studio([ended("SAFETY"), error]).draw(PANEL)).rejects.toBe(error);
    }
  });
});

describe("a step that is repeated", () => {
  /** A desk that remembers as a session does. */
  function rememberingDesk(): Desk {
    const memory = new Map<string, Packed>();
    const { signal, note } = openDesk();
    return {
      ...{ signal, note },
      async call({ model, memo, make }) {
        const key = JSON.stringify([model, memo?.key]);
        const known = memory.get(key);
        if (memo !== undefined && known !== undefined) return memo.unpack(known);
        const made = await make();
        const packed = memo?.pack(made);
        if (packed !== undefined) memory.set(key, packed);
        return made;
      },
    };
  }

  it("pays for nothing twice, whatever its answers were, and goes on where it ended", async () => {
    const image = scriptedModel(IMAGE_MODEL, [ended("NO_IMAGE"), spoken, new BusyError("no room"), wide]);
    const eye = scriptedModel(EYE, [seen()]);
    const artist = hostedArtist("a", { images: [image], eyes: [eye] });
    const desk = rememberingDesk();
    await expect(artist.draw(PANEL, desk, { label: LABEL })).rejects.toThrow("no room");
    const drawn = await artist.draw(PANEL, desk, { label: LABEL });
    expect(tellingsOf(image)).toEqual(["moment+0", "moment+1", "gentle+0", "gentle+0"]);
    // Another name for the same picture asks for nothing.
    expect(await artist.draw(PANEL, desk, { label: "page 4, panel k1" })).toEqual(drawn);
    expect([image.asked.length, eye.asked.length]).toEqual([4, 1]);
  });
});

describe("a portrait that does not come", () => {
  it("is asked for without the words of its description, and then drawn offline", async () => {
    const { draw, image, desk } = studio([ended("IMAGE_SAFETY")]);
    const { content } = await draw(PORTRAIT, "the portrait of ミナ");
    expect(content.kind).toBe("drawing");
    expect(promptOf(image.asked[0])).toContain("おかっぱ");
    expect(promptOf(image.asked[1])).not.toContain("おかっぱ");
    expect(image.asked).toHaveLength(2);
    expect(desk.notices).toEqual([
      expect.stringMatching(/^the portrait of ミナ: no picture came .* offline artist/),
    ]);
  });

  it("is not asked for again when it is prohibited", async () => {
    const { draw, image } = studio([ended("BLOCKLIST")]);
    expect((await draw(PORTRAIT)).content.kind).toBe("drawing");
    expect(image.asked).toHaveLength(1);
  });

  it("may come at the second try, or from the stand-in", async () => {
    const again = studio([ended("NO_IMAGE"), tall]);
    expect((await again.draw(PORTRAIT)).content.kind).toBe("image");
    const standIn = scriptedModel(STAND_IN, [tall]);
    const other = studio([ended("NO_IMAGE")], { standIn });
    expect((await other.draw(PORTRAIT)).content.kind).toBe("image");
    expect([other.image.asked.length, standIn.asked.length]).toEqual([2, 1]);
  });
});

describe("a picture with letters in it", () => {
  it("is sent back once with one instruction, and looked at again", async () => {
    const clean: Line = { images: [await png(480, 360)] };
    const { draw, image, eye, desk } = studio([wide, clean], { eye: lettered() });
    expect((await loadImage(bytesOf(await draw(PANEL)))).width).toBe(480);
    expect(tellingsOf(image)).toEqual(["moment+0", "unlettered+1"]);
    expect(partsOf(image.asked[1])).toMatchObject([{}, { contentType: "image/png" }, {}]);
    expect([eye.asked.length, desk.notices]).toEqual([2, []]);
  });

  it("is drawn anew by a model that takes no pictures", async () => {
    const imagen = scriptedModel("imagen-4.0-generate-001", [wide]);
    await hostedArtist("a", { images: [imagen], eyes: [lettered()] }).draw(PANEL, openDesk());
    expect(tellingsOf(imagen)).toEqual(["moment+0", "moment+1"]);
  });

  it.each<[string, Line]>([
    ["is busy", new BusyError("no room")],
    ["is refused", { end: "refused", reason: "IMAGE_SAFETY" }],
    ["does not decode", { images: [{ bytes: new Uint8Array([1]), contentType: "image/png" }] }],
  ])("is kept when the second one %s, and a notice says so", async (_what, second) => {
    const { draw, image, desk } = studio([wide, second], { eye: lettered() });
    expect((await draw(PANEL)).content.kind).toBe("image");
    expect(image.asked).toHaveLength(2);
    expect(desk.notices).toEqual([
      expect.stringMatching(/^page 3, panel k2: a picture with letters .* taken: /),
    ]);
  });

  it("is taken when letters are left, and when four requests were made already", async () => {
    const always = () => scriptedModel(EYE, [seen({ letters: true })]);
    const left = studio([wide], { eye: always() });
    await left.draw(PANEL);
    expect([left.image.asked.length, left.desk.notices.length]).toEqual([2, 1]);
    const late = studio([spoken, spoken, spoken, wide], { eye: always() });
    await late.draw(PANEL);
    expect(late.image.asked).toHaveLength(4);
    expect(late.desk.notices.at(-1)).toMatch(/4 requests were made/);
  });
});

describe("a hosted artist with a stand-in", () => {
  it("draws with the stand-in's own references where the first model is gone, and asks the first one no more", async () => {
    const gone = scriptedModel("imagen-4.0-generate-001", [new TerminalError("model-gone", "retired")]);
    const standIn = scriptedModel(IMAGE_MODEL, [ended("SAFETY"), wide]);
    const artist = hostedArtist("a", { images: [gone, standIn], eyes: [scriptedModel(EYE, [seen()])] });
    const desk = openDesk();
    await artist.draw(PANEL, desk, { label: LABEL });
    expect(desk.notices[0]).toBe(`${LABEL}: ${IMAGE_MODEL} stands in for imagen-4.0-generate-001: retired`);
    expect([partsOf(gone.asked[0]).length, partsOf(standIn.asked[0]).length]).toEqual([1, 3]);
    expect([gone.asked.length, standIn.asked.length]).toEqual([1, 2]);
  });
});

describe("a look at a picture", () => {
  it("gives faces, mouths and what to keep free in the panel's units, of people who are in it", async () => {
    // 560 × 400 in a panel of 700 × 500: nothing is cut off.
    const answer = seen({
      faces: [
        { character: "c1", box: [100, 200, 300, 400], mouth: [260, 300] },
        { character: "c1", box: [0, 0, 100, 100], mouth: [50, 50] },
        { character: "c7", box: [0, 0, 100, 100], mouth: [50, 50] },
      ],
      keep: [{ box: [500, 500, 900, 1000] }, { box: [5, 5, 5, 5] }],
    });
    const { draw } = studio([{ images: [await png(560, 400)] }], { eye: scriptedModel(EYE, [answer]) });
    const { faces, keep } = await draw(PANEL);
    expect(faces).toEqual([
      { character: "c1", box: { x: 140, y: 50, width: 140, height: 100 }, mouth: { x: 210, y: 130 } },
    ]);
    expect(keep).toEqual([{ x: 350, y: 250, width: 350, height: 200 }]);
  });

  it("follows what was cut off", async () => {
    const answer = seen({ faces: [{ character: "c1", box: [0, 0, 1000, 1000], mouth: [500, 500] }] });
    const { faces } = await studio([wide], { eye: scriptedModel(EYE, [answer]) }).draw(PANEL);
    expect(faces[0]?.box).toEqual({ x: 0, y: 0, width: 700, height: 500 });
    // A third of the 14 rows that go are cut above, so the middle of the picture lies below that of the panel.
    expect(faces[0]?.mouth.y).toBeGreaterThan(250);
  });

  it("finds nobody in a place without people", async () => {
    const answer = seen({ faces: [{ character: "c1", box: [0, 0, 1000, 1000], mouth: [500, 500] }] });
    const { draw } = studio([ended("BLOCKLIST"), wide], { eye: scriptedModel(EYE, [answer]) });
    expect((await draw(PANEL)).faces).toEqual([]);
  });

  it("may fail twice without losing the picture that is paid for, and says so", async () => {
    const { draw, eye, desk } = studio([wide], { eye: scriptedModel(EYE, [new BusyError("eye is busy")]) });
    const { faces, content } = await draw(PANEL);
    expect([faces, content.kind, eye.asked.length]).toEqual([[], "image", 2]);
    expect(desk.notices).toEqual([
      expect.stringMatching(/^page 3, panel k2: .*without a look .*eye is busy/),
    ]);
  });

  it("is not asked for again when it is refused", async () => {
    const { draw, eye, desk } = studio([wide], { eye: scriptedModel(EYE, [{ end: "refused" }, seen()]) });
    await draw(PANEL);
    expect([eye.asked.length, desk.notices.length]).toEqual([1, 1]);
  });

  it("ends with the signal's reason when the step is aborted", async () => {
    const { draw, image } = studio([wide], { signal: AbortSignal.abort(new Error("cancelled")) });
    await expect(draw(PANEL)).rejects.toThrow("cancelled");
    expect(image.asked).toEqual([]);
  });
});
