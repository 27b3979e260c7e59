// What a word is drawn as, in short, for tests.
import type { Word } from "../closed/listed.ts";
import { drawnPanel, drawnPortrait, figure } from "./sample-open.ts";

export type Asked = Word<"thing place doing feeling kind worn hair age ground effect light">;

const facts = (told: object): string[] =>
  Object.entries(told).flatMap(([fact, value]) =>
    value === true ? [fact] : typeof value === "string" ? [`${fact} ${value}`] : [],
  );

const BY_FIELD: Readonly<Record<Asked, (word: string) => { drawn: string[]; notices: string[] }>> = {
  thing(word) {
    const { request, notices } = drawnPanel({ picture: { things: [{ what: word }] } });
    const { props, effects, told } = request.picture;
    return {
      drawn: [
        ...props,
        ...told.animals.map(({ animal, young }) => `${young ? "young " : ""}${animal}`),
        ...effects,
        ...facts(told),
      ],
      notices,
    };
  },
  place(word) {
    const { request, notices } = drawnPanel({ place: { kind: word } });
    return { drawn: [request.picture.scene.place.kind, ...facts(request.picture.told.place)], notices };
  },
  doing(word) {
    const { request, notices } = drawnPanel({ picture: { figures: [figure({ doing: word })] } });
    const { figures, told } = request.picture;
    return { drawn: [figures[0]?.pose ?? "", ...facts(told.figures.c1 ?? {})], notices };
  },
  feeling(word) {
    const { request, notices } = drawnPanel({ picture: { figures: [figure({ feeling: word })] } });
    return { drawn: [request.picture.figures[0]?.expression ?? ""], notices };
  },
  kind(word) {
    const { request, notices } = drawnPortrait({ kind: word });
    return { drawn: [request.design.kind, ...facts(request.told ?? {})], notices };
  },
  worn(word) {
    const { request, notices } = drawnPortrait({ outfits: [{ id: "o1", worn: [word], scenes: [] }] });
    const { top, topFill, bottom, bottomFill, hat, sword } = request.design.clothes;
    return {
      drawn: [
        `${topFill} ${top}`,
        `${bottomFill} ${bottom}`,
        ...(hat === "none" ? [] : [hat]),
        ...(sword ? ["sword"] : []),
        ...(request.design.glasses ? ["glasses"] : []),
      ],
      notices,
    };
  },
  hair(word) {
    const { request, notices } = drawnPortrait({ hair: word });
    return { drawn: [request.design.hair.style, request.design.hair.fill], notices };
  },
  age(word) {
    const { request, notices } = drawnPortrait({ age: word });
    return { drawn: [request.design.age], notices };
  },
  ground(word) {
    const { request, notices } = drawnPanel({ picture: { ground: word } });
    return { drawn: [request.picture.told.ground ?? ""], notices };
  },
  effect(word) {
    const { request, notices } = drawnPanel({ picture: { effects: [word] } });
    return { drawn: request.picture.effects, notices };
  },
  light(word) {
    const { request, notices } = drawnPanel({ picture: { light: word } });
    return { drawn: facts(request.picture.told), notices };
  },
};

/** `spear !` where a notice says that it is only near, or that nothing is drawn. */
export function made(field: Asked, word: string): string {
  const { drawn, notices } = BY_FIELD[field](word);
  return `${drawn.join(", ")}${notices.length > 0 ? " !" : ""}`;
}
