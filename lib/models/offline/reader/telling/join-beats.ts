// Joins neighbouring beats where pages cannot hold them one by one.
import type { Language } from "../../../../manga/language.ts";
import { balloonsIn, type Draft, keepsOrder, lettersIn } from "./draft.ts";

const MOST_FIGURES = 4;
const MOST_THINGS = 16;
const MOST_AROUND = 8;
const MOST_GUESSES = 5;

/** One beat that tells what two told; the weightier picture counts. */
export function joined(a: Draft, b: Draft): Draft {
  const main = b.weight > a.weight ? b : a;
  const others = (main === a ? b : a).figures.filter(
    ({ character }) => !main.figures.some((one) => one.character === character),
  );
  const figures = [...main.figures, ...others].slice(0, MOST_FIGURES);
  const isFigure = (id: string) => figures.some(({ character }) => character === id);
  const around = new Map([...(a.around ?? []), ...(b.around ?? [])].map((one) => [one.character, one]));
  const guessed = [...new Set([...(a.guessed ?? []), ...(b.guessed ?? [])])];
  const chapter = [a.chapter, b.chapter].filter((text) => text !== undefined).join(" ");
  const { guessed: _guessed, around: _around, chapter: _chapter, ...rest } = main;
  return {
    ...rest,
    ...{
      scene: a.scene,
      opens: a.opens,
      units: [...a.units, ...b.units.filter((id) => !a.units.includes(id))],
    },
    ...{
      figures,
      lines: [...a.lines, ...b.lines],
      captions: [...a.captions, ...b.captions],
      claims: [...a.claims, ...b.claims],
    },
    kind: a.lines.length + b.lines.length > 0 ? "dialogue" : main.kind,
    sounds: [...a.sounds, ...b.sounds],
    things: [...new Map([...a.things, ...b.things].map((thing) => [thing.what, thing])).values()].slice(
      0,
      MOST_THINGS,
    ),
    effects: [...new Set([...a.effects, ...b.effects])].slice(0, 4),
    action: [a.action, b.action].filter((text) => text !== "").join(" "),
    weight: main.weight,
    ...(around.size > 0 && {
      around: [...around.values()].filter(({ character }) => !isFigure(character)).slice(0, MOST_AROUND),
    }),
    ...(guessed.length > 0 && { guessed: guessed.slice(0, MOST_GUESSES) }),
    ...(chapter !== "" && { chapter }),
  };
}

/** What is lost by joining two neighbours; words that would be read out of order count most. */
export function joinCost(a: Draft, b: Draft, language: Language): number {
  const newcomers = b.figures.filter(
    ({ character }) => !a.figures.some((one) => one.character === character),
  );
  return (
    a.weight +
    b.weight +
    lettersIn(a) / 20 +
    lettersIn(b) / 20 +
    (a.scene === b.scene ? 0 : 30) +
    (b.opens ? 10 : 0) +
    (b.chapter === undefined ? 0 : 40) +
    (keepsOrder(a, b) ? 0 : 60) +
    Math.max(0, balloonsIn(a, language) + balloonsIn(b, language) - 3) * 6 +
    (a.kind === "action" && b.kind === "action" ? 3 : 0) +
    newcomers.length * 2
  );
}

/** At most `most` beats: in rounds, whatever costs least is joined first, no beat twice in a round. */
export function joinedDown(beats: readonly Draft[], most: number, language: Language): Draft[] {
  let joinedSoFar = [...beats];
  while (joinedSoFar.length > most) {
    const costs = joinedSoFar
      .slice(1)
      .map((beat, at) => ({ at, cost: joinCost(joinedSoFar[at] ?? beat, beat, language) }))
      .toSorted((a, b) => a.cost - b.cost || a.at - b.at);
    const wanted = Math.min(joinedSoFar.length - most, Math.ceil(joinedSoFar.length / 4));
    const firsts = new Set<number>();
    for (const { at } of costs) {
      if (firsts.size === wanted) break;
      if (!firsts.has(at - 1) && !firsts.has(at + 1)) firsts.add(at);
    }
    joinedSoFar = joinedSoFar.flatMap((beat, at) => {
      if (firsts.has(at - 1)) return [];
      const next = joinedSoFar[at + 1];
      return firsts.has(at) && next !== undefined ? [joined(beat, next)] : [beat];
    });
  }
  return joinedSoFar;
}
