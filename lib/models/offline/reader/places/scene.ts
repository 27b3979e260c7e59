// State of the scene up to a sentence: place, hour and weather with their certainties.
import type { Hour, Weather } from "../../../../manga/staging.ts";
import { type Setting, SURE_ENOUGH, type Sure } from "../facts.ts";
import type { TimeEvidence } from "./clock.ts";
import type { KnownPlace } from "./place-register.ts";

/** Factors on the certainty of a fact that no sentence confirms. */
const HOLD = {
  /** At a heading or a break between scenes. */
  break: { place: 0.6, hour: 0.95, twilight: 0.7, weather: 0.95 },
  /** Per sentence. */
  sentence: { place: 0.9998, hour: 0.9998, twilight: 0.999, weather: 0.998 },
  /** For the place after an unspecified time (`next morning`). The hour ends then. */
  jump: 0.9,
  /** Per sentence, when a scene's opening statement is applied back to its first sentence. */
  back: 0.999,
  /** For an hour or weather that is applied back to sentences without one. */
  untold: 0.85,
} as const;

/** Number of sentences before the first stated hour to which that hour applies. */
const NEAR = 4;
/** Maximum number of sentences before a statement of weather to which that weather applies. */
const OPENING = 8;
/** The hour before a coming hour. */
const BEFORE: Readonly<Partial<Record<Hour, Hour>>> = { dawn: "night", day: "night", dusk: "day" };
/** Weather that takes precedence over wind. */
const FALLS: ReadonlySet<Weather | undefined> = new Set(["rain", "snow", "storm", "fog"]);

const UNKNOWN = { value: undefined, sure: 0 } as const;
export const NOTHING: Setting = { place: UNKNOWN, hour: UNKNOWN, weather: UNKNOWN, jump: false };

const isTwilight = (hour: Hour | undefined): boolean => hour === "dawn" || hour === "dusk";

export class Scene {
  here: KnownPlace | undefined;
  #now = { ...NOTHING };
  /** Sentences since the scene began or jumped. Undefined once its place is known. */
  #open: Setting[] | undefined = [];
  /** Sentences without an hour, and sentences without weather, since the last jump or change. */
  #hourless: Setting[] = [];
  #weatherless: Setting[] = [];

  get sure(): number {
    return this.#now.place.sure;
  }

  get isSure(): boolean {
    return this.sure >= SURE_ENOUGH;
  }

  /** Whether the place is unknown, in a new scene or after a jump. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  row(): Setting {
    const row = { ...this.#now };
    this.#now.jump = false;
    this.#open?.push(row);
    if (row.hour.value === undefined) this.#hourless.push(row);
    if (row.weather.value === undefined) this.#weatherless.push(row);
    return row;
  }

  /** Advances to the next sentence, or over a break to the next scene. */
  pass(over: "sentence" | "break"): void {
    const now = this.#now;
    const { place, hour, twilight, weather } = HOLD[over];
    now.place = withFactor(now.place, place);
    now.hour = withFactor(now.hour, isTwilight(now.hour.value) ? twilight : hour);
    now.weather = withFactor(now.weather, weather);
    if (over === "sentence") return;
    now.jump = true;
    this.#open = [];
  }

  take({ hour, turns, weather, weatherEnds, jump, ...told }: TimeEvidence): void {
    const now = this.#now;
    if (hour && turns) this.#fill(hour, true);
    if (jump) {
      Object.assign(now, { ...NOTHING, place: withFactor(now.place, HOLD.jump), jump });
      this.#open = [];
      this.#hourless = [];
      this.#weatherless = [];
    }
    if (hour && !turns) this.#fill(hour, false);
    now.hour = hour ?? now.hour;
    if (weatherEnds) now.weather = UNKNOWN;
    // Wind may accompany rain or snow, which take precedence.
    if (weather && !(weather.value === "wind" && FALLS.has(now.weather.value))) {
      now.weather = weather;
      if (this.#weatherless.length <= OPENING)
        for (const row of this.#weatherless) row.weather = withFactor(weather, HOLD.untold);
    }
    if (weather || weatherEnds) this.#weatherless = [];
    Object.assign(now, told);
  }

  /** Applies an hour back: the first stated hour to a few sentences; before a coming hour or twilight, the hour that precedes it. */
  #fill({ value: hour, sure }: Sure<Hour>, turns: boolean): void {
    for (const [at, row] of this.#hourless.toReversed().entries()) {
      const isNear = at < NEAR && !turns;
      const value = isNear ? hour : isTwilight(hour) || turns ? BEFORE[hour] : undefined;
      if (value !== undefined) row.hour = { value, sure: sure * HOLD.untold };
    }
    this.#hourless = this.#hourless.filter((row) => row.hour.value === undefined);
  }

  /** Limits the certainty of the scene's place. */
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

  /** Moves to the place of a scene's opening statement, which also applies to the scene's first sentences. */
  open(place: KnownPlace, sure: number): void {
    let left = sure;
    for (const row of this.#open?.toReversed() ?? []) {
      left *= HOLD.back;
      row.place = { value: place.id, sure: left };
    }
    this.go(place, sure);
  }
}

/** A fact without evidence stays the same object, to save memory. */
const withFactor = <T>(fact: Sure<T>, by: number): Sure<T> =>
  fact.sure === 0 ? fact : { value: fact.value, sure: fact.sure * by };
