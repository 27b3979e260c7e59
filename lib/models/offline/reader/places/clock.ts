// Hour, weather and season as one sentence tells them, from phrases of time and from what is seen in the sky.

import type { Language } from "../../../../manga/language.ts";
import type { Hour, Weather } from "../../../../manga/staging.ts";
import type { Setting, Sure } from "../facts.ts";
import type { Clause, Phrase, Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import type { WordTable } from "../text/word-table.ts";
import { settingWords } from "./place-nouns.ts";
import { isReal } from "./told-clause.ts";

export interface TimeEvidence {
  hour?: Sure<Hour>;
  weather?: Sure<Weather>;
  /** The weather that was is over. */
  weatherEnds?: true;
  season?: NonNullable<Setting["season"]>;
  ground?: string;
  /** An untold time has passed: `next morning`, ある日. */
  jump?: true;
}

const HOURS: ReadonlySet<string> = new Set<Hour>(["dawn", "day", "dusk", "night"]);
const WEATHERS: ReadonlySet<string> = new Set<Weather>([
  ...(["clear", "cloudy", "rain", "storm", "snow", "wind", "fog"] as const),
]);
const SEASONS: ReadonlySet<string> = new Set(["spring", "summer", "autumn", "winter"]);
const isHour = (text: string | undefined): text is Hour => text !== undefined && HOURS.has(text);
const isWeather = (text: string | undefined): text is Weather => text !== undefined && WEATHERS.has(text);
const isSeason = (text: string | undefined): text is NonNullable<Setting["season"]> =>
  text !== undefined && SEASONS.has(text);

/** Whether a clause can say anything of hour and weather: it is real, or a description within a stretch that may be remembered. */
export function isScenic(clause: Clause, { words }: Pick<Sentence, "words">): boolean {
  const { mood, polarity, sure, aspect } = clause.predicate;
  if (polarity === "negative") {
    const isNear = words.some(
      ({ from, to, lemma }) =>
        from >= clause.from && to <= clause.to && settingWords("en").is("near-not", lemma),
    );
    return (
      isNear && isScenic({ ...clause, predicate: { ...clause.predicate, polarity: "positive" } }, { words })
    );
  }
  return isReal(clause) || (mood === "remembered" && sure !== undefined && aspect === "state");
}

/** What a clause that is told as real says of the time. */
export function timeEvidence(clause: Clause, sentence: Sentence, language: Language): TimeEvidence {
  const words = settingWords(language);
  const found: TimeEvidence = {};
  const wordsOf = ({ from, to }: Phrase) =>
    sentence.words.filter((word) => word.from >= from && word.to <= to);
  const look = (kind: string, { head, text }: Phrase) =>
    words.value(kind, head.toLowerCase()) ?? words.value(kind, text.toLowerCase());
  const setHour = (hour: string | undefined, sure: number) => {
    if (isHour(hour) && sure > (found.hour?.sure ?? 0)) found.hour = { value: hour, sure };
  };
  const { subject, predicate, objects, places, times, manner } = clause;
  const sureOf = clause.predicate.mood === "habit" ? 0.6 : 0.9;
  for (const phrase of [...times, ...(language === "ja" ? manner : [])]) {
    if (isLikened(phrase, sentence)) continue;
    const own = wordsOf(phrase);
    const hour = look("hour", phrase) ?? hourOfWords(own, words.value);
    const isContrast = phrase.marker === "は";
    if (hour !== undefined && !isSpan(phrase, own, language)) setHour(hour, isContrast ? 0.6 : sureOf);
    setHour(look("meal", phrase), 0.5);
    const season = look("season", phrase);
    if (isSeason(season)) found.season = season;
    if (isJump(phrase, own, language)) found.jump = true;
  }
  if (language === "ja" && places.some(({ text }) => isDaysAfter(text, words))) found.jump = true;
  const subjects = [...(subject && subject.shared === undefined ? [subject] : [])];
  if (
    subject &&
    words.is("passes", predicate.lemma) &&
    words.is("jump-unit", subject.head.toLowerCase()) &&
    subject.head.toLowerCase() !== subject.text.toLowerCase()
  )
    found.jump = true;
  const there = [
    ...subjects,
    ...(language === "ja" ? places.filter(({ marker }) => marker?.startsWith("に")) : []),
  ];
  for (const phrase of there) {
    const isMade = language === "ja" ? phrase.marker?.startsWith("に") === true : false;
    if (isMade && predicate.lemma !== "なる") continue;
    setHour(
      look("hour", phrase) ?? look("hour-sign", phrase),
      isMade || words.is("hour-verb", predicate.lemma) ? 0.9 : 0.75,
    );
    if (look("hour", phrase) === "night" && isOver(phrase, sentence, words)) setHour("dawn", 0.95);
    const sign = look("hour-sign", phrase);
    if (sign !== undefined && words.is("weather-scene", predicate.lemma))
      setHour(signHour(sign, predicate.lemma, language), 0.75);
    const weather = look("weather", phrase);
    if (isWeather(weather)) {
      if (words.is("weather-ends", predicate.lemma)) found.weatherEnds = true;
      else if (words.is("weather-scene", predicate.lemma)) found.weather = { value: weather, sure: 0.85 };
    }
    const season = look("season", phrase);
    if (isSeason(season)) found.season = season;
  }
  const noun = sentence.nouns.find(
    ({ from, to, head }) => from <= predicate.from && to > predicate.from && head === predicate.lemma,
  );
  setHour(
    (language === "en" ? words.value("hour", predicate.lemma) : undefined) ?? (noun && look("hour", noun)),
    0.85,
  );
  const sky = noun && look("weather", noun);
  if (isWeather(sky)) found.weather = { value: sky, sure: 0.85 };
  const season = words.value("season", predicate.lemma);
  if (isSeason(season)) found.season = season;
  const fallen = words.value("weather-verb", predicate.lemma);
  if (isWeather(fallen)) found.weather = { value: fallen, sure: 0.85 };
  const adjective = words.value("weather-adjective", predicate.lemma);
  const isOfSky = subject !== undefined && words.is("sky", subject.head.toLowerCase());
  if (isWeather(adjective) && isOfSky) found.weather = { value: adjective, sure: 0.85 };
  for (const phrase of places) {
    const weather = look("weather", phrase);
    if (isWeather(weather) && words.is("weather-in", phrase.marker?.toLowerCase() ?? ""))
      found.weather ??= { value: weather, sure: 0.75 };
    const light = look("hour-sign", phrase);
    if (light !== undefined && words.is("weather-in", phrase.marker?.toLowerCase() ?? ""))
      setHour(light, 0.75);
    const ground = look("ground", phrase);
    if (ground !== undefined && words.is("ground-in", phrase.marker?.toLowerCase() ?? ""))
      found.ground = phrase.head;
  }
  for (const object of objects) {
    const weather = look("weather", object);
    if (isWeather(weather) && words.is("see", predicate.lemma))
      found.weather ??= { value: weather, sure: 0.6 };
  }
  return found;
}

/** The sun that sets is dusk, the one that rises dawn. */
function signHour(sign: string, verb: string, language: Language): string {
  if (sign !== "day") return sign;
  return settingWords(language).value("sun-verb", verb) ?? sign;
}

function hourOfWords(
  own: readonly Word[],
  value: (kind: string, word: string) => string | undefined,
): string | undefined {
  return own.map(({ lemma }) => value("hour", lemma.toLowerCase())).find((hour) => hour !== undefined);
}

/** 昼間のように, a phrase that よう follows. */
function isLikened({ to, marker = "" }: Phrase, { words }: Sentence): boolean {
  const at = words.findIndex(({ from }) => from >= to);
  return (
    marker.includes("よう") ||
    [words[at], words[at + 1]].some((word) => word?.lemma === "よう" || word?.lemma === "みたい")
  );
}

/** 夜が明ける: the verb follows its subject closely, also where the tagger cuts it (明け|はなれる). */
function isOver({ to }: Phrase, sentence: Sentence, table: WordTable): boolean {
  const at = sentence.words.findIndex(({ from }) => from >= to);
  return at >= 0 && sentence.words.slice(at, at + 4).some(({ lemma }) => table.is("night-verb", lemma));
}

/** 三日めに, 五年後に: a counted time and what makes it a point after another. */
function isDaysAfter(text: string, table: WordTable): boolean {
  const [last = "", unit = ""] = [text.at(-1), text.at(-2)];
  return table.is("jump-after", last) && table.is("jump-unit", unit);
}

/** How long, not when: `all night`, 一晩中. */
function isSpan({ marker, text }: Phrase, own: readonly Word[], language: Language): boolean {
  const words = settingWords(language);
  if (words.is("span-marker", marker?.toLowerCase() ?? "")) return true;
  return own.some(({ text: word }) => words.is("span", word.toLowerCase())) || words.is("span", text);
}

function isJump(phrase: Phrase, own: readonly Word[], language: Language): boolean {
  const words = settingWords(language);
  if (words.is("jump", phrase.head) && language === "ja") return true;
  const hasUnit = own.some(({ lemma }) => words.is("jump-unit", lemma.toLowerCase()));
  return hasUnit && own.some(({ text }) => words.is("jump", text.toLowerCase()));
}
