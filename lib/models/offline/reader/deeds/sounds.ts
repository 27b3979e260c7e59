// Sounds that a sentence tells. Its own letters come first: a mimetic word of sound, alone or in a sentence, or capitals that sound. Without
// letters, things that ring, crash and call are drawn with those of the word table. What is done without a word of its sound is silent here.

import type { Sound } from "../../../../manga/plot.ts";
import type { StoryUnit } from "../../../../manga/story.ts";
import type { People, Sure } from "../facts.ts";
import { type Sentence, type Word, writtenOf } from "../text/clause.ts";
import { hasLetters, inKatakana, isDrawnOut, isKatakana, isTo, mimeticForms } from "../text/word-forms.ts";
import type { Deed } from "./deed.ts";
import type { DeedWords } from "./deed-words.ts";
import type { Reading } from "./nouns.ts";

/** Whoever makes a sound, it is heard: how sure its clause's subject is does not matter. */
const HEARD = 0.85;
/** Of a sound that is a sentence, or a part of one that stands for itself. */
const LETTERED = 0.95;
const LONGEST = 12;
/** The longest mimetic, in words: a dictionary that does not know it takes it apart. */
const MOST_WORDS = 4;
/** How something sounds of which the table says nothing: loudness and hardness. */
const PLAIN = "3!";

interface Sounding extends Pick<Reading, "people" | "words"> {
  deeds: readonly Deed[];
  sentence: Pick<Sentence, "words">;
  unit: Pick<StoryUnit, "form" | "text">;
}

export function soundsOf(sounding: Sounding): Sure<Sound>[] {
  const { deeds, unit, words, people } = sounding;
  const alone = unit.form === "sound" ? PLAIN : aloneAs(sounding);
  if (alone !== undefined) return [{ value: soundOf(withoutStop(unit.text), alone), sure: LETTERED }];
  const lettered = words.language === "ja" ? mimetics(sounding) : capitals(sounding);
  return lettered.length > 0 ? lettered : deeds.flatMap((deed) => heardOf(deed, people));
}

/** Whether the sounds of a unit are all its letters, so that nothing is left for a caption. */
export const isAllSound = ({ text }: Pick<StoryUnit, "text">, sounds: readonly Sound[]): boolean =>
  sounds.some((sound) => text.startsWith(sound.text) && !hasLetters(text.slice(sound.text.length)));

const isMark = ({ tag }: Word): boolean => tag === "PUNCT" || tag === "記号";

/** ドボン。 is drawn as ドボン, and Bang! with its mark. */
const withoutStop = (text: string): string =>
  text.slice(0, ["。", "."].includes(text.at(-1) ?? "") ? -1 : undefined);

/** How a sentence sounds that is nothing but a sound; undefined where it is something else. */
function aloneAs({ sentence, words }: Sounding): string | undefined {
  const own = sentence.words.filter((word) => !isMark(word));
  if (words.language === "ja") return soundAs(inKatakana(writtenOf(own)), words);
  const values = own.flatMap((word) => englishSound(word, words) ?? []);
  return values.length === own.length ? values[0] : undefined;
}

const soundAs = (kana: string, words: DeedWords): string | undefined =>
  mimeticForms(kana).flatMap((form) => words.value("sound", form) ?? [])[0];

function mimetics(sounding: Sounding): Sure<Sound>[] {
  const all = sounding.sentence.words;
  const sounds: Sure<Sound>[] = [];
  for (let at = 0; at < all.length; at += 1) {
    for (let count = MOST_WORDS; count > 0; count -= 1) {
      const value = mimeticOf(all.slice(at, at + count), all[at + count], sounding);
      if (value === undefined) continue;
      sounds.push({ value, sure: HEARD });
      at += count - 1;
      break;
    }
  }
  return sounds;
}

/** The sound of some words that follow each other, with the word behind them. */
function mimeticOf(run: readonly Word[], next: Word | undefined, sounding: Sounding): Sound | undefined {
  const { deeds, unit, words } = sounding;
  const [[first], last] = [run, run.at(-1)];
  const kana = inKatakana(writtenOf(run.filter((word) => !isMark(word))));
  if (first === undefined || last === undefined || isMark(first) || isMark(last)) return undefined;
  const value = soundAs(kana, words);
  const deed = deeds.find(({ from, to }) => from <= first.from && to >= last.to);
  if (value === undefined || deed === undefined || isTied(next) || isManner(deed)) return undefined;
  const endsInTo = isTo(last.text.at(-1) ?? "");
  const isLed = endsInTo || isTo(next?.text ?? "");
  const isAdverb = run.length > 1 || first.tag === "副詞" || isLed || (next && isMark(next));
  // もう is no cow, and だんだん no drum: without と, small letters sound with a verb of sounding.
  const isHeard = isLed || isKatakana(first.text) || (kana.length > 2 && deed.does("sounds"));
  const isWhole = words.is("sound", kana) || !endsInTo;
  if (!isAdverb || !isHeard) return undefined;
  return soundOf(unit.text.slice(first.from, last.to - (isWhole ? 0 : 1)), value);
}

/** カンカン帽 and 目をパチパチさせる: part of another word, or what somebody does. */
const isTied = (next: Word | undefined): boolean =>
  next !== undefined && ((next.tag === "名詞" && next.text.length === 1) || next.lemma === "する");

/** Somebody trembles ガタガタ; a window does so with a sound. */
const isManner = ({ predicate, subject, words, agents }: Deed): boolean =>
  words.is("silent", predicate.lemma) && (agents.length > 0 || (subject?.kind ?? "body") === "body");

const isCapital = ({ text }: Word): boolean => text.length >= 3 && text === text.toUpperCase();

/** How a word of the table sounds, and one that is drawn out: WHOOOSH. */
const englishSound = ({ text }: Word, words: DeedWords): string | undefined =>
  words.value("sound", text.toLowerCase()) ?? (isDrawnOut(text) ? PLAIN : undefined);

/** `with a BANG`, `WHOOOSH`. */
const capitals = ({ sentence, words }: Sounding): Sure<Sound>[] =>
  sentence.words.filter(isCapital).flatMap((word) => {
    const value = englishSound(word, words);
    return value === undefined ? [] : [{ value: soundOf(word.text, value), sure: HEARD }];
  });

/** Classes of verbs, with the class of nouns whose sound is heard where one is their subject or object. */
const OF_SUBJECT = { sounds: "sound-of", calls: "call", comes: "sound" } as const;
const OF_OBJECT = { "makes-sound": "sound-of", utters: "sound" } as const;

/** `the bell rang`, `a knock at the door`, `knocked at the door`, 鐘が鳴る, 悲鳴を上げる, 犬が吠える. */
function heardOf(deed: Deed, { people }: People): Sure<Sound>[] {
  const { subject, objects, agents, words, real, speech } = deed;
  // A horn answers: a thing that has a sound of its own says nothing else.
  const isVoice = speech === "says" && agents.length === 0;
  const names = people.flatMap(({ id, name }) => (agents.includes(id) ? [name] : []));
  const subjects = [subject?.head ?? "", ...(subject === undefined || subject.shared ? names : [])];
  const ofNouns = (classes: Readonly<Record<string, string>>, nouns: readonly string[]) =>
    Object.entries(classes)
      .filter(([verb]) => deed.does(verb) || (isVoice && verb === "sounds"))
      .flatMap(([, kind]) => nouns.flatMap((noun) => words.value(kind, noun.toLowerCase()) ?? []));
  const objectHeads = objects.map(({ head }) => head);
  const [ofNoun] = [...ofNouns(OF_SUBJECT, subjects), ...ofNouns(OF_OBJECT, objectHeads)];
  const value = ofNoun ?? (soundsItself(deed) ? deed.told("sound") : undefined);
  if (value === undefined) return [];
  const letters = value.slice(0, value.lastIndexOf(" "));
  return [{ value: soundOf(letters, value), sure: Math.min(HEARD, real) }];
}

/** Its verb is one of sounding: of whoever barks, of whoever knocks at something, of a thing that crashes and does it to nothing else. */
function soundsItself({ predicate, subject, objects, places, ...deed }: Deed): boolean {
  const { speech, words, agents, isVerb } = deed;
  if (!isVerb || objects.length > 0 || predicate.voice !== "active") return false;
  const isOfThings = words.is("sound-of-things", predicate.lemma);
  if (agents.length === 0) return subject !== undefined && (speech === undefined || isOfThings);
  return speech === undefined && (!isOfThings || places.some(({ marker = "" }) => words.is("at", marker)));
}

/** `manner`: its loudness and hardness, `3!` of `BANG 3!`. */
function soundOf(letters: string, manner: string): Sound {
  const how = manner.slice(manner.lastIndexOf(" ") + 1);
  const loudness = Math.min(5, Math.max(1, Number.parseInt(how, 10) || 3));
  return { text: letters.slice(0, LONGEST), loudness, hard: how.endsWith("!") };
}
