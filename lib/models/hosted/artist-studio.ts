// What the tests of the hosted artist share: a panel and a portrait, models that give prepared answers, and a desk that keeps what was
// paid and noted.
import { createCanvas } from "@napi-rs/canvas";
import type { CharacterDesign } from "../../manga/cast.ts";
import type { PanelRequest, PortraitRequest } from "../artist.ts";
import { openDesk } from "../open-desk.ts";
import { hostedArtist } from "./artist.ts";
import type { Question } from "./model.ts";
import { type Line, type ScriptedModel, scriptedModel } from "./scripted-model.ts";

export const IMAGE_MODEL = "gemini-nano-banana-2.1";
export const STAND_IN = "gemini-3.1-flash-lite-image";
export const EYE = "gemini-3.5-flash-lite";

export const MINA: CharacterDesign = {
  ...{ id: "c1", name: "ミナ", kind: "human", age: "teen", gender: "female", build: "slim" },
  ...{ hair: { style: "bob", fill: "black" }, beard: "none", glasses: true, look: 1 },
  clothes: { top: "coat", topFill: "mid", bottom: "skirt", bottomFill: "dark", hat: "none" },
  description: "黒いおかっぱの少女",
};

export const PANEL: PanelRequest = {
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
export const PORTRAIT: PortraitRequest = {
  ...{ kind: "portrait", design: MINA, style: "manga", width: 600, height: 800, seed: 5 },
};
export const LABEL = "page 3, panel k2";

/** A picture of the panel's ratio, and one of the portrait's. */
export const [wide, tall] = [{ images: [await png(400, 300)] }, { images: [await png(300, 400)] }];

export async function png(width: number, height: number) {
  return { bytes: await createCanvas(width, height).encode("png"), contentType: "image/png" };
}

export const ended = (reason: string): Line => ({ end: "empty", reason });
export const spoken: Line = { text: "I cannot draw that." };

export const seen = (answer: object = {}): Line => ({
  text: JSON.stringify({ faces: [], keep: [], letters: false, ...answer }),
});

interface Cast {
  standIn?: ScriptedModel;
  eye?: ScriptedModel;
  signal?: AbortSignal;
}

export function studio(
  lines: readonly Line[],
  { standIn, eye = scriptedModel(EYE, [seen()]), signal }: Cast = {},
) {
  const image = scriptedModel(IMAGE_MODEL, lines);
  const images = standIn === undefined ? [image] : [image, standIn];
  const artist = hostedArtist("a", { images, eyes: [eye] });
  const desk = openDesk(signal);
  const draw = (request: PanelRequest | PortraitRequest, label = LABEL) =>
    artist.draw(request, desk, { label });
  return { draw, image, eye, desk };
}

export function partsOf(question: Question | undefined) {
  return question?.turns.flatMap((turn) => turn.parts) ?? [];
}

export function promptOf(question: Question | undefined): string {
  return partsOf(question)
    .flatMap((part) => ("text" in part ? part.text : []))
    .join("\n");
}

/** Words that only one telling's prompt has. */
const TELLINGS = {
  moment: "What happens: ",
  gentle: "One quiet manga panel",
  scenery: "quiet, empty place",
  unlettered: "Take the lettering away",
};

/** What each request for the panel told, and what it added to the seed: `moment+0`. */
export function tellingsOf({ asked }: ScriptedModel): string[] {
  return asked.map((question) => {
    const prompt = promptOf(question);
    const [telling] = Object.entries(TELLINGS).find(([, words]) => prompt.includes(words)) ?? ["?"];
    return `${telling}+${(question.seed ?? 0) - PANEL.seed}`;
  });
}
