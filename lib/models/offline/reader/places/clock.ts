// Hour, weather and season as one clause tells them, from phrases of time, from meals and from what is seen in the sky.
import {
  type Hour,
  HourSchema,
  SeasonSchema,
  type Weather,
  WeatherSchema,
} from "../../../../manga/staging.ts";
import type { Setting, Sure } from "../facts.ts";
import type { Clause, Phrase } from "../text/clause.ts";
import { wordsAfter, wordsWithin } from "./place-phrases.ts";
import { type ClauseContext, isReal } from "./told-clause.ts";

export interface TimeEvidence {
  hour?: Sure<Hour>;
  /** The hour comes only now. */
  turns?: true;
  weather?: Sure<Weather> | undefined;
  /** The weather that was is over. */
  weatherEnds?: true;
  season?: NonNullable<Setting["season"]>;
  ground?: string;
  /** An untold time has passed: `next morning`, ある日. */
  jump?: true;
}

type Context = Pick<ClauseContext, "sentence" | "language" | "words">;

/** How sure the time is by what tells it. */
const SURE = { turned: 0.95, said: 0.9, is: 0.85, seen: 0.8, around: 0.75 } as const;

/** Whether a clause can say anything of hour and weather: it is real, or a description within a stretch that may be remembered. */
export function isScenic({ predicate, ...clause }: Clause, { sentence, words }: Context): boolean {
  // `It was barely ten o'clock` is nearly so.
  // 雪の降る夜: what modifies a noun of time is so at that time.
  const next = clause.rank === "relative" ? wordsAfter(sentence.words, clause, 1)[0] : undefined;
  const rank = next !== undefined && words.is("hour", next.lemma) ? "main" : clause.rank;
  const isNearly = wordsWithin(sentence.words, clause).some(({ lemma }) => words.is("near-not", lemma));
  const isMaybeNow = predicate.mood === "remembered" && predicate.sure !== undefined;
  // `The rain had stopped`: it is over now.
  const isWeather = words.value("weather", clause.subject?.head.toLowerCase() ?? "") !== undefined;
  const isOver = isWeather && predicate.mood === "remembered" && words.is("weather-ends", predicate.lemma);
  const isNow = isOver || (isMaybeNow && predicate.aspect === "state");
  const mood = isNow ? "told" : predicate.mood;
  const polarity = isNearly ? "positive" : predicate.polarity;
  return isReal({ ...clause, rank, predicate: { ...predicate, polarity, mood } });
}

/** What a scenic clause says of the time. */
export const timeEvidence = (clause: Clause, context: Context): TimeEvidence =>
  new ClauseClock(clause, context).read();

type Noun = Pick<Phrase, "head" | "text">;

class ClauseClock {
  readonly #clause: Clause;
  readonly #context: Context;
  readonly #found: TimeEvidence = {};

  constructor(clause: Clause, context: Context) {
    this.#clause = clause;
    this.#context = context;
  }

  read(): TimeEvidence {
    const { subject, predicate, objects, places, times, manner } = this.#clause;
    const { sentence, language, words } = this.#context;
    const { lemma } = predicate;
    const isJapanese = language === "ja";
    const timed = isJapanese ? [...times, ...manner] : times;
    for (const phrase of timed) this.#time(phrase);
    if (this.#passes(timed)) this.#found.jump = true;
    if (subject && subject.shared === undefined) this.#sky(subject);
    if (words.is("perceive", lemma))
      for (const phrase of objects) this.#hour(this.#value("hour-sign", phrase), SURE.seen);
    for (const phrase of isJapanese ? [...objects, ...places] : places) {
      if (lemma === "なる" && phrase.marker?.startsWith("に")) this.#sky(phrase);
      this.#surroundings(phrase);
    }
    const isIn = (phrases: readonly Phrase[], { from }: Phrase) =>
      phrases.some((phrase) => from >= phrase.from && from < phrase.to);
    for (const noun of sentence.nouns) {
      if (isIn([...objects, ...places], noun)) this.#hour(this.#value("meal", noun), SURE.seen);
      if (isIn([...objects, ...(subject ? [subject] : [])], noun))
        this.#weather(this.#value("weather-sign", noun), SURE.around);
      if (language === "ja" && noun.marker === "の") this.#within(noun, places);
      // 真夜中の病院は静かだった, 夕焼けの空が赤い.
      if (noun.marker !== "の" || !isIn(subject ? [subject, ...places] : places, noun)) continue;
      this.#hour(this.#value("hour", noun) ?? this.#value("hour-sign", noun), SURE.seen);
    }
    const noun = sentence.nouns.find(
      ({ from, to, head }) => from <= predicate.from && to > predicate.from && head === lemma,
    );
    // Japanese has verbs that are written as nouns of time (よる).
    const complement = noun ?? (isJapanese ? undefined : { head: lemma, text: lemma });
    if (complement) {
      this.#hour(this.#value("hour", complement), SURE.is);
      this.#weather(this.#value("weather", complement), SURE.is);
      this.#season(complement);
    }
    // "She poured the tea", "he stormed out": of somebody these verbs mean something else.
    if (subject === undefined || isJapanese || words.is("pointing", subject.head.toLowerCase()))
      this.#weather(words.value("weather-verb", lemma), SURE.is);
    return this.#found;
  }

  #is(kind: string, word: string): boolean {
    return this.#context.words.is(kind, word.toLowerCase());
  }

  #value(kind: string, { head, text }: Noun): string | undefined {
    const { words } = this.#context;
    return words.value(kind, head.toLowerCase()) ?? words.value(kind, text.toLowerCase());
  }

  #hour(word: string | undefined, sure: number): void {
    const { data: value } = HourSchema.safeParse(word);
    if (value && sure > (this.#found.hour?.sure ?? 0)) this.#found.hour = { value, sure };
  }

  #turn(word: string | undefined): void {
    this.#hour(word, SURE.turned);
    if (word !== undefined) this.#found.turns = true;
  }

  #weather(word: string | undefined, sure: number): void {
    const { data: value } = WeatherSchema.safeParse(word);
    if (value && sure > (this.#found.weather?.sure ?? 0)) this.#found.weather = { value, sure };
  }

  #season(phrase: Noun): void {
    const { data: season } = SeasonSchema.safeParse(this.#value("season", phrase));
    if (season) this.#found.season = season;
  }

  /** A phrase of time says when, unless it says how long (`all night`, 一晩中) or likens (昼間のように). */
  #time(phrase: Phrase): void {
    const { words } = this.#context.sentence;
    const isLikened = wordsAfter(words, phrase, 2).some(({ lemma }) => this.#is("likeness", lemma));
    if (phrase.marker?.includes("よう") || isLikened) return;
    const isSpan =
      this.#is("span-marker", phrase.marker ?? "") ||
      wordsWithin(words, phrase).some(({ text }) => this.#is("span", text));
    if (phrase.marker?.toLowerCase() === "by") this.#turn(this.#value("hour", phrase));
    else if (!isSpan) this.#hour(this.#value("hour", phrase), SURE.said);
    this.#season(phrase);
  }

  /** `the next day`, `three days later`, ある日, 三日めに; `Years went by`. */
  #passes(times: readonly Phrase[]): boolean {
    const { subject, places, predicate } = this.#clause;
    const isMany = subject && this.#is("jump-unit", subject.head) && subject.head !== subject.text;
    if (isMany && this.#is("passes", predicate.lemma)) return true;
    const { language, sentence } = this.#context;
    // The tagger takes `That night` for a conjunction and a noun.
    const before = language === "en" ? "that ".length : 0;
    const own = times.flatMap(({ from, to }) => wordsWithin(sentence.words, { from: from - before, to }));
    const has = (kind: string) =>
      own.some(({ lemma, text }) => this.#is(kind, lemma) || this.#is(kind, text));
    if (language === "en") return has("jump-unit") && has("jump");
    const isPoint = ({ text }: Phrase) =>
      this.#is("jump-after", text.slice(-1)) && this.#is("jump-unit", text.slice(-2, -1));
    const isNext = ({ head }: Phrase) =>
      this.#is("jump", head) || (this.#is("jump-head", head) && has("jump-before"));
    return has("jump") || times.some(isNext) || places.some(isPoint);
  }

  /** `The moon rose`, `Night fell`, `Rain was falling`; 夜になる. */
  #sky(phrase: Phrase): void {
    const { lemma } = this.#clause.predicate;
    const { words, sentence } = this.#context;
    const hour = this.#value("hour", phrase);
    const sign = this.#value("hour-sign", phrase);
    this.#hour(hour ?? sign, this.#is("hour-verb", lemma) ? SURE.said : SURE.seen);
    if (hour && words.value("hour-verb", lemma) === "comes") this.#found.turns = true;
    // 夜が明ける, also where the tagger cuts the verb (明け|はなれる).
    const next = wordsAfter(sentence.words, phrase, 4);
    if (hour === "night" && next.some((word) => this.#is("night-verb", word.lemma))) this.#turn("dawn");
    if (sign === "day") this.#turn(words.value("sun-verb", lemma));
    const weather = this.#value("weather", phrase);
    if (weather !== undefined && this.#is("weather-ends", lemma)) this.#found.weatherEnds = true;
    else if (this.#is("weather-scene", lemma)) this.#weather(weather, SURE.is);
    this.#season(phrase);
  }

  /** `through the rain`, `in the moonlight`, `over the snow`. */
  #surroundings(phrase: Phrase): void {
    const { language, sentence, words } = this.#context;
    const marker = phrase.marker ?? "";
    if (this.#is("weather-in", marker)) {
      this.#weather(this.#value("weather", phrase), SURE.around);
      this.#hour(this.#value("hour-sign", phrase), SURE.around);
    }
    // `In the evening Tom came`: the chunker joins the noun of time with the name.
    const own = language === "ja" ? [] : wordsWithin(sentence.words, phrase);
    for (const [at, { text }] of own.entries())
      if (["PROPN", "NUM"].includes(own[at + 1]?.tag ?? "")) this.#hour(words.value("hour", text), SURE.is);
    this.#ground(phrase, marker);
  }

  /** 雪の上を, 雨の中に: what the noun of position belongs to, with both for its marker. */
  #within(noun: Phrase, places: readonly Phrase[]): void {
    const place = places.find(({ from, to }) => noun.from >= from && noun.to < to);
    if (place === undefined) return;
    const marker = `の${place.head}${place.marker ?? ""}`;
    if (this.#is("weather-in", marker)) this.#weather(this.#value("weather", noun), SURE.around);
    this.#ground(noun, marker);
  }

  /** Snow that lies is drawn as the weather. */
  #ground(noun: Phrase, marker: string): void {
    if (!this.#is("ground-in", marker) || !this.#value("ground", noun)) return;
    this.#found.ground = noun.head;
    const weather = this.#value("weather", noun);
    if (weather === "snow") this.#weather(weather, SURE.around);
  }
}
