// What a word is drawn as, in short, for tests.
import type { Character } from "../../../../manga/cast.ts";
import type { Word } from "../closed/listed.ts";
import type { PortraitRequest } from "../closed/request.ts";
import type { Picture } from "../closed/storyboard.ts";
import { drawnPanel, drawnPortrait, figure } from "./sample-open.ts";

export type Asked = Word<"thing place doing feeling kind worn hair age ground effect light">;

const facts = (told: object): string[] =>
  Object.entries(told).flatMap(([fact, value]) =>
    value === true ? [fact] : typeof value === "string" ? [`${fact} ${value}`] : [],
  );

type Made = { drawn: string[]; notices: string[] };

function ofPanel(told: Parameters<typeof drawnPanel>[0], drawn: (picture: Picture) => string[]): Made {
  const { request, notices } = drawnPanel(told);
  return { drawn: drawn(request.picture), notices };
}

function ofPortrait(told: Partial<Character>, drawn: (request: PortraitRequest) => string[]): Made {
  const { request, notices } = drawnPortrait(told);
  return { drawn: drawn(request), notices };
}

const BY_FIELD: Readonly<Record<Asked, (word: string) => Made>> = {
  thing: (what) =>
    ofPanel({ picture: { things: [{ what }] } }, ({ props, effects, told }) => [
      ...props,
      ...told.animals.map(({ animal, young }) => `${young ? "young " : ""}${animal}`),
      ...effects,
      ...facts(told),
    ]),
  place: (kind) =>
    ofPanel({ place: { kind } }, ({ scene, told }) => [scene.place.kind, ...facts(told.place)]),
  doing: (doing) =>
    ofPanel({ picture: { figures: [figure({ doing })] } }, ({ figures: [one], told }) => [
      one?.pose ?? "",
      ...facts(told.figures.c1 ?? {}),
    ]),
  feeling: (feeling) =>
    ofPanel({ picture: { figures: [figure({ feeling })] } }, ({ figures: [one] }) => [one?.expression ?? ""]),
  kind: (kind) => ofPortrait({ kind }, ({ design, told }) => [design.kind, ...facts(told ?? {})]),
  worn: (word) =>
    ofPortrait({ outfits: [{ id: "o1", worn: [word], scenes: [] }] }, ({ design: { clothes, glasses } }) => [
      `${clothes.topFill} ${clothes.top}`,
      `${clothes.bottomFill} ${clothes.bottom}`,
      ...(clothes.hat === "none" ? [] : [clothes.hat]),
      ...(clothes.sword ? ["sword"] : []),
      ...(glasses ? ["glasses"] : []),
    ]),
  hair: (hair) => ofPortrait({ hair }, ({ design }) => [design.hair.style, design.hair.fill]),
  age: (age) => ofPortrait({ age }, ({ design }) => [design.age]),
  ground: (ground) => ofPanel({ picture: { ground } }, ({ told }) => [told.ground ?? ""]),
  effect: (effect) => ofPanel({ picture: { effects: [effect] } }, ({ effects }) => effects),
  light: (light) => ofPanel({ picture: { light } }, ({ told }) => facts(told)),
};

/** `spear !` where a notice says that it is only near, or that nothing is drawn. */
export function made(field: Asked, word: string): string {
  const { drawn, notices } = BY_FIELD[field](word);
  return `${drawn.join(", ")}${notices.length > 0 ? " !" : ""}`;
}
