// Joins neighbouring beats if there is no room for each: the picture of the beat with more weight, the words of both.
import type { Language } from "../manga/language.ts";
import type { Beat } from "../manga/plot.ts";
import { balloonsIn, lettersIn } from "./words.ts";

/** A beat without its id. */
export type ToldBeat = Omit<Beat, "id">;

const MOST = { figures: 4, things: 16, around: 8, effects: 4, guesses: 5 } as const;

export function joined<B extends ToldBeat>(a: B, b: B, language: Language): B {
  const [main, other] = b.weight > a.weight ? [b, a] : [a, b];
  const figures = once([...main.figures, ...other.figures], ({ character }) => character);
  const seen = figures.slice(0, MOST.figures);
  const around = once([...(a.around ?? []), ...(b.around ?? [])], ({ character }) => character)
    .filter(({ character }) => !seen.some((one) => one.character === character))
    .slice(0, MOST.around);
  const guessed = [...new Set([...(a.guessed ?? []), ...(b.guessed ?? [])])].slice(0, MOST.guesses);
  const gap = language === "ja" ? "" : " ";
  const before = a.caption === "" ? "" : a.caption + (b.caption === "" ? "" : gap);
  const captionRuby = [
    ...(a.captionRuby ?? []),
    ...(b.captionRuby ?? []).map((ruby) => ({ ...ruby, at: ruby.at + before.length })),
  ];
  const chapter = [a.chapter, b.chapter].filter((text) => text !== undefined).join(" ");
  const { guessed: _guessed, around: _around, chapter: _chapter, captionRuby: _ruby, ...rest } = main;
  return {
    ...rest,
    ...{ scene: a.scene, figures: seen, caption: before + b.caption },
    units: [...a.units, ...b.units.filter((id) => !a.units.includes(id))],
    lines: [...a.lines, ...b.lines],
    kind: a.lines.length + b.lines.length > 0 ? "dialogue" : main.kind,
    sounds: [...a.sounds, ...b.sounds],
    things: once([...main.things, ...other.things], ({ what }) => what).slice(0, MOST.things),
    effects: [...new Set([...a.effects, ...b.effects])].slice(0, MOST.effects),
    action: [a.action, b.action].filter((text) => text !== "").join(" "),
    ...(around.length > 0 && { around }),
    ...(guessed.length > 0 && { guessed }),
    ...(chapter !== "" && { chapter }),
    ...(captionRuby.length > 0 && { captionRuby }),
  } as B;
}

/** The first of the items with equal keys. */
const once = <T>(all: readonly T[], keyOf: (one: T) => string): T[] =>
  [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();

/** Whether two beats can share a panel with all words in reading order. The caption of a panel is one block. */
export function keepsOrder(first: ToldBeat, second: ToldBeat): boolean {
  if (second.caption === "") return true;
  return first.lines.length === 0 || (first.caption === "" && second.lines.length === 0);
}

/** Cost of joining two neighbours. Words out of order cost most. */
function joinCost(a: ToldBeat, b: ToldBeat, language: Language): number {
  const newcomers = b.figures.filter(
    ({ character }) => !a.figures.some((one) => one.character === character),
  );
  return (
    a.weight +
    b.weight +
    (lettersIn(a) + lettersIn(b)) / 20 +
    (a.scene === b.scene ? 0 : 30) +
    (b.chapter === undefined ? 0 : 40) +
    (keepsOrder(a, b) ? 0 : 60) +
    Math.max(0, balloonsIn(a, language) + balloonsIn(b, language) - 3) * 6 +
    (a.kind === "action" && b.kind === "action" ? 3 : 0) +
    newcomers.length * 2
  );
}

/** Joins beats until at most `most` are left: in rounds, the cheapest pairs first, each beat at most once a round. */
export function joinBeatsTo<B extends ToldBeat>(beats: readonly B[], most: number, language: Language): B[] {
  let fewer = [...beats];
  while (fewer.length > most) {
    const costs = fewer
      .slice(1)
      .map((beat, at) => ({ at, cost: joinCost(fewer[at] ?? beat, beat, language) }))
      .toSorted((a, b) => a.cost - b.cost || a.at - b.at);
    const wanted = Math.min(fewer.length - most, Math.ceil(fewer.length / 4));
    const firsts = new Set<number>();
    for (const { at } of costs) {
      if (firsts.size === wanted) break;
      if (!firsts.has(at - 1) && !firsts.has(at + 1)) firsts.add(at);
    }
    fewer = fewer.flatMap((beat, at) => {
      if (firsts.has(at - 1)) return [];
      const next = fewer[at + 1];
      return firsts.has(at) && next !== undefined ? [joined(beat, next, language)] : [beat];
    });
  }
  return fewer;
}
