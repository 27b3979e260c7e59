// Derives hour, weather and season from one clause: from time phrases, meals and signs in the sky.
import type { Hour, Weather } from "../../../../manga/staging.ts";
import { HourSchema, SeasonSchema, WeatherSchema } from "../../../../manga/staging.ts";
import type { Setting, Sure } from "../facts.ts";
import type { Clause, Phrase } from "../text/clause.ts";
import { wordsAfter, wordsWithin } from "./place-phrases.ts";
import { type ClauseContext, isReal } from "./told-clause.ts";

export interface TimeEvidence {
  hour?: Sure<Hour>;
  /** The hour is about to begin. */
  turns?: true;
  weather?: Sure<Weather> | undefined;
  weatherEnds?: true;
  season?: NonNullable<Setting["season"]>;
  ground?: string;
  /** An unspecified time has passed: `next morning`, ある日. */
  jump?: true;
}

type Context = Pick<ClauseContext, "sentence" | "language" | "words">;

/** Certainty of the time by the kind of evidence. */
const SURE = { turned: 0.95, said: 0.9, is: 0.85, seen: 0.8, around: 0.75 } as const;

/** Whether a clause can be evidence of hour and weather: it is real, or is a description in a passage that may be remembered. */
export function isScenic({ predicate, ...clause }: Clause, { sentence, words }: Context): boolean {
  // `It was barely ten o'clock`: `barely` does not negate the hour. 雪の降る夜: a relative clause before a noun of time is true at that time.
  const next = clause.rank === "relative" ? wordsAfter(sentence.words, clause, 1)[0] : undefined;
  const rank = next !== undefined && words.is("hour", next.lemma) ? "main" : clause.rank;
  const isNearly = wordsWithin(sentence.words, clause).some(({ lemma }) => words.is("near-not", lemma));
  const isMaybeNow = predicate.mood === "remembered" && predicate.sure !== undefined;
  // `The rain had stopped`: the pluperfect states that the rain is over now.
  const isWeather = words.value("weather", clause.subject?.head.toLowerCase() ?? "") !== undefined;
  const isOver = isWeather && predicate.mood === "remembered" && words.is("weather-ends", predicate.lemma);
  const isNow = isOver || (isMaybeNow && predicate.aspect === "state");
  const mood = isNow ? "told" : predicate.mood;
  const polarity = isNearly ? "positive" : predicate.polarity;
  return isReal({ ...clause, rank, predicate: { ...predicate, polarity, mood } });
}

/** The time evidence of a clause for which `isScenic` is true. */
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
    const { subject, predicate, objects, places, times } = this.#clause;
    const { sentence, language, words } = this.#context;
    const { lemma } = predicate;
    const isJapanese = language === "ja";
    for (const phrase of times) this.#time(phrase);
    if (this.#passes(times)) this.#found.jump = true;
    if (subject && subject.shared === undefined) this.#sky(subject);
    for (const phrase of isJapanese ? [...objects, ...places] : places) {
      this.#around(phrase, phrase.marker);
      // `In the evening Tom came`: the chunker joins the noun of time with the name.
      const own = isJapanese ? [] : wordsWithin(sentence.words, phrase);
      for (const [at, { text }] of own.entries())
        if (["PROPN", "NUM"].includes(own[at + 1]?.tag ?? "")) this.#tell(words.value("hour", text), SURE.is);
    }
    const isIn = (phrase: Phrase | undefined, { from }: Phrase) =>
      phrase !== undefined && from >= phrase.from && from < phrase.to;
    for (const noun of sentence.nouns) {
      const place = places.find((phrase) => isIn(phrase, noun));
      const isObject = objects.some((phrase) => isIn(phrase, noun));
      if (place || isObject) this.#look(["meal"], noun, SURE.seen);
      if (isObject || isIn(subject, noun)) this.#look(["weather-sign"], noun, SURE.around);
      if (noun.marker !== "の") continue;
      // 雪の上を, 雨の中に: the noun before a noun of position has that noun and its particle as marker.
      if (place) this.#around(noun, `の${place.head}${place.marker ?? ""}`);
      // 真夜中の病院は静かだった, 夕焼けの空が赤い: a noun before の states the hour.
      if (place || isIn(subject, noun)) this.#look(["hour", "hour-sign"], noun, SURE.seen);
    }
    const noun = sentence.nouns.find(
      ({ from, to, head }) => from <= predicate.from && to > predicate.from && head === lemma,
    );
    // Japanese has verbs that are spelled like nouns of time (よる).
    const complement = noun ?? (isJapanese ? undefined : { head: lemma, text: lemma });
    if (complement) this.#look(["hour", "weather", "season"], complement, SURE.is);
    // "She poured the tea", "he stormed out": with a person as subject these verbs do not state the weather.
    if (subject === undefined || isJapanese || this.#is("pointing", subject.head))
      this.#tell(words.value("weather-verb", lemma), SURE.is);
    return this.#found;
  }

  #is(kind: string, word: string): boolean {
    return this.#context.words.is(kind, word.toLowerCase());
  }

  #value(kind: string, { head, text }: Noun): string | undefined {
    const { words } = this.#context;
    return words.value(kind, head.toLowerCase()) ?? words.value(kind, text.toLowerCase());
  }

  #look(kinds: readonly string[], noun: Noun, sure: number): void {
    for (const kind of kinds) this.#tell(this.#value(kind, noun), sure);
  }

  /** `word`: an hour, a weather or a season. The more certain statement wins. */
  #tell(word: string | undefined, sure: number): void {
    const found = this.#found;
    const { data: hour } = HourSchema.safeParse(word);
    const { data: weather } = WeatherSchema.safeParse(word);
    const { data: season } = SeasonSchema.safeParse(word);
    if (hour && sure > (found.hour?.sure ?? 0)) found.hour = { value: hour, sure };
    if (weather && sure > (found.weather?.sure ?? 0)) found.weather = { value: weather, sure };
    if (season) found.season = season;
  }

  #turn(hour: string | undefined): void {
    this.#tell(hour, SURE.turned);
    if (hour !== undefined) this.#found.turns = true;
  }

  /** A time phrase states the hour, unless it states a duration (`all night`, 一晩中) or compares (昼間のように). */
  #time(phrase: Phrase): void {
    const { words } = this.#context.sentence;
    const isLikened = wordsAfter(words, phrase, 2).some(({ lemma }) => this.#is("likeness", lemma));
    if (isLikened) return;
    const isSpan =
      this.#is("span-marker", phrase.marker ?? "") ||
      wordsWithin(words, phrase).some(({ text }) => this.#is("span", text));
    const hour = this.#value("hour", phrase);
    if (phrase.marker?.toLowerCase() === "by" && hour) {
      this.#turn(hour);
      this.#found.jump = true;
    } else if (!isSpan) this.#look(["hour"], phrase, SURE.said);
    this.#look(["season"], phrase, SURE.said);
  }

  /** Whether an unnarrated time passes: `the next day`, `three days later`, ある日, 次の朝. */
  #passes(times: readonly Phrase[]): boolean {
    const { language, sentence } = this.#context;
    // The tagger takes `That night` for a conjunction and a noun.
    const before = language === "en" ? "that ".length : 0;
    const own = times.flatMap(({ from, to }) => wordsWithin(sentence.words, { from: from - before, to }));
    const said = [...own.flatMap(({ lemma, text }) => [lemma, text]), ...times.map(({ head }) => head)];
    const has = (kind: string) => said.some((word) => this.#is(kind, word));
    return has("jump-unit") && has("jump");
  }

  /** Evidence from a subject in the sky: `The moon rose`, `Night fell`, `Rain was falling`; 夜になる. */
  #sky(phrase: Phrase): void {
    const { lemma } = this.#clause.predicate;
    const { words, sentence } = this.#context;
    const hour = this.#value("hour", phrase);
    this.#look(["hour", "hour-sign"], phrase, this.#is("hour-verb", lemma) ? SURE.said : SURE.seen);
    if (hour && words.value("hour-verb", lemma) === "comes") this.#found.turns = true;
    // 夜が明ける, also where the tagger splits the verb (明け|はなれる).
    const next = wordsAfter(sentence.words, phrase, 4);
    if (hour === "night" && next.some((word) => this.#is("night-verb", word.lemma))) this.#turn("dawn");
    if (this.#value("hour-sign", phrase) === "day") this.#turn(words.value("sun-verb", lemma));
    if (this.#value("weather", phrase) && this.#is("weather-ends", lemma)) this.#found.weatherEnds = true;
    else this.#look(["weather", "season"], phrase, SURE.is);
  }

  /** Evidence from weather or ground around the action: `through the rain`, `in the moonlight`, `over the snow`. */
  #around(noun: Noun, marker = ""): void {
    if (this.#is("weather-in", marker)) this.#look(["weather", "hour-sign"], noun, SURE.around);
    if (this.#is("ground-in", marker) && this.#value("ground", noun)) this.#found.ground = noun.head;
  }
}
