// Where and when each sentence of a story is. Place and hour hold until something that is told of the scene changes them; what opens a scene
// is carried back to its first sentence. Dialogue moves nobody.

import type { Language } from "../../../../manga/language.ts";
import type { Hour, Weather } from "../../../../manga/staging.ts";
import {
  type FoundPlace,
  type People,
  type ReadStory,
  type ReadUnit,
  type SentencePlace,
  type Setting,
  type Settings,
  SURE_ENOUGH,
  type Sure,
} from "../facts.ts";
import { type Clause, mainClause } from "../text/clause.ts";
import { isScenic, type TimeEvidence, timeEvidence } from "./clock.ts";
import { isReal, namedAlone, type PlaceEvidence, placeEvidence } from "./place-evidence.ts";
import { settingWords } from "./place-nouns.ts";
import { type NamedPlace, namedPlace } from "./place-phrases.ts";
import { isWithin, type KnownPlace, PlaceRegister } from "./place-register.ts";

/** How far each fact is believed where no sentence says it, of how far it was believed before. */
const HOLD = {
  /** Over a heading or a break between scenes. */
  break: { place: 0.6, hour: 0.9 },
  /** Over a time that is not told (`next morning`). */
  jump: { place: 0.9, hour: 0 },
  /** From one sentence to the next. */
  sentence: { place: 0.9995, hour: 0.999, twilight: 0.9975, weather: 0.998 },
  /** From what opens a scene back to each sentence before it. */
  back: 0.97,
} as const;

/** How sure a scene is where somebody was last seen, when they act again and nothing says where. */
const ELSEWHERE = 0.6;

/** How sure a move is whose subject is left out and seems to be another than the person the story is told through. */
const UNSAID = 0.74;

/** What is left of the certainty of a place when another is described: it is seen from there, or the scene went on to it. */
const VIEWED = 0.95;

/** Units after a line in which those who act take part in the talk. */
const DIALOGUE = 3;

/** The share of the sentences in which the person acts through whom a story is told, and how few sentences say nothing of it. */
const MOSTLY = 0.45;
const NARRATOR = 0.3;
const FEW = 4;

/** Of whom it is remembered that they acted last. */
const RECENT = 3;

/** Sentences after one of seeing that may tell what is seen. */
const WATCHED = 3;

/** Moods in which the narrator leaves the scene, and what each such sentence leaves of the certainty that it goes on where it was. */
const OUTSIDE: ReadonlySet<string> = new Set(["comment", "habit"]);
const COMMENTED = 0.9;

/** Sentences after which a building that was spoken of is forgotten. */
const SPOKEN_OF = 6;

interface Row {
  place: Sure<KnownPlace | undefined>;
  hour: Sure<Hour | undefined>;
  weather: Sure<Weather | undefined>;
  season?: NonNullable<Setting["season"]>;
  ground?: string;
  jump: boolean;
}

const UNKNOWN = { value: undefined, sure: 0 } as const;

export function findSettings(story: ReadStory, people: People): Settings {
  const finder = new SettingFinder(story, people);
  for (const [index, unit] of story.units.entries()) finder.read(unit, index);
  const rows = finder.rows;
  return {
    places: finder.places.map(published),
    at: ({ unit, sentence }) => settingOf(rows[unit]?.[sentence]),
  };
}

function published({ id, name, kind, state, culture, landmarks }: KnownPlace): FoundPlace {
  return {
    id,
    name,
    kind,
    landmarks,
    ...(state === undefined ? {} : { state }),
    ...(culture === undefined ? {} : { culture }),
  };
}

function settingOf(row: Row | undefined): Setting {
  if (row === undefined) return { place: UNKNOWN, hour: UNKNOWN, weather: UNKNOWN, jump: false };
  return { ...row, place: { value: row.place.value?.id, sure: row.place.sure } };
}

class SettingFinder {
  readonly rows: Row[][] = [];
  readonly #register = new PlaceRegister();
  readonly #story: ReadStory;
  readonly #people: People;
  #now: Row = { place: UNKNOWN, hour: UNKNOWN, weather: UNKNOWN, jump: false };
  /** Rows since the scene began or jumped, while nothing has told where it is. */
  #open: Row[] | undefined = [];
  #paragraph = 0;
  /** Where everybody was last seen. */
  readonly #whereabouts = new Map<string, KnownPlace>();
  /** The building that was last spoken of while the scene was elsewhere, and the number of the sentence. */
  #spokenOf: { place: NamedPlace; at: number } | undefined;
  #count = 0;
  /** So many sentences may still tell what somebody sees from where the scene is. */
  #watching = 0;
  /** Units since somebody spoke. */
  #sinceSpeech = Number.POSITIVE_INFINITY;
  /** Who acted last in the scene: they are where it goes on, when a place is described. */
  #recent: string[] = [];
  readonly #acts = new Map<string, number>();
  #told = 0;
  readonly #isPast: boolean;
  readonly #narrator: string | undefined;

  constructor(story: ReadStory, people: People) {
    this.#story = story;
    this.#people = people;
    this.#isPast = story.language === "en" && isTellingInPast(story);
    this.#narrator = people.people.find(({ narrator }) => narrator)?.id;
  }

  get places(): readonly KnownPlace[] {
    return this.#register.places;
  }

  read({ unit, sentences }: ReadUnit, index: number): void {
    const isBreak = unit.kind === "heading" || unit.paragraph - this.#paragraph > 1;
    this.#paragraph = unit.paragraph;
    if (isBreak) this.#break();
    this.#sinceSpeech = unit.kind === "speech" ? 0 : this.#sinceSpeech + 1;
    const isTold = unit.kind === "narration" && unit.form === undefined;
    this.rows.push(
      sentences.map((sentence, at) => {
        this.#hold();
        if (isTold) this.#tell(sentence, { unit: index, sentence: at });
        const row = { ...this.#now };
        this.#now.jump = false;
        this.#open?.push(row);
        return row;
      }),
    );
  }

  #hold(): void {
    const now = this.#now;
    now.place = faded(now.place, HOLD.sentence.place);
    const isTwilight = now.hour.value === "dawn" || now.hour.value === "dusk";
    now.hour = faded(now.hour, isTwilight ? HOLD.sentence.twilight : HOLD.sentence.hour);
    now.weather = faded(now.weather, HOLD.sentence.weather);
    this.#watching -= 1;
  }

  #break(): void {
    const now = this.#now;
    this.#now = {
      place: faded(now.place, HOLD.break.place),
      hour: faded(now.hour, HOLD.break.hour),
      weather: faded(now.weather, HOLD.break.hour),
      jump: true,
    };
    this.#recent = [];
    this.#open = [];
  }

  #tell(sentence: ReadUnit["sentences"][number], at: SentencePlace): void {
    const { language } = this.#story;
    this.#count += 1;
    const now = this.#now;
    const places: PlaceEvidence[] = [];
    const main = mainClause(sentence);
    for (const clause of sentence.clauses) {
      if (this.#isPast && clause.predicate.tense === "present" && clause.speech === undefined) continue;
      if (isScenic(clause, sentence)) this.#time(timeEvidence(clause, sentence, language));
      const found = placeEvidence(clause, { at, sentence, language, people: this.#people });
      places.push(...found);
    }
    places.push(...namedAlone({ at, sentence, language, people: this.#people }));
    const hasMove = places.some(({ is }) => is === "move");
    const best = Math.max(
      ...places.filter(({ is }) => is === "at" || is === "view").map(({ sure }) => sure),
      0,
    );
    let isAt = false;
    for (const one of places) {
      if (one.is === "view" && this.#watching > 0) continue;
      if (one.is === "at" || one.is === "view") {
        if (one.sure < best || isAt) continue;
        isAt = true;
      }
      if ((one.is === "leave" || one.is === "away") && hasMove) continue;
      this.#place(one);
    }
    if (main !== undefined && isReal(main)) this.#follow(main, at, places.length > 0);
    else if (main !== undefined && OUTSIDE.has(main.predicate.mood)) now.place = faded(now.place, COMMENTED);
    this.#mention(sentence, language);
    const sees = (clause: Clause) =>
      settingWords(language).is("perceive", clause.predicate.lemma) && isReal(clause);
    if (sentence.clauses.some(sees)) this.#watching = WATCHED;
  }

  /** Whoever acts is where the scene is, unless they were last seen elsewhere and did not come. */
  #follow(main: Clause, at: SentencePlace, isPlaced: boolean): void {
    const now = this.#now;
    const who = this.#people.subject(at, main)?.value ?? [];
    const [first] = who;
    if (first === undefined) return;
    const partners = [...main.objects, ...main.places].flatMap(
      (phrase) => this.#people.meant(at, phrase)?.value ?? [],
    );
    const here = now.place.value;
    const last = this.#whereabouts.get(first);
    const isApart =
      last !== undefined &&
      here !== undefined &&
      last !== here &&
      !isWithin(last, here) &&
      !isWithin(here, last);
    const isMet =
      main.speech === "says" ||
      this.#sinceSpeech < DIALOGUE ||
      settingWords(this.#story.language).is("comes", main.predicate.lemma) ||
      partners.some((id) => this.#whereabouts.get(id) === here);
    const focus = this.#focus();
    if (isApart && !isPlaced && !isMet && (focus === undefined || focus === first)) this.#go(last, ELSEWHERE);
    const place = now.place.value;
    if (place === undefined) return;
    for (const id of who) this.#whereabouts.set(id, place);
    for (const id of partners) this.#whereabouts.set(id, place);
    if (this.#narrator !== undefined) this.#whereabouts.set(this.#narrator, place);
    this.#recent = [...this.#recent.filter((id) => !who.includes(id)), ...who].slice(-RECENT);
    for (const id of who) this.#acts.set(id, (this.#acts.get(id) ?? 0) + 1);
    this.#told += 1;
  }

  /** Through whom the story is told: its narrator, else who acts in most of its sentences so far. Others act where they are seen. */
  #focus(): string | undefined {
    const own = this.#narrator === undefined ? 0 : (this.#acts.get(this.#narrator) ?? 0);
    if (own > 1 && own >= NARRATOR * this.#told) return this.#narrator;
    for (const [id, acts] of this.#acts) if (acts >= MOSTLY * this.#told && acts >= FEW) return id;
    return undefined;
  }

  /** A building or room that is spoken of is where somebody goes in next (`I had to see the bank. So I went in`). */
  #mention(sentence: ReadUnit["sentences"][number], language: Language): void {
    for (const noun of sentence.nouns) {
      const place = namedPlace(noun, { sentence, language });
      if (place?.type === "building" && !place.proper) this.#spokenOf = { place, at: this.#count };
    }
  }

  #time({ hour, weather, weatherEnds, season, ground, jump }: TimeEvidence): void {
    const now = this.#now;
    if (jump) {
      now.jump = true;
      now.hour = UNKNOWN;
      now.weather = UNKNOWN;
      now.place = faded(now.place, HOLD.jump.place);
      this.#open = [];
      delete now.ground;
    }
    if (hour && (now.hour.value === undefined || hour.sure >= 0.7 || hour.sure > now.hour.sure))
      now.hour = hour;
    if (weather) now.weather = weather;
    if (weatherEnds) now.weather = UNKNOWN;
    if (season) now.season = season;
    if (ground !== undefined) now.ground = ground;
  }

  #place({ is, place: named, sure, who, whom, along, leftOut }: PlaceEvidence): void {
    const now = this.#now;
    const here = now.place.value;
    if (is === "away") {
      if (whom?.some((id) => this.#recent.includes(id) || this.#whereabouts.get(id) === here)) return;
      for (const id of who) this.#whereabouts.delete(id);
      const focus = this.#focus();
      const stays = (place: KnownPlace) => place === here;
      const isLeft =
        who.length === 0 ||
        (focus === undefined ? ![...this.#whereabouts.values()].some(stays) : who.includes(focus));
      if (isLeft || focus === undefined) now.place = faded(now.place, isLeft ? 0.7 : 0.8);
      return;
    }
    if (is === "enter") {
      const spoken = this.#spokenOf;
      const isNear = spoken !== undefined && this.#count - spoken.at <= SPOKEN_OF;
      const place = isNear ? this.#register.meant({ ...spoken.place, reference: "given" }, here) : undefined;
      if (place !== undefined && (place === here || !isWithin(here, place))) this.#go(place, 0.74);
      else this.#go(this.#register.within(here), sure);
      return;
    }
    if (is === "indoors" || is === "outdoors") {
      const isIn = here?.type === "room" || here?.type === "building" || here?.type === "vehicle";
      if (here === undefined || now.place.sure < 0.4) {
        if (is === "indoors") this.#settle(this.#register.within(undefined), sure);
      } else if (isIn !== (is === "indoors"))
        this.#go(isIn ? this.#register.outside(here) : this.#register.within(undefined), isIn ? 0.5 : sure);
      return;
    }
    if (named === undefined) return;
    if (is === "leave") {
      if (here === undefined) return;
      const left = named.noun === "" ? here : this.#register.meant(named, here);
      if (here !== undefined && left !== undefined && !isWithin(here, left) && left.type !== "building")
        return;
      this.#go(this.#register.outside(left ?? here), 0.5);
      return;
    }
    const place = this.#register.meant(named, here);
    if (is === "move") {
      const focus = this.#focus();
      const isOther = this.#narrator !== undefined && focus === this.#narrator && who.length > 0;
      if (isOther && !who.includes(focus) && along === undefined) {
        if (leftOut) this.#go(place, UNSAID);
        for (const id of who) this.#whereabouts.set(id, place);
        return;
      }
      this.#go(place, place === here ? Math.max(sure, now.place.sure) : sure);
      return;
    }
    if (here !== undefined && place !== here) {
      const isWider = isWithin(here, place) || (place.type === "region" && here.type !== "region");
      const isRoomOf =
        now.place.sure >= SURE_ENOUGH &&
        place.type === "building" &&
        here.type === "room" &&
        here.around === undefined;
      if (isWider || isRoomOf) {
        if (isRoomOf) here.around = place;
        const isTold = isWithin(here, place) && place !== here;
        if (isTold) now.place = { value: here, sure: Math.max(now.place.sure, Math.min(sure, 0.75)) };
        return;
      }
      if (sure < now.place.sure && (is === "view" || sure < 0.7)) {
        if (is === "view") now.place = faded(now.place, VIEWED);
        return;
      }
    }
    if (who.length === 0) for (const id of this.#recent) this.#whereabouts.set(id, place);
    this.#settle(place, place === here ? Math.max(sure, now.place.sure) : sure);
  }

  #settle(place: KnownPlace, sure: number): void {
    this.#carryBack(place, sure);
    this.#go(place, sure);
  }

  #go(place: KnownPlace, sure: number): void {
    const now = this.#now;
    if (now.place.value !== undefined && place !== now.place.value) now.jump = true;
    now.place = { value: place, sure };
    this.#open = undefined;
  }

  /** What opens a scene is where its first sentences are, unless they said something else. */
  #carryBack(place: KnownPlace, sure: number): void {
    let left = sure;
    for (const row of this.#open?.toReversed() ?? []) {
      left *= HOLD.back;
      if (row.place.sure >= left) break;
      row.place = { value: place, sure: left };
    }
  }
}

/** A clause in the present is the narrator's own where most main clauses of the narration are in the past. */
function isTellingInPast({ units }: ReadStory): boolean {
  const tenses = units
    .filter(({ unit }) => unit.kind === "narration" && unit.form === undefined)
    .flatMap(({ sentences }) => sentences.flatMap((sentence) => mainClause(sentence)?.predicate.tense ?? []));
  return (
    tenses.filter((tense) => tense === "past").length >
    0.7 * tenses.filter((tense) => tense !== "none").length
  );
}

function faded<T>({ value, sure }: Sure<T>, by: number): Sure<T | undefined> {
  return by === 0 ? UNKNOWN : { value, sure: sure * by };
}
