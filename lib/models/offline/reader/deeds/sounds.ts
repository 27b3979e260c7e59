// Sounds that a sentence tells: mimetic words of sound in Japanese, and in English things that ring, crash and knock.
import type { Sound } from "../../../../manga/plot.ts";
import type { StoryUnit } from "../../../../manga/story.ts";
import type { Sure } from "../facts.ts";
import type { Deed } from "./deed.ts";

/** A unit that is a sound itself. */
export function soundOfUnit({ form, text }: Pick<StoryUnit, "form" | "text">): Sure<Sound>[] {
  return form === "sound" ? [{ value: { text: text.slice(0, 12), loudness: 3, hard: false }, sure: 0.95 }] : [];
}

export function soundsOf(deeds: readonly Deed[]): Sure<Sound>[] {
  const found = new Map<string, Sure<Sound>>();
  for (const deed of deeds) {
    const sound = deed.words.language === "ja" ? mimetic(deed) : english(deed);
    if (sound !== undefined) found.set(sound.value.text, sound);
  }
  return [...found.values()];
}

function mimetic({ clause, words, sure }: Deed): Sure<Sound> | undefined {
  for (const { text } of clause.manner) {
    const kana = katakana(text.replace(/(?:っ?と|に)$/u, ""));
    const value = words.value("sound", kana) ?? words.value("sound", kana.replace(/[ーッ]+$/u, ""));
    if (value !== undefined) return { value: soundOf(kana, value), sure: Math.min(0.9, sure) };
  }
  return undefined;
}

/** `the bell rang`, `a knock at the door`, `knocked at the door`. */
function english({ clause, words, agents, sure }: Deed): Sure<Sound> | undefined {
  const { predicate, subject, objects } = clause;
  if (clause.speech !== undefined) return undefined;
  const ofVerb = words.value("sound", predicate.lemma);
  const nouns = [subject, ...objects].flatMap((phrase) => {
    const value = phrase && words.value("sound", phrase.head.toLowerCase());
    return value === undefined ? [] : [value];
  });
  const value = nouns[0] ?? ofVerb;
  if (value === undefined) return undefined;
  const letters = /^(.*) (\d!?)$/u.exec(value);
  if (letters === null) return undefined;
  // "struck him", "rang for tea": of a person who does something else, the sound is a guess.
  const isPlain = agents.length === 0 || nouns.length > 0 || objects.length === 0;
  return { value: soundOf(letters[1] ?? "", letters[2] ?? ""), sure: Math.min(isPlain ? 0.85 : 0.5, sure) };
}

const soundOf = (text: string, how: string): Sound => ({
  text,
  loudness: Math.min(5, Math.max(1, Number.parseInt(how, 10) || 3)),
  hard: how.endsWith("!"),
});

const katakana = (text: string): string =>
  text.replaceAll(/[ぁ-ゖ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
