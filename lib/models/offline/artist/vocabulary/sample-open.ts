// Open requests with default values, for tests. Each test overrides the fields that it is about.
import type { Character } from "../../../../manga/cast.ts";
import type { Place } from "../../../../manga/place.ts";
import type { Figure, Picture } from "../../../../manga/storyboard.ts";
import type { Style } from "../../../../manga/style.ts";
import type { PanelRequest, PortraitRequest } from "../../../artist.ts";
import type { PanelRequest as ClosedPanel, PortraitRequest as ClosedPortrait } from "../closed/request.ts";
import { closedRequest } from "./closed-request.ts";

const STYLE: Style = {
  ...{ preset: "shonen", medium: "ink and screen tone", line: "bold", tone: "crisp", eyes: "large" },
  ...{ backgrounds: "detailed", blacks: "some", palette: "warm" },
};

export const character = (told: Partial<Character> = {}): Character => ({
  ...{ id: "c1", name: "Mina", kind: "human", age: "adult", sex: "unknown", marks: [], accessories: [] },
  outfits: [{ id: "o1", worn: ["white shirt", "dark trousers"], scenes: [] }],
  ...{ look: 3, description: "Mina" },
  ...told,
});

export const figure = (told: Partial<Figure> = {}): Figure => ({
  ...{ character: "c1", doing: "stand", feeling: "calm", hands: [], view: "front", facing: "left" },
  ...{ side: 0.5, depth: 0 },
  ...told,
});

export const place = (told: Partial<Place> = {}): Place => ({
  ...{ id: "l1", name: "", kind: "street", landmarks: [], look: 7 },
  ...told,
});

interface Told {
  picture?: Partial<Picture>;
  place?: Partial<Place>;
  cast?: readonly Character[];
}

export const openPanel = (told: Told = {}): PanelRequest => ({
  kind: "panel",
  picture: {
    ...{ scene: "s1", place: "l1", hour: "day", weather: "clear", season: "spring", mood: "neutral" },
    ...{ shot: "full", angle: "level", figures: [], things: [], effects: [], sounds: [], action: "" },
    emptyZone: { tenths: 2, where: "top right" },
    ...told.picture,
  },
  place: place(told.place),
  cast: told.cast ?? [character()],
  references: [],
  ...{ style: STYLE, width: 800, height: 600, seed: 1 },
});

export const openPortrait = (told: Partial<Character>): PortraitRequest => ({
  ...{ kind: "portrait", design: character(told), style: STYLE, width: 300, height: 400, seed: 1 },
});

/** The closed request for a panel, and its notices. */
export function drawnPanel(told: Told): { request: ClosedPanel; notices: string[] } {
  const { request, notices } = closedRequest(openPanel(told));
  if (request.kind !== "panel") throw new TypeError("the request is not for a panel");
  return { request, notices };
}

export function drawnPortrait(told: Partial<Character>): { request: ClosedPortrait; notices: string[] } {
  const { request, notices } = closedRequest(openPortrait(told));
  if (request.kind !== "portrait") throw new TypeError("the request is not for a portrait");
  return { request, notices };
}
