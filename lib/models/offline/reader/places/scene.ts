// The scene as the text has told it up to a sentence: its place, hour and weather, each with how sure it still is.
import type { Hour, Weather } from "../../../../manga/staging.ts";
import { type Setting, SURE_ENOUGH, type Sure } from "../facts.ts";
import type { TimeEvidence } from "./clock.ts";
import type { KnownPlace } from "./place-register.ts";

/** How far each fact is believed where no sentence says it, of how far it was believed before. */
const HOLD = {
  /** Over a heading or a break between scenes. */
  break: { place: 0.6, hour: 0.95, twilight: 0.7, weather: 0.95 },
  /** From one sentence to the next. */
  sentence: { place: 0.9998, hour: 0.9998, twilight: 0.999, weather: 0.998 },
  /** Of a place over a time that is not told (`next morning`), which ends the hour. */
  jump: 0.9,
  /** From what opens a scene back to each sentence before it. */
  back: 0.999,
  /** Of an hour or weather back to where none was told. */
  untold: 0.85,
} as const;

/** Sentences before the first that tells of an hour in which it is that hour already. */
const NEAR = 4;
/** Sentences within which a scene tells the weather that it begins in. */
const OPENING = 8;
/** The hour that was before one that comes. */
const BEFORE: Readonly<Partial<Record<Hour, Hour>>> = { dawn: "night", day: "night", dusk: "day" };
/** Weather beside which wind is not the weather. */
const FALLS: ReadonlySet<Weather | undefined> = new Set(["rain", "snow", "storm", "fog"]);

const UNKNOWN = { value: undefined, sure: 0 } as const;
export const NOTHING: Setting = { place: UNKNOWN, hour: UNKNOWN, weather: UNKNOWN, jump: false };

const isTwilight = (hour: Hour | undefined): boolean => hour === "dawn" || hour === "dusk";

export class Scene {
  here: KnownPlace | undefined;
  #now = { ...NOTHING };
  /** Sentences since the scene began or jumped, while nothing has told where it is. */
  #open: Setting[] | undefined = [];
  /** Those without an hour, and those since the last jump or change of weather. */
  #hourless: Setting[] = [];
  #weatherless: Setting[] = [];

  get sure(): number {
    return this.#now.place.sure;
  }

  get isSure(): boolean {
    return this.sure >= SURE_ENOUGH;
  }

  /** Nothing has told yet where the scene is that begins or goes on after a jump. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** What is so in the sentence that was read. */
  row(): Setting {
    const row = { ...this.#now };
    this.#now.jump = false;
    this.#open?.push(row);
    if (row.hour.value === undefined) this.#hourless.push(row);
    if (row.weather.value === undefined) this.#weatherless.push(row);
    return row;
  }

  /** On to the next sentence, or over a break to the next scene. */
  pass(over: "sentence" | "break"): void {
    const now = this.#now;
    const { place, hour, twilight, weather } = HOLD[over];
    now.place = faded(now.place, place);
    now.hour = faded(now.hour, isTwilight(now.hour.value) ? twilight : hour);
    now.weather = faded(now.weather, weather);
    if (over === "sentence") return;
    now.jump = true;
    this.#open = [];
  }

  take({ hour, turns, weather, weatherEnds, jump, ...told }: TimeEvidence): void {
    const now = this.#now;
    if (hour && turns) this.#fill(hour, true);
    if (jump) {
      Object.assign(now, { ...NOTHING, place: faded(now.place, HOLD.jump), jump });
      this.#open = [];
      this.#hourless = [];
      this.#weatherless = [];
    }
    if (hour && !turns) this.#fill(hour, false);
    now.hour = hour ?? now.hour;
    if (weatherEnds) now.weather = UNKNOWN;
    // Wind may go with what falls, and is drawn less.
    if (weather && !(weather.value === "wind" && FALLS.has(now.weather.value))) {
      now.weather = weather;
      if (this.#weatherless.length <= OPENING)
        for (const row of this.#weatherless) row.weather = faded(weather, HOLD.untold);
    }
    if (weather || weatherEnds) this.#weatherless = [];
    Object.assign(now, told);
  }

  /** The first hour that is told holds a little before; where it is told to come, and of twilight, the one before it does. */
  #fill({ value: hour, sure }: Sure<Hour>, turns: boolean): void {
    for (const [at, row] of this.#hourless.toReversed().entries()) {
      const isNear = at < NEAR && !turns;
      const value = isNear ? hour : isTwilight(hour) || turns ? BEFORE[hour] : undefined;
      if (value !== undefined) row.hour = { value, sure: sure * HOLD.untold };
    }
    this.#hourless = this.#hourless.filter((row) => row.hour.value === undefined);
  }

  /** The scene is no surer to be where it was than that. */
  doubt(sure: number): void {
    this.#now.place = { ...this.#now.place, sure: Math.min(sure, this.sure) };
  }

  go(place: KnownPlace, sure: number): void {
    const isSame = place === this.here;
    if (this.here !== undefined && !isSame) this.#now.jump = true;
    this.#now.place = { value: place.id, sure: isSame ? Math.max(sure, this.sure) : sure };
    this.here = place;
    this.#open = undefined;
  }

  /** What opens a scene is where its first sentences are, unless they said something else. */
  open(place: KnownPlace, sure: number): void {
    let left = sure;
    for (const row of this.#open?.toReversed() ?? []) {
      left *= HOLD.back;
      row.place = { value: place.id, sure: left };
    }
    this.go(place, sure);
  }
}

/** Of a story that tells nothing each sentence has the same fact. */
const faded = <T>(fact: Sure<T>, by: number): Sure<T> =>
  fact.sure === 0 ? fact : { value: fact.value, sure: fact.sure * by };
