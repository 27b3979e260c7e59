// A panel of two sample people for the artist's tests and specimen sheets; every part can be changed.
import { styleOf } from "../../../manga/style-presets.ts";
import type { Drawn } from "../../artist.ts";
import type { CharacterDesign } from "./closed/cast.ts";
import { PLAIN_PICTURE, plainFigure } from "./closed/plain-picture.ts";
import type { PanelRequest } from "./closed/request.ts";
import type { Figure, Picture } from "./closed/storyboard.ts";
import { type FigureTold, NOTHING_TOLD, type Told } from "./closed/told.ts";
import { drawRequest } from "./draw-request.ts";

export const GIRL: CharacterDesign = {
  ...{ id: "c1", name: "Mio", kind: "human", age: "teen", gender: "female", build: "slim" },
  ...{ hair: { style: "bob", fill: "black" }, beard: "none", glasses: false, look: 2 },
  clothes: { top: "sailor", topFill: "white", bottom: "skirt", bottomFill: "dark", hat: "none" },
  description: "a girl with a bob",
};
export const MAN: CharacterDesign = {
  ...GIRL,
  ...{ id: "c2", age: "adult", gender: "male", build: "broad" },
  hair: { style: "spiky", fill: "white" },
  clothes: { top: "jacket", topFill: "dark", bottom: "trousers", bottomFill: "mid", hat: "none" },
};

export const figure = (change: Partial<Figure> = {}): Figure => ({ ...plainFigure(GIRL.id), ...change });

export const picture = (change: Partial<Picture> = {}): Picture => ({
  ...{ ...PLAIN_PICTURE, shot: "full", figures: [figure()], room: 2 },
  scene: { ...PLAIN_PICTURE.scene, id: "s1", place: { kind: "street", name: "" } },
  ...change,
});

/** `NOTHING_TOLD` with the given facts. */
export const tell = (change: Partial<Told> = {}): Told => ({ ...NOTHING_TOLD, ...change });

/** The same facts for both sample people. */
export const tellOfBoth = (facts: FigureTold, change: Partial<Told> = {}): Told =>
  tell({ figures: { [GIRL.id]: facts, [MAN.id]: facts }, ...change });

export const STYLE = styleOf("manga");

export const panelRequest = (change: Partial<Picture>, more: Partial<PanelRequest> = {}): PanelRequest => ({
  ...{ kind: "panel", picture: picture(change), cast: [GIRL, MAN], style: STYLE },
  ...{ width: 700, height: 520, seed: 7, ...more },
});

export const draw = async (change: Partial<Picture>, more: Partial<PanelRequest> = {}): Promise<Drawn> =>
  drawRequest(panelRequest(change, more));

export function drawingOf({ content }: Drawn) {
  if (content.kind !== "drawing") throw new TypeError("the offline artist returned no drawing");
  return content.drawing;
}
