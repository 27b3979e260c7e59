// How each of a story's people talks, learned from the lines that are theirs: who is polite stays so, who says 俺 does not say わたし.

import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Speaker } from "./speakers.ts";

const POLITE =
  /(?:です|ます|ません|ました|でした|でしょう|ください|ございま)(?:[かねよがけ]|よね|から)?(?:[、。！？!?…]|$)/u;
const PLAIN =
  /(?:[だぞぜなさ]|だよ|だね|だろ|ない|たい|るよ|るな|んだ|って|[たる]|[いえけせてねべめれ]よ?|もん|かい|くれ)[。！？!?…]*$/u;
const SELF = /(?<!\p{Script=Han})(俺|おれ|僕|ぼく|私|わたし|あたし|わし|うち)(?=[はがもにのをと、])/u;

interface Voice {
  polite: number;
  plain: number;
  /** How often they call themselves by each word. */
  self: Map<string, number>;
  /** The lines that all this was learned from. */
  lines: Set<string>;
}

export type Voices = ReadonlyMap<Person, Voice>;

/** はい: of anybody, however they talk. */
const NEITHER = /^(?:……?)?(?:はい|いいえ|いえ|ええ|ありがとう|ごめん|さあ)(?:、(?:はい|ええ))?[。！？!?…]*$/u;

const isPlain = (text: string): boolean => PLAIN.test(text) && !NEITHER.test(text);

export const isPolite = (text: string): boolean => POLITE.test(text);

export function voicesOf(units: readonly StoryUnit[], speakers: ReadonlyMap<string, Speaker>): Voices {
  const voices = new Map<Person, Voice>();
  for (const { id, kind, text } of units) {
    const person = kind === "speech" ? speakers.get(id)?.person : undefined;
    if (!person) continue;
    const voice = voices.get(person) ?? { polite: 0, plain: 0, self: new Map(), lines: new Set() };
    voices.set(person, voice);
    voice.lines.add(id);
    if (POLITE.test(text)) voice.polite += 1;
    else if (isPlain(text)) voice.plain += 1;
    const self = SELF.exec(text)?.[1];
    if (self) voice.self.set(self, (voice.self.get(self) ?? 0) + 1);
  }
  return voices;
}

/** Whether enough is known of how somebody talks to say that a line is none of theirs. */
export const isKnown = (voice: Voice | undefined): boolean =>
  voice !== undefined && voice.polite + voice.plain >= 3;

/** From -1 to 1: whether a line is as somebody talks in their others; 0 where nothing tells. */
export function suits({ id, text }: Pick<StoryUnit, "id" | "text">, voice: Voice | undefined): number {
  if (!voice) return 0;
  const own = voice.lines.has(id) ? 1 : 0;
  const self = SELF.exec(text)?.[1];
  const others = [...voice.self].filter(([word, count]) => count > (word === self ? own : 0));
  if (self && others.length > 0) return others.some(([word]) => word === self) ? 1 : -1;
  const polite = POLITE.test(text);
  if (!polite && !isPlain(text)) return 0;
  // One line is little to go by.
  const share = (voice.polite - (polite ? own : 0) + 0.5) / (voice.polite + voice.plain - own + 1);
  return polite ? share * 2 - 1 : 1 - share * 2;
}
