// Sounds that a sentence tells: mimetic words of sound in Japanese, and in English things that ring, crash and knock.

import type { Sound } from "../../../../manga/plot.ts";
import type { StoryUnit } from "../../../../manga/story.ts";
import type { Sure } from "../facts.ts";
import type { Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { inKatakana, withoutLengthening, withoutTo } from "../text/word-forms.ts";
import type { Deed } from "./deed.ts";
import type { DeedWords } from "./deed-words.ts";

/** A unit that is a sound itself. */
export function soundOfUnit({ form, text }: Pick<StoryUnit, "form" | "text">): Sure<Sound>[] {
  return form === "sound"
    ? [{ value: { text: text.slice(0, 12), loudness: 3, hard: false }, sure: 0.95 }]
    : [];
}

export function soundsOf(deeds: readonly Deed[], sentence: Pick<Sentence, "words">): Sure<Sound>[] {
  const found = new Map<string, Sure<Sound>>();
  const [deed] = deeds;
  if (deed === undefined) return [];
  const all =
    deed.words.language === "ja"
      ? mimetics(deeds, sentence.words, deed.words)
      : deeds.flatMap((one) => english(one) ?? []);
  for (const sound of all) found.set(sound.value.text, sound);
  return [...found.values()];
}

/** The longest mimetic, in words: a dictionary that does not know it takes it apart. */
const LONGEST = 4;

function mimetics(deeds: readonly Deed[], tagged: readonly Word[], words: DeedWords): Sure<Sound>[] {
  const sounds: Sure<Sound>[] = [];
  for (let at = 0; at < tagged.length; at += 1) {
    for (let count = LONGEST; count > 0; count -= 1) {
      const [first, last] = [tagged[at], tagged[at + count - 1]];
      if (first === undefined || last === undefined) continue;
      const text = tagged
        .slice(at, at + count)
        .map((word) => word.text)
        .join("");
      const kana = withoutTo(inKatakana(text));
      if (kana.length < 2 || kana.length > 8 || (kana.length === 2 && kana === inKatakana(text))) continue;
      const value = words.value("sound", kana) ?? words.value("sound", withoutLengthening(kana));
      const isAdverb = count > 1 || first.tag === "副詞" || text.endsWith("と");
      if (value === undefined || !isAdverb) continue;
      const deed = deeds.find(({ clause }) => clause.from <= first.from && clause.to >= last.to);
      if (deed === undefined || words.is("silent", deed.clause.predicate.lemma)) continue;
      sounds.push({ value: soundOf(kana, value), sure: HEARD });
      at += count - 1;
      break;
    }
  }
  return sounds;
}

/** Whoever makes a sound, it is heard: how sure its clause's subject is does not matter. */
const HEARD = 0.85;

/** `the bell rang`, `a knock at the door`, `knocked at the door`. */
function english({ clause, words, agents, real }: Deed): Sure<Sound> | undefined {
  const { predicate, subject, objects } = clause;
  if (clause.speech !== undefined) return undefined;
  const ofVerb = words.value("sound", predicate.lemma);
  const nouns = [subject, ...objects].flatMap((phrase) => {
    const value = phrase && words.value("sound", phrase.head.toLowerCase());
    return value === undefined ? [] : [value];
  });
  const value = nouns[0] ?? ofVerb;
  if (value === undefined) return undefined;
  const space = value.lastIndexOf(" ");
  if (space < 0) return undefined;
  // "struck him", "rang for tea": of a person who does something else, the sound is a guess.
  const isPlain = agents.length === 0 || nouns.length > 0 || objects.length === 0;
  return {
    value: soundOf(value.slice(0, space), value.slice(space + 1)),
    sure: Math.min(isPlain ? 0.85 : 0.5, real),
  };
}

const soundOf = (text: string, how: string): Sound => ({
  text,
  loudness: Math.min(5, Math.max(1, Number.parseInt(how, 10) || 3)),
  hard: how.endsWith("!"),
});
