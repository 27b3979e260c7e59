// Sounds that a sentence tells. Its own letters come first: a mimetic word of sound, alone or in a sentence, or capitals that sound. Without
// letters, things that ring, crash and call are drawn with those of the word table. What is done without a word of its sound is silent here.

import type { Sound } from "../../../../manga/plot.ts";
import type { StoryUnit } from "../../../../manga/story.ts";
import type { Sure } from "../facts.ts";
import type { Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import {
  hasLetters,
  inKatakana,
  isDrawnOut,
  isKatakana,
  isMimeticForm,
  isTo,
  mimeticForms,
} from "../text/word-forms.ts";
import type { Deed } from "./deed.ts";
import type { DeedWords } from "./deed-words.ts";

/** Whoever makes a sound, it is heard: how sure its clause's subject is does not matter. */
const HEARD = 0.85;
/** Of a sound that is a sentence, or a part of one that stands for itself. */
const LETTERED = 0.95;
const LONGEST = 12;

export interface Sounding {
  deeds: readonly Deed[];
  sentence: Pick<Sentence, "words">;
  unit: Pick<StoryUnit, "form" | "text">;
  words: DeedWords;
  /** Its words name somebody of the cast. */
  isOfPeople: boolean;
  /** How the cast is called, by id. */
  nameOf: (id: string) => string | undefined;
}

export function soundsOf(sounding: Sounding): Sure<Sound>[] {
  const { deeds, sentence, unit, words } = sounding;
  const alone = unit.form === "sound" ? "3!" : aloneAs(sounding);
  if (alone !== undefined) return [{ value: soundOf(withoutStop(unit.text), alone), sure: LETTERED }];
  const lettered = words.language === "ja" ? mimetics(deeds, sentence.words, words) : capitals(sounding);
  const told = lettered.length > 0 ? [] : deeds.flatMap((deed) => heardOf(deed, sounding) ?? []);
  const found = [...lettered, ...told].filter(({ value }) => value.text.length > 0);
  return [...new Map(found.map((sound) => [sound.value.text, sound])).values()];
}

/** Whether the sounds of a unit are all its letters, so that nothing is left for a caption. */
export const isAllSound = ({ text }: Pick<StoryUnit, "text">, sounds: readonly Sound[]): boolean =>
  sounds.some((sound) => text.startsWith(sound.text) && !hasLetters(text.slice(sound.text.length)));

const isMark = ({ tag }: Word): boolean => tag === "PUNCT" || tag === "記号";

const STOPS: ReadonlySet<string> = new Set(["。", "."]);

/** ドボン。 is drawn as ドボン, and Bang! with its mark. */
const withoutStop = (text: string): string =>
  (STOPS.has(text.at(-1) ?? "") ? text.slice(0, -1) : text).slice(0, LONGEST);

/** The words without marks at the end, as they are written. */
function lettersIn(words: readonly Word[]): string {
  const last = words.findLastIndex((word) => !isMark(word));
  const from = words[0]?.from ?? 0;
  let text = "";
  for (const word of words.slice(0, last + 1)) text = text.padEnd(word.from - from) + word.text;
  return text.slice(0, LONGEST);
}

/** How a sentence sounds that is nothing but a sound; undefined where it is something else. */
function aloneAs({ sentence, words, isOfPeople }: Sounding): string | undefined {
  const own = sentence.words.filter((word) => !isMark(word));
  const [first] = own;
  if (first === undefined || isOfPeople) return undefined;
  if (words.language === "en") {
    const values = own.map((word) => words.value("sound", word.text.toLowerCase()));
    const isCalled = own.length > 1 || isCapital(first) || sentence.words.some(({ text }) => text === "!");
    if (isCalled && values.every((value) => value !== undefined)) return how(values[0]);
    return own.every(({ text }) => isDrawnOut(text)) ? "3!" : undefined;
  }
  const kana = inKatakana(own.map(({ text }) => text).join(""));
  if (kana.length > LONGEST) return undefined;
  const known = soundAs(kana, words) ?? soundAs(kana + kana, words);
  if (known !== undefined) return known;
  return own.length === 1 && first.tag === "UNK" && isMimeticForm(first.text) ? "3!" : undefined;
}

const soundAs = (kana: string, words: DeedWords): string | undefined => {
  for (const form of mimeticForms(kana)) {
    const value = words.value("sound", form);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** The longest mimetic, in words: a dictionary that does not know it takes it apart. */
const MOST_WORDS = 4;

function mimetics(deeds: readonly Deed[], tagged: readonly Word[], words: DeedWords): Sure<Sound>[] {
  const sounds: Sure<Sound>[] = [];
  for (let at = 0; at < tagged.length; at += 1) {
    for (let count = MOST_WORDS; count > 0; count -= 1) {
      const run = tagged.slice(at, at + count);
      const [first, last, next] = [run[0], run.at(-1), tagged[at + count]];
      if (first === undefined || last === undefined || run.length < count || isMark(first)) continue;
      const own = run.filter((word, index) => !isMark(word) && !(index > 0 && isTo(word.text)));
      const kana = inKatakana(own.map(({ text }) => text).join(""));
      const isLed = isTo(next?.text ?? "") || isTo(last.text.at(-1) ?? "");
      const isAdverb = (count > 1 && first.tag !== "助詞") || first.tag === "副詞" || isLed;
      if (kana.length < 2 || kana.length > 8 || !isAdverb || isTied(next)) continue;
      const value = soundAs(kana, words);
      const deed = deeds.find(({ clause }) => clause.from <= first.from && clause.to >= last.to);
      if (value === undefined || deed === undefined || isManner(deed)) continue;
      // もう is no cow, and だんだん no drum: without と, small letters sound with a verb of sounding.
      const isHeard = kana.length > 2 && words.does("sounds", deed.clause.predicate);
      if (!isLed && !isKatakana(first.text) && !isHeard) continue;
      const written = lettersIn(run.slice(0, run.findLastIndex((word) => own.includes(word)) + 1));
      const letters = words.is("sound", kana) || !isTo(written.at(-1) ?? "") ? written : written.slice(0, -1);
      sounds.push({ value: soundOf(letters, value), sure: HEARD });
      at += count - 1;
      break;
    }
  }
  return sounds;
}

/** カンカン帽 and 目をパチパチさせる: part of another word, or what somebody does. */
const isTied = (next: Word | undefined): boolean =>
  next !== undefined && ((next.tag === "名詞" && next.text.length === 1) || next.lemma === "する");

/** Somebody trembles ガタガタ; a window does so with a sound. */
const isManner = ({ clause, words, agents }: Deed): boolean =>
  words.is("silent", clause.predicate.lemma) &&
  (agents.length > 0 || clause.subject === undefined || words.seen(clause.subject.head)?.kind === "body");

const isCapital = ({ text }: Word): boolean => text.length >= 3 && text === text.toUpperCase();

/** `with a BANG`, `WHOOOSH`. */
const capitals = ({ sentence, words }: Sounding): Sure<Sound>[] =>
  sentence.words.flatMap((word) => {
    if (!isCapital(word)) return [];
    const value = words.value("sound", word.text.toLowerCase());
    if (value === undefined && !isDrawnOut(word.text)) return [];
    return [{ value: soundOf(word.text.slice(0, LONGEST), how(value)), sure: HEARD }];
  });

/** Classes of verbs, with the class of nouns whose sound is heard where one is their subject or object. */
const SOUNDING = [
  ["sounds", "sound-of", "subject"],
  ["calls", "call", "subject"],
  ["comes", "sound", "subject"],
  ["makes-sound", "sound-of", "object"],
  ["utters", "sound", "object"],
] as const;

/** `the bell rang`, `a knock at the door`, `knocked at the door`, 鐘が鳴る, 悲鳴を上げる, 犬が吠える. */
function heardOf(deed: Deed, { words, nameOf }: Sounding): Sure<Sound> | undefined {
  const { clause, agents } = deed;
  const { predicate, subject, objects } = clause;
  const subjects = [subject?.head, ...(subject === undefined || subject.shared ? agents.map(nameOf) : [])];
  const ofNoun = SOUNDING.flatMap(([verb, noun, as]) =>
    words.does(verb, predicate)
      ? (as === "subject" ? subjects : objects.map(({ head }) => head)).flatMap(
          (one) => words.value(noun, one?.toLowerCase() ?? "") ?? [],
        )
      : [],
  )[0];
  const value = ofNoun ?? (soundsItself(deed) ? words.verbValue("sound", predicate) : undefined);
  const space = value?.lastIndexOf(" ") ?? -1;
  if (value === undefined || space < 0) return undefined;
  return { value: soundOf(value.slice(0, space), value.slice(space + 1)), sure: Math.min(HEARD, deed.real) };
}

/** Its verb is one of sounding: of whoever barks, of whoever knocks at something, of a thing that crashes and does it to nothing else. */
function soundsItself({ clause, words, agents, isVerb }: Deed): boolean {
  const { predicate, subject, objects, places, speech } = clause;
  if (!isVerb || objects.length > 0 || predicate.voice !== "active") return false;
  const isOfThings = words.is("sound-of-things", predicate.lemma);
  if (agents.length > 0)
    return speech === undefined && (!isOfThings || places.some(({ marker }) => words.is("at", marker ?? "")));
  return (
    subject !== undefined && (speech === undefined || isOfThings || words.seen(subject.head) !== undefined)
  );
}

/** `3!` of `BANG 3!`. */
const how = (value = "3!"): string => value.slice(value.lastIndexOf(" ") + 1);

const soundOf = (text: string, manner: string): Sound => ({
  text,
  loudness: Math.min(5, Math.max(1, Number.parseInt(manner, 10) || 3)),
  hard: manner.endsWith("!"),
});
