// Shared by the tests of the hosted artist: a panel and a portrait, models with prepared answers, and a context that records costs and
// notes.
import { createCanvas } from "@napi-rs/canvas";
import type { Character } from "../../manga/cast.ts";
import { styleOf } from "../../manga/style-presets.ts";
import { noUsage } from "../../pipeline/usage.ts";
import type { DrawingProgram, EditRequest, Encoded, PanelRequest, PortraitRequest } from "../artist.ts";
import { unmeteredContext } from "../unmetered-context.ts";
import { hostedArtist } from "./artist.ts";
import type { Question } from "./model.ts";
import { type Line, type ScriptedModel, scriptedModel } from "./scripted-model.ts";

export const IMAGE_MODEL = "gemini-nano-banana-2.1";
export const FALLBACK_MODEL = "gemini-3.1-flash-lite-image";
export const VISION_MODEL = "gemini-3.5-flash-lite";

export const MINA: Character = {
  ...{ id: "c1", name: "ミナ", kind: "human", age: "teen", sex: "female", build: "slim", look: 1 },
  ...{ hair: "bob, black", marks: [], accessories: ["glasses"] },
  outfits: [{ id: "o1", worn: ["grey coat", "dark skirt", "sword at the hip"], scenes: [] }],
  description: "黒いおかっぱの少女",
};

export const PANEL: PanelRequest = {
  ...{ kind: "panel", style: styleOf("manga"), width: 700, height: 500, seed: 11 },
  picture: {
    ...{ scene: "s1", place: "l1", hour: "night", weather: "rain", season: "autumn", mood: "lonely" },
    ...{ shot: "half", angle: "level", things: [{ what: "umbrella" }], effects: ["speed"], sounds: [] },
    figures: [
      {
        ...{ character: "c1", doing: "fight", feeling: "furious", hands: [{ what: "sword" }] },
        ...{ view: "front", facing: "left", side: 0.7, depth: 0 },
      },
    ],
    action: 'ミナは"剣"をかまえた。',
    emptyZone: { tenths: 3, where: "top right" },
  },
  place: { id: "l1", name: "古い駅", kind: "station", landmarks: [], look: 1 },
  cast: [MINA],
  references: [{ role: "person", of: "c1", bytes: new Uint8Array([1, 2, 3]), contentType: "image/png" }],
};
export const PORTRAIT: PortraitRequest = {
  ...{ kind: "portrait", design: MINA, style: styleOf("manga"), width: 600, height: 800, seed: 5 },
};
export const LABEL = "page 3, panel k2";

/** A picture with the panel's ratio, and one with the portrait's. */
export const [wide, tall] = [{ images: [await png(400, 300)] }, { images: [await png(300, 400)] }];

export async function png(width: number, height: number) {
  return { bytes: await createCanvas(width, height).encode("png"), contentType: "image/png" };
}

/** An edit of a picture of that panel. */
export const editOf = (
  picture: Encoded,
  wanted: Pick<EditRequest, "instruction" | "region">,
): EditRequest => ({
  ...{ kind: "edit", style: PANEL.style, width: 700, height: 500, seed: 3 },
  ...{ picture, panel: PANEL, references: [], ...wanted },
});

export const ended = (reason: string): Line => ({ end: "empty", reason });
export const spoken: Line = { text: "I cannot draw that." };

/** An inspection without faults, in which all expected people are found. */
export const seen =
  (answer: object = {}): Line =>
  (question) => ({
    text: JSON.stringify({
      ...{ faces: [], heads: promptOf(question).match(/"id":/g)?.length ?? 0, keep: [] },
      ...{ letters: false, lettersWhere: "", border: false, zoneClear: true },
      ...answer,
    }),
  });

/** Draws a line, with a face for each character in the picture. */
export const program = async (): Promise<DrawingProgram> => ({
  id: "program",
  upToMicros: () => 0,
  async draw(request) {
    const { width, height } = request;
    const people = request.kind === "panel" ? request.picture.figures.map((one) => one.character) : ["c1"];
    const at = { x: width / 2, y: height / 2 };
    return {
      content: {
        kind: "drawing",
        drawing: { width, height, margin: 0, items: [{ d: "M0 0L9 9", stroke: "black", width: 1 }] },
      },
      faces: people.map((character) => ({ character, box: { ...at, width: 9, height: 9 }, mouth: at })),
      keep: [],
      notices: ["a halberd is drawn as a spear"],
      usage: noUsage("program"),
    };
  },
});

interface Cast {
  fallback?: ScriptedModel;
  eye?: ScriptedModel;
  signal?: AbortSignal;
}

export function artistFixture(
  lines: readonly Line[],
  { fallback, eye = scriptedModel(VISION_MODEL, [seen()]), signal }: Cast = {},
) {
  const image = scriptedModel(IMAGE_MODEL, lines);
  const images = fallback === undefined ? [image] : [image, fallback];
  const artist = hostedArtist(`gemini/${IMAGE_MODEL}@7`, { images, visionModels: [eye], program });
  const context = unmeteredContext(signal);
  const draw = (request: PanelRequest | PortraitRequest, label = LABEL) =>
    artist.draw(request, context, { label });
  return { draw, image, eye, context };
}

export function partsOf(question: Question | undefined) {
  return question?.turns.flatMap((turn) => turn.parts) ?? [];
}

export function promptOf(question: Question | undefined): string {
  return partsOf(question)
    .flatMap((part) => ("text" in part ? part.text : []))
    .join("\n");
}

/** Words that only one variant's prompt contains. */
const TELLINGS = {
  moment: "Exactly ",
  gentle: "One quiet picture",
  scenery: "quiet, empty place",
  edited: "Keep all else exactly",
};

/** The variant of each request for the panel, and what it added to the seed: `moment+0`. */
export function tellingsOf({ asked }: ScriptedModel): string[] {
  return asked.map((question) => {
    const prompt = promptOf(question);
    const [telling] = Object.entries(TELLINGS).find(([, words]) => prompt.includes(words)) ?? ["?"];
    return `${telling}+${(question.seed ?? 0) - PANEL.seed}`;
  });
}
