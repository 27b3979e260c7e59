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
import type { WordTable } from "../text/word-table.ts";
import { settingWords, wordsAfter, wordsWithin } from "./place-nouns.ts";
import { isReal } from "./told-clause.ts";

export interface TimeEvidence {
  hour?: Sure<Hour>;
  /** The hour comes only now. */
  turns?: true;
  weather?: Sure<Weather>;
  /** The weather that was is over. */
  weatherEnds?: true;
  season?: NonNullable<Setting["season"]>;
  ground?: string;
  /** An untold time has passed: `next morning`, ある日. */
  jump?: true;
}

/** Whether a clause can say anything of hour and weather: it is real, or a description within a stretch that may be remembered. */
export function isScenic({ predicate, ...clause }: Clause, { words }: Sentence): boolean {
  // `It was barely ten o'clock` is nearly so.
  const isNearly = wordsWithin(words, clause).some(({ lemma }) => settingWords("en").is("near-not", lemma));
  const polarity = isNearly ? "positive" : predicate.polarity;
  const { mood, sure, aspect } = predicate;
  const isMaybeNow = mood === "remembered" && sure !== undefined && aspect === "state";
  const said = isMaybeNow ? "told" : mood;
  return isReal({ ...clause, predicate: { ...predicate, polarity, mood: said } });
}

/** What a scenic clause says of the time. */
export function timeEvidence(clause: Clause, sentence: Sentence, language: Language): TimeEvidence {
  return new ClauseClock(clause, sentence, language).read();
}

type Noun = Pick<Phrase, "head" | "text">;

class ClauseClock {
  readonly #clause: Clause;
  readonly #sentence: Sentence;
  readonly #words: WordTable;
  readonly #isJapanese: boolean;
  readonly #found: TimeEvidence = {};

  constructor(clause: Clause, sentence: Sentence, language: Language) {
    this.#clause = clause;
    this.#sentence = sentence;
    this.#words = settingWords(language);
    this.#isJapanese = language === "ja";
  }

  read(): TimeEvidence {
    const { subject, predicate, objects, places, times, manner } = this.#clause;
    const { lemma } = predicate;
    const timed = this.#isJapanese ? [...times, ...manner] : times;
    for (const phrase of timed) this.#time(phrase);
    if (this.#passes(timed)) this.#found.jump = true;
    if (subject && subject.shared === undefined)
      this.#sky(subject, this.#words.is("hour-verb", lemma) ? 0.9 : 0.8);
    const perceives = this.#words.is("perceive", lemma);
    for (const phrase of this.#seen([...(subject ? [subject] : []), ...(perceives ? objects : [])]))
      this.#hour(this.#value("hour-sign", phrase), 0.8);
    for (const phrase of this.#seen([...objects, ...places])) this.#hour(this.#value("meal", phrase), 0.8);
    for (const phrase of this.#isJapanese ? [...objects, ...places] : places) {
      if (lemma === "なる" && phrase.marker?.startsWith("に")) this.#sky(phrase, 0.9);
      this.#surroundings(phrase);
    }
    const noun = this.#sentence.nouns.find(
      ({ from, to, head }) => from <= predicate.from && to > predicate.from && head === lemma,
    );
    // Japanese has verbs that are written as nouns of time (よる).
    const complement = noun ?? (this.#isJapanese ? undefined : { head: lemma, text: lemma });
    if (complement) {
      this.#hour(this.#value("hour", complement), 0.85);
      this.#weather(this.#value("weather", complement), 0.85);
      this.#season(complement);
    }
    this.#weather(this.#words.value("weather-verb", lemma), 0.85);
    return this.#found;
  }

  /** Phrases with what is in them or tied to them: `patches of blue sky`. */
  #seen(phrases: readonly Phrase[]): readonly Phrase[] {
    const { nouns } = this.#sentence;
    const isOf = (noun: Phrase, { from, to }: Phrase) =>
      (noun.from >= from && noun.to <= to) || (noun.marker === "of" && noun.from > to && noun.from - to <= 4);
    return phrases.flatMap((phrase) => [phrase, ...nouns.filter((noun) => isOf(noun, phrase))]);
  }

  #value(kind: string, { head, text }: Noun): string | undefined {
    return this.#words.value(kind, head.toLowerCase()) ?? this.#words.value(kind, text.toLowerCase());
  }

  #hour(value: string | undefined, sure: number): void {
    const hour = HourSchema.safeParse(value);
    if (hour.success && sure > (this.#found.hour?.sure ?? 0)) this.#found.hour = { value: hour.data, sure };
  }

  #turn(value: string | undefined): void {
    this.#hour(value, 0.95);
    if (value !== undefined) this.#found.turns = true;
  }

  #weather(value: string | undefined, sure: number): void {
    const weather = WeatherSchema.safeParse(value);
    if (weather.success && sure > (this.#found.weather?.sure ?? 0))
      this.#found.weather = { value: weather.data, sure };
  }

  #season(phrase: Noun): void {
    const season = SeasonSchema.safeParse(this.#value("season", phrase));
    if (season.success) this.#found.season = season.data;
  }

  /** A phrase of time says when, unless it says how long (`all night`, 一晩中) or likens (昼間のように). */
  #time(phrase: Phrase): void {
    const { words } = this.#sentence;
    const isLikened = wordsAfter(words, phrase, 2).some(({ lemma }) => this.#words.is("likeness", lemma));
    if (phrase.marker?.includes("よう") || isLikened) return;
    const isSpan =
      this.#words.is("span-marker", phrase.marker?.toLowerCase() ?? "") ||
      wordsWithin(words, phrase).some(({ text }) => this.#words.is("span", text.toLowerCase()));
    if (!isSpan) this.#hour(this.#value("hour", phrase), 0.9);
    this.#season(phrase);
  }

  /** `the next day`, `three days later`, ある日, 三日めに; `Years went by`. */
  #passes(times: readonly Phrase[]): boolean {
    const { subject, places, predicate } = this.#clause;
    const is = (kind: string, word: string) => this.#words.is(kind, word.toLowerCase());
    const own = times
      .flatMap((phrase) => wordsWithin(this.#sentence.words, phrase))
      .flatMap(({ lemma, text }) => [lemma, text]);
    const has = (kind: string) => own.some((word) => is(kind, word));
    const isMany = subject !== undefined && is("jump-unit", subject.head) && subject.head !== subject.text;
    if (isMany && is("passes", predicate.lemma)) return true;
    if (!this.#isJapanese) return has("jump-unit") && has("jump");
    const isPoint = ({ text }: Phrase) =>
      is("jump-after", text.slice(-1)) && is("jump-unit", text.slice(-2, -1));
    const isNext = ({ head }: Phrase) => is("jump", head) || (is("jump-head", head) && has("jump-before"));
    return times.some(isNext) || places.some(isPoint);
  }

  /** `The moon rose`, `Night fell`, `Rain was falling`; 夜になる. */
  #sky(phrase: Phrase, sure: number): void {
    const { lemma } = this.#clause.predicate;
    const hour = this.#value("hour", phrase);
    const sign = this.#value("hour-sign", phrase);
    this.#hour(hour ?? sign, sure);
    if (hour && this.#words.value("hour-verb", lemma) === "comes") this.#found.turns = true;
    // 夜が明ける, also where the tagger cuts the verb (明け|はなれる).
    const next = wordsAfter(this.#sentence.words, phrase, 4);
    if (hour === "night" && next.some((word) => this.#words.is("night-verb", word.lemma)))
      this.#turn("dawn");
    if (sign === "day") this.#turn(this.#words.value("sun-verb", lemma));
    const weather = this.#value("weather", phrase);
    if (weather !== undefined && this.#words.is("weather-ends", lemma)) this.#found.weatherEnds = true;
    else if (this.#words.is("weather-scene", lemma)) this.#weather(weather, 0.85);
    this.#season(phrase);
  }

  /** `through the rain`, `in the moonlight`, `over the snow`. */
  #surroundings(phrase: Phrase): void {
    const marker = phrase.marker?.toLowerCase() ?? "";
    if (this.#words.is("weather-in", marker)) {
      this.#weather(this.#value("weather", phrase), 0.75);
      this.#hour(this.#value("hour-sign", phrase), 0.75);
    }
    // `In the evening Tom came`: the chunker joins the noun of time with the name.
    const own = this.#isJapanese ? [] : wordsWithin(this.#sentence.words, phrase);
    for (const [at, { text }] of own.entries())
      if (["PROPN", "NUM"].includes(own[at + 1]?.tag ?? ""))
        this.#hour(this.#words.value("hour", text), 0.85);
    if (this.#words.is("ground-in", marker) && this.#value("ground", phrase) !== undefined)
      this.#found.ground = phrase.head;
  }
}
