// Sounds that a sentence tells. Its own letters come first: a mimetic word of sound, alone or in a sentence, or capitals that sound. Without
// letters, things that ring, crash and call are drawn with those of the word table. What is done without a word of its sound is silent here.

import type { Sound } from "../../../../manga/plot.ts";
import type { StoryUnit } from "../../../../manga/story.ts";
import type { Sure } from "../facts.ts";
import type { Sentence, Word } from "../text/clause.ts";
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
/** The longest mimetic, in words: a dictionary that does not know it takes it apart. */
const MOST_WORDS = 4;
/** How something sounds of which the table says nothing: loudness and hardness. */
const PLAIN = "3!";

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
  const { deeds, unit, words } = sounding;
  const alone = unit.form === "sound" ? PLAIN : aloneAs(sounding);
  if (alone !== undefined) return [{ value: soundOf(withoutStop(unit.text), alone), sure: LETTERED }];
  const lettered = words.language === "ja" ? mimetics(sounding) : capitals(sounding);
  const found = lettered.length > 0 ? lettered : deeds.flatMap((deed) => heardOf(deed, sounding));
  return [...new Map(found.map((sound) => [sound.value.text, sound])).values()];
}

/** Whether the sounds of a unit are all its letters, so that nothing is left for a caption. */
export const isAllSound = ({ text }: Pick<StoryUnit, "text">, sounds: readonly Sound[]): boolean =>
  sounds.some((sound) => text.startsWith(sound.text) && !hasLetters(text.slice(sound.text.length)));

const isMark = ({ tag }: Word): boolean => tag === "PUNCT" || tag === "記号";

/** ドボン。 is drawn as ドボン, and Bang! with its mark. */
const withoutStop = (text: string): string =>
  text.slice(0, ["。", "."].includes(text.at(-1) ?? "") ? -1 : undefined);

/** How a sentence sounds that is nothing but a sound; undefined where it is something else. */
function aloneAs({ sentence, words, isOfPeople }: Sounding): string | undefined {
  const own = sentence.words.filter((word) => !isMark(word));
  const [first] = own;
  if (first === undefined || isOfPeople) return undefined;
  if (words.language === "en") {
    const values = own.flatMap(({ text }) => words.value("sound", text.toLowerCase()) ?? []);
    const isCalled = own.length > 1 || isCapital(first) || sentence.words.some(({ text }) => text === "!");
    if (isCalled && values.length === own.length) return how(values[0]);
    return own.every(({ text }) => isDrawnOut(text)) ? PLAIN : undefined;
  }
  const kana = inKatakana(own.map(({ text }) => text).join(""));
  if (kana.length > LONGEST) return undefined;
  const isForm = own.length === 1 && first.tag === "UNK" && isMimeticForm(first.text);
  return soundAs(kana, words) ?? soundAs(kana + kana, words) ?? (isForm ? PLAIN : undefined);
}

const soundAs = (kana: string, words: DeedWords): string | undefined =>
  mimeticForms(kana).flatMap((form) => words.value("sound", form) ?? [])[0];

function mimetics({ deeds, sentence, unit, words }: Sounding): Sure<Sound>[] {
  const sounds: Sure<Sound>[] = [];
  let read = 0;
  for (const [at, first] of sentence.words.entries()) {
    for (let count = at < read || isMark(first) ? 0 : MOST_WORDS; count > 0; count -= 1) {
      const run = sentence.words.slice(at, at + count);
      const [last, next] = [run.at(-1), sentence.words[at + count]];
      if (last === undefined || run.length < count || isMark(last) || (count > 1 && isTo(last.text)))
        continue;
      const kana = inKatakana(run.map((word) => (isMark(word) ? "" : word.text)).join(""));
      const isLed = isTo(next?.text ?? "") || isTo(last.text.at(-1) ?? "");
      const isAdverb =
        (count > 1 && first.tag !== "助詞") || first.tag === "副詞" || isLed || (next && isMark(next));
      if (kana.length < 2 || kana.length > 8 || !isAdverb || isTied(next)) continue;
      const value = soundAs(kana, words);
      const deed = deeds.find(({ from, to }) => from <= first.from && to >= last.to);
      if (value === undefined || deed === undefined || isManner(deed)) continue;
      // もう is no cow, and だんだん no drum: without と, small letters sound with a verb of sounding.
      const isHeard = kana.length > 2 && deed.does("sounds");
      if (!isLed && !isKatakana(first.text) && !isHeard) continue;
      const isWhole = words.is("sound", kana) || !isTo(last.text.at(-1) ?? "");
      const letters = unit.text.slice(first.from, last.to - (isWhole ? 0 : 1));
      sounds.push({ value: soundOf(letters, value), sure: HEARD });
      read = at + count;
      break;
    }
  }
  return sounds;
}

/** カンカン帽 and 目をパチパチさせる: part of another word, or what somebody does. */
const isTied = (next: Word | undefined): boolean =>
  next !== undefined && ((next.tag === "名詞" && next.text.length === 1) || next.lemma === "する");

/** Somebody trembles ガタガタ; a window does so with a sound. */
const isManner = ({ predicate, subject, words, agents }: Deed): boolean =>
  words.is("silent", predicate.lemma) && (agents.length > 0 || (subject?.kind ?? "body") === "body");

const isCapital = ({ text }: Word): boolean => text.length >= 3 && text === text.toUpperCase();

/** `with a BANG`, `WHOOOSH`. */
const capitals = ({ sentence, words }: Sounding): Sure<Sound>[] =>
  sentence.words.filter(isCapital).flatMap(({ text }) => {
    const value = words.value("sound", text.toLowerCase());
    return value === undefined && !isDrawnOut(text)
      ? []
      : [{ value: soundOf(text, how(value)), sure: HEARD }];
  });

/** Classes of verbs, with the class of nouns whose sound is heard where one is their subject or object. */
const OF_SUBJECT = { sounds: "sound-of", calls: "call", comes: "sound" } as const;
const OF_OBJECT = { "makes-sound": "sound-of", utters: "sound" } as const;

/** `the bell rang`, `a knock at the door`, `knocked at the door`, 鐘が鳴る, 悲鳴を上げる, 犬が吠える. */
function heardOf(deed: Deed, { words, nameOf }: Sounding): Sure<Sound>[] {
  const { subject, objects, agents } = deed;
  const subjects = [subject?.head, ...(subject === undefined || subject.shared ? agents.map(nameOf) : [])];
  const ofNouns = (classes: Readonly<Record<string, string>>, nouns: readonly (string | undefined)[]) =>
    Object.entries(classes)
      .filter(([verb]) => deed.does(verb))
      .flatMap(([, kind]) => nouns.flatMap((noun = "") => words.value(kind, noun.toLowerCase()) ?? []));
  const objectHeads = objects.map(({ head }) => head);
  const [ofNoun] = [...ofNouns(OF_SUBJECT, subjects), ...ofNouns(OF_OBJECT, objectHeads)];
  const value = ofNoun ?? (soundsItself(deed) ? deed.told("sound") : undefined);
  const space = value?.lastIndexOf(" ") ?? -1;
  if (value === undefined || space < 0) return [];
  return [{ value: soundOf(value.slice(0, space), how(value)), sure: Math.min(HEARD, deed.real) }];
}

/** Its verb is one of sounding: of whoever barks, of whoever knocks at something, of a thing that crashes and does it to nothing else. */
function soundsItself({ predicate, subject, objects, places, ...deed }: Deed): boolean {
  const { speech, words, agents, isVerb } = deed;
  if (!isVerb || objects.length > 0 || predicate.voice !== "active") return false;
  const isOfThings = words.is("sound-of-things", predicate.lemma);
  if (agents.length > 0)
    return speech === undefined && (!isOfThings || places.some(({ marker }) => words.is("at", marker ?? "")));
  return subject !== undefined && (speech === undefined || isOfThings || subject.kind !== undefined);
}

/** `3!` of `BANG 3!`. */
const how = (value = PLAIN): string => value.slice(value.lastIndexOf(" ") + 1);

const soundOf = (text: string, manner: string): Sound => ({
  text: text.slice(0, LONGEST),
  loudness: Math.min(5, Math.max(1, Number.parseInt(manner, 10) || 3)),
  hard: manner.endsWith("!"),
});
