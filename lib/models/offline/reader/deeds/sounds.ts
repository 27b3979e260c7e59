// Sounds that a sentence states. Letters of the text come first: a mimetic (onomatopoeia), alone or in a sentence, or a word in capitals.
// Otherwise things that ring, crash or call have the letters of the word table. An action without a word for its sound has none here.

import type { Sound } from "../../../../manga/plot.ts";
import type { StoryUnit } from "../../../../manga/story.ts";
import type { People, Sure } from "../facts.ts";
import { joinedText, type Sentence, type Word } from "../text/clause.ts";
import {
  hasLetters,
  inKatakana,
  isDrawnOut,
  isKatakana,
  isToParticle,
  mimeticForms,
} from "../text/word-forms.ts";
import type { Deed } from "./deed.ts";
import type { DeedWords } from "./deed-words.ts";
import type { Reading } from "./nouns.ts";

/** Certainty of a sound whose source may be uncertain. */
const HEARD = 0.85;
/** Certainty of a sound that is a sentence or a separate part of one. */
const LETTERED = 0.95;
const LONGEST = 12;
/** Maximum number of words of a mimetic: the dictionary splits mimetics that it does not know. */
const MOST_WORDS = 4;
const PLAIN = "3!";

interface Sounding extends Pick<Reading, "people" | "words"> {
  deeds: readonly Deed[];
  sentence: Pick<Sentence, "words">;
  unit: Pick<StoryUnit, "form" | "text">;
}

export function soundsOf(sounding: Sounding): Sure<Sound>[] {
  const { deeds, unit, words, people } = sounding;
  const alone = unit.form === "sound" ? PLAIN : loneSound(sounding);
  if (alone !== undefined) return [{ value: soundOf(withoutStop(unit.text), alone), sure: LETTERED }];
  const lettered = words.language === "ja" ? mimetics(sounding) : capitals(sounding);
  return lettered.length > 0 ? lettered : deeds.flatMap((deed) => heardOf(deed, people));
}

/** Whether a unit consists of its sounds only, so that it needs no caption. */
export const isAllSound = ({ text }: Pick<StoryUnit, "text">, sounds: readonly Sound[]): boolean =>
  sounds.some((sound) => text.startsWith(sound.text) && !hasLetters(text.slice(sound.text.length)));

const isMark = ({ tag }: Word): boolean => tag === "PUNCT" || tag === "記号";

/** The text without a final full stop: ドボン。 is drawn as ドボン, and Bang! with its mark. */
const withoutStop = (text: string): string =>
  text.slice(0, ["。", "."].includes(text.at(-1) ?? "") ? -1 : undefined);

/** The table's value for a sentence that is only a sound. Undefined for other sentences. */
function loneSound({ sentence, words }: Sounding): string | undefined {
  const own = sentence.words.filter((word) => !isMark(word));
  if (words.language === "ja") return soundAs(inKatakana(joinedText(own)), words);
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

/** The sound of consecutive words. `next`: the word after them. */
function mimeticOf(run: readonly Word[], next: Word | undefined, sounding: Sounding): Sound | undefined {
  const { deeds, unit, words } = sounding;
  const [[first], last] = [run, run.at(-1)];
  const kana = inKatakana(joinedText(run.filter((word) => !isMark(word))));
  if (first === undefined || last === undefined || isMark(first) || isMark(last)) return undefined;
  const value = soundAs(kana, words);
  const deed = deeds.find(({ from, to }) => from <= first.from && to >= last.to);
  if (value === undefined || deed === undefined || isTied(next) || isManner(deed)) return undefined;
  const endsInTo = isToParticle(last.text.at(-1) ?? "");
  const isLed = endsInTo || isToParticle(next?.text ?? "");
  const isAdverb = run.length > 1 || first.tag === "副詞" || isLed || (next && isMark(next));
  // もう is not a cow's moo, and だんだん is not a drum: without と, hiragana is a sound only with a verb of sounding.
  const isHeard = isLed || isKatakana(first.text) || (kana.length > 2 && deed.does("sounds"));
  const isWhole = words.is("sound", kana) || !endsInTo;
  if (!isAdverb || !isHeard) return undefined;
  return soundOf(unit.text.slice(first.from, last.to - (isWhole ? 0 : 1)), value);
}

/** Whether the words are part of another word (カンカン帽) or of an action (目をパチパチさせる). */
const isTied = (next: Word | undefined): boolean =>
  next !== undefined && ((next.tag === "名詞" && next.text.length === 1) || next.lemma === "する");

/** Whether the mimetic describes a manner: a person trembles ガタガタ silently, but a window makes the sound. */
const isManner = ({ predicate, subject, words, agents }: Deed): boolean =>
  words.is("silent", predicate.lemma) && (agents.length > 0 || (subject?.kind ?? "body") === "body");

const isCapital = ({ text }: Word): boolean => text.length >= 3 && text === text.toUpperCase();

/** The table's value for a word, or the default for a word that is drawn out: WHOOOSH. */
const englishSound = ({ text }: Word, words: DeedWords): string | undefined =>
  words.value("sound", text.toLowerCase()) ?? (isDrawnOut(text) ? PLAIN : undefined);

/** Sounds in capitals: `with a BANG`, `WHOOOSH`. */
const capitals = ({ sentence, words }: Sounding): Sure<Sound>[] =>
  sentence.words.filter(isCapital).flatMap((word) => {
    const value = englishSound(word, words);
    return value === undefined ? [] : [{ value: soundOf(word.text, value), sure: HEARD }];
  });

/** Classes of verbs, each with the class of nouns that make the sound as its subject or object. */
const OF_SUBJECT = { sounds: "sound-of", calls: "call", comes: "sound" } as const;
const OF_OBJECT = { "makes-sound": "sound-of", utters: "sound" } as const;

/** The sound of a clause: `the bell rang`, `a knock at the door`, `knocked at the door`, 鐘が鳴る, 悲鳴を上げる, 犬が吠える. */
function heardOf(deed: Deed, { people }: People): Sure<Sound>[] {
  const { subject, objects, agents, words, real, speech } = deed;
  // "A horn answered": a thing with a sound of its own makes only that sound with a verb of speaking.
  const isVoice = speech === "says" && agents.length === 0;
  const names = people.flatMap(({ id, name }) => (agents.includes(id) ? [name] : []));
  const subjects = [subject?.head ?? "", ...(subject === undefined || subject.shared ? names : [])];
  const ofNouns = (classes: Readonly<Record<string, string>>, nouns: readonly string[]) =>
    Object.entries(classes)
      .filter(([verb]) => deed.does(verb) || (isVoice && verb === "sounds"))
      .flatMap(([, kind]) => nouns.flatMap((noun) => words.value(kind, noun.toLowerCase()) ?? []));
  const objectHeads = objects.map(({ head }) => head);
  const [ofNoun] = [...ofNouns(OF_SUBJECT, subjects), ...ofNouns(OF_OBJECT, objectHeads)];
  const value = ofNoun ?? (isSoundVerb(deed) ? deed.told("sound") : undefined);
  if (value === undefined) return [];
  const letters = value.slice(0, value.lastIndexOf(" "));
  return [{ value: soundOf(letters, value), sure: Math.min(HEARD, real) }];
}

/** Whether the verb itself denotes the sound: barking, knocking at something, a thing that crashes without an object. */
function isSoundVerb({ predicate, subject, objects, places, ...deed }: Deed): boolean {
  const { speech, words, agents, isVerb } = deed;
  if (!isVerb || objects.length > 0 || predicate.voice !== "active") return false;
  const isOfThings = words.is("sound-of-things", predicate.lemma);
  if (agents.length === 0) return subject !== undefined && (speech === undefined || isOfThings);
  return speech === undefined && (!isOfThings || places.some(({ marker = "" }) => words.is("at", marker)));
}

/** `manner`: ends with loudness and hardness, as `BANG 3!` with `3!`. */
function soundOf(letters: string, manner: string): Sound {
  const how = manner.slice(manner.lastIndexOf(" ") + 1);
  const loudness = Math.min(5, Math.max(1, Number.parseInt(how, 10) || 3));
  return { text: letters.slice(0, LONGEST), loudness, hard: how.endsWith("!") };
}
