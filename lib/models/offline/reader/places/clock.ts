// Hour, weather and season as one clause tells them, from phrases of time and from what is seen in the sky.
import type { Language } from "../../../../manga/language.ts";
import {
  type Hour,
  HourSchema,
  SeasonSchema,
  type Weather,
  WeatherSchema,
} from "../../../../manga/staging.ts";
import type { Setting, Sure } from "../facts.ts";
import type { Clause, Phrase, Sentence } from "../text/clause.ts";
import type { Word } from "../text/word.ts";
import { firstFrom, settingWords, wordsWithin } from "./place-nouns.ts";
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

/** Whether a clause can say anything of hour and weather: it is real, or a description within a stretch that may be remembered. */
export function isScenic(clause: Clause, sentence: Sentence): boolean {
  const { mood, polarity, sure, aspect } = clause.predicate;
  const isNear = ({ lemma }: Word) => settingWords("en").is("near-not", lemma);
  if (polarity === "negative" && !wordsWithin(sentence.words, clause).some(isNear)) return false;
  const said: Clause = { ...clause, predicate: { ...clause.predicate, polarity: "positive" } };
  return isReal(said) || (mood === "remembered" && sure !== undefined && aspect === "state");
}

/** What a scenic clause says of the time. */
export function timeEvidence(clause: Clause, sentence: Sentence, language: Language): TimeEvidence {
  return new ClauseClock(clause, sentence, language).read();
}

class ClauseClock {
  readonly #clause: Clause;
  readonly #sentence: Sentence;
  readonly #language: Language;
  readonly #found: TimeEvidence = {};

  constructor(clause: Clause, sentence: Sentence, language: Language) {
    this.#clause = clause;
    this.#sentence = sentence;
    this.#language = language;
  }

  read(): TimeEvidence {
    const { subject, predicate, objects, places, times, manner } = this.#clause;
    const isJapanese = this.#language === "ja";
    const timed = isJapanese ? [...times, ...manner] : times;
    for (const phrase of timed) this.#time(phrase);
    if (this.#passes(timed)) this.#found.jump = true;
    if (subject && subject.shared === undefined)
      this.#sky(subject, this.#is("hour-verb", predicate.lemma) ? 0.9 : 0.75);
    const isMade = isJapanese && predicate.lemma === "なる";
    for (const phrase of places) {
      if (isMade && phrase.marker?.startsWith("に")) this.#sky(phrase, 0.9);
      this.#surroundings(phrase);
    }
    const noun = this.#sentence.nouns.find(
      ({ from, to, head }) => from <= predicate.from && to > predicate.from && head === predicate.lemma,
    );
    // Japanese has verbs that are written as nouns of time (よる).
    const complement =
      noun ?? (isJapanese ? undefined : { ...predicate, head: predicate.lemma, text: predicate.lemma });
    if (complement) {
      this.#hour(this.#value("hour", complement), 0.85);
      this.#weather(this.#value("weather", complement), 0.85);
      this.#season(complement);
    }
    this.#weather(settingWords(this.#language).value("weather-verb", predicate.lemma), 0.85);
    if (subject && this.#is("sky", subject.head.toLowerCase()))
      this.#weather(settingWords(this.#language).value("weather-adjective", predicate.lemma), 0.85);
    if (this.#is("see", predicate.lemma))
      for (const object of objects) this.#weather(this.#value("weather", object), 0.6);
    return this.#found;
  }

  #is(kind: string, word: string): boolean {
    return settingWords(this.#language).is(kind, word);
  }

  #value(kind: string, { head, text }: Pick<Phrase, "head" | "text">): string | undefined {
    const words = settingWords(this.#language);
    return words.value(kind, head.toLowerCase()) ?? words.value(kind, text.toLowerCase());
  }

  #hour(value: string | undefined, sure: number): void {
    const hour = HourSchema.safeParse(value);
    if (hour.success && sure > (this.#found.hour?.sure ?? 0)) this.#found.hour = { value: hour.data, sure };
  }

  #weather(value: string | undefined, sure: number): void {
    const weather = WeatherSchema.safeParse(value);
    if (weather.success && sure > (this.#found.weather?.sure ?? 0))
      this.#found.weather = { value: weather.data, sure };
  }

  #season(phrase: Pick<Phrase, "head" | "text">): void {
    const season = SeasonSchema.safeParse(this.#value("season", phrase));
    if (season.success) this.#found.season = season.data;
  }

  /** A phrase of time says when, unless it says how long (`all night`, 一晩中) or likens (昼間のように). */
  #time(phrase: Phrase): void {
    const { words } = this.#sentence;
    const own = wordsWithin(words, phrase);
    const next = words.slice(firstFrom(words, phrase.to)).slice(0, 2);
    if (phrase.marker?.includes("よう") || next.some(({ lemma }) => this.#is("likeness", lemma))) return;
    const isSpan =
      this.#is("span-marker", phrase.marker?.toLowerCase() ?? "") ||
      own.some(({ text }) => this.#is("span", text.toLowerCase()));
    const inner = own.map(({ lemma }) => this.#value("hour", { head: lemma, text: lemma }));
    const hour = this.#value("hour", phrase) ?? inner.find((one) => one !== undefined);
    const isWeak = this.#clause.predicate.mood === "habit" || phrase.marker === "は";
    if (!isSpan) this.#hour(hour, isWeak ? 0.6 : 0.9);
    this.#hour(this.#value("meal", phrase), 0.5);
    this.#season(phrase);
  }

  /** `the next day`, `three days later`, ある日, 三日めに; `Years went by`. */
  #passes(times: readonly Phrase[]): boolean {
    const { subject, places, predicate } = this.#clause;
    const own = times
      .flatMap((phrase) => wordsWithin(this.#sentence.words, phrase))
      .flatMap(({ lemma, text }) => [lemma.toLowerCase(), text.toLowerCase()]);
    const isUnit = (word: string) => this.#is("jump-unit", word);
    if (this.#language === "en" && own.some(isUnit) && own.some((word) => this.#is("jump", word)))
      return true;
    const isNext = ({ head }: Phrase) =>
      this.#is("jump", head) ||
      (this.#is("jump-head", head) && own.some((word) => this.#is("jump-before", word)));
    if (this.#language === "ja" && times.some(isNext)) return true;
    const isPoint = ({ text }: Phrase) =>
      this.#is("jump-after", text.slice(-1)) && isUnit(text.slice(-2, -1));
    if (this.#language === "ja" && places.some(isPoint)) return true;
    const isMany =
      subject !== undefined &&
      isUnit(subject.head.toLowerCase()) &&
      subject.head !== subject.text.toLowerCase();
    return isMany && this.#is("passes", predicate.lemma);
  }

  /** `The moon rose`, `Night fell`, `Rain was falling`; 夜になる. */
  #sky(phrase: Phrase, sure: number): void {
    const { lemma } = this.#clause.predicate;
    const { words } = this.#sentence;
    const hour = this.#value("hour", phrase);
    this.#hour(hour ?? this.#value("hour-sign", phrase), sure);
    // 夜が明ける, also where the tagger cuts the verb (明け|はなれる).
    const next = words.slice(firstFrom(words, phrase.to)).slice(0, 4);
    if (hour === "night" && next.some((word) => this.#is("night-verb", word.lemma))) this.#hour("dawn", 0.95);
    if (this.#value("hour-sign", phrase) === "day")
      this.#hour(settingWords(this.#language).value("sun-verb", lemma), 0.95);
    const weather = this.#value("weather", phrase);
    if (weather !== undefined && this.#is("weather-ends", lemma)) this.#found.weatherEnds = true;
    else if (this.#is("weather-scene", lemma)) this.#weather(weather, 0.85);
    this.#season(phrase);
  }

  /** `through the rain`, `in the moonlight`, `over the snow`; `In the evening Tom came`, whose noun the chunker joins with the name. */
  #surroundings(phrase: Phrase): void {
    const marker = phrase.marker?.toLowerCase() ?? "";
    if (this.#is("weather-in", marker)) {
      this.#weather(this.#value("weather", phrase), 0.75);
      this.#hour(this.#value("hour-sign", phrase), 0.75);
    }
    const own = this.#language === "en" ? wordsWithin(this.#sentence.words, phrase) : [];
    for (const [at, { text }] of own.entries())
      if (["PROPN", "NUM"].includes(own[at + 1]?.tag ?? ""))
        this.#hour(this.#value("hour", { head: text, text }), 0.85);
    if (this.#is("ground-in", marker) && this.#value("ground", phrase) !== undefined)
      this.#found.ground = phrase.head;
  }
}
