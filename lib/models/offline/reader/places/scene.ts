// The scene as the text has told it up to a sentence: its place, hour and weather, each with how sure it still is.
import type { Hour, Weather } from "../../../../manga/staging.ts";
import { type Setting, SURE_ENOUGH, type Sure } from "../facts.ts";
import type { TimeEvidence } from "./clock.ts";
import type { KnownPlace } from "./place-register.ts";

/** How far each fact is believed where no sentence says it, of how far it was believed before. */
const HOLD = {
  /** Over a heading or a break between scenes. */
  break: { place: 0.6, hour: 0.95, twilight: 0.7 },
  /** Over a time that is not told (`next morning`), which ends the hour. */
  jump: 0.9,
  /** From one sentence to the next. */
  sentence: { place: 0.9998, hour: 0.999, twilight: 0.9975, weather: 0.998 },
  /** From what opens a scene back to each sentence before it. */
  back: 0.999,
} as const;

export interface Row {
  place: Sure<KnownPlace | undefined>;
  hour: Sure<Hour | undefined>;
  weather: Sure<Weather | undefined>;
  season?: NonNullable<Setting["season"]>;
  ground?: string;
  jump: boolean;
}

const UNKNOWN = { value: undefined, sure: 0 } as const;

export class Scene {
  #now: Row = { place: UNKNOWN, hour: UNKNOWN, weather: UNKNOWN, jump: false };
  /** Rows since the scene began or jumped, while nothing has told where it is. */
  #open: Row[] | undefined = [];

  get here(): KnownPlace | undefined {
    return this.#now.place.value;
  }

  get sure(): number {
    return this.#now.place.sure;
  }

  get isSure(): boolean {
    return this.sure >= SURE_ENOUGH;
  }

  /** What is so in the sentence that was read. */
  row(): Row {
    const row = { ...this.#now };
    this.#now.jump = false;
    this.#open?.push(row);
    return row;
  }

  hold(): void {
    const now = this.#now;
    const isTwilight = now.hour.value === "dawn" || now.hour.value === "dusk";
    now.place = faded(now.place, HOLD.sentence.place);
    now.hour = faded(now.hour, isTwilight ? HOLD.sentence.twilight : HOLD.sentence.hour);
    now.weather = faded(now.weather, HOLD.sentence.weather);
  }

  break(): void {
    const { place, hour, weather } = this.#now;
    const isTwilight = hour.value === "dawn" || hour.value === "dusk";
    this.#now = {
      place: faded(place, HOLD.break.place),
      hour: faded(hour, isTwilight ? HOLD.break.twilight : HOLD.break.hour),
      weather: faded(weather, HOLD.break.hour),
      jump: true,
    };
    this.#open = [];
  }

  take({ hour, weather, weatherEnds, season, ground, jump }: TimeEvidence): void {
    const now = this.#now;
    if (jump) {
      this.doubt(HOLD.jump);
      this.#now = {
        place: now.place,
        hour: UNKNOWN,
        weather: UNKNOWN,
        jump: true,
        ...(now.season ? { season: now.season } : {}),
      };
      this.#open = [];
    }
    const next = this.#now;
    if (hour && (hour.sure >= SURE_ENOUGH || hour.sure > next.hour.sure)) next.hour = hour;
    if (weatherEnds) next.weather = UNKNOWN;
    if (weather) next.weather = weather;
    if (season) next.season = season;
    if (ground !== undefined) next.ground = ground;
  }

  leave(sure: number): void {
    this.#now.place = { ...this.#now.place, sure: Math.min(sure, this.sure) };
  }

  doubt(by: number): void {
    this.#now.place = faded(this.#now.place, by);
  }

  confirm(sure: number): void {
    this.#now.place = { ...this.#now.place, sure: Math.max(sure, this.sure) };
  }

  go(place: KnownPlace, sure: number): void {
    const isSame = place === this.here;
    if (this.here !== undefined && !isSame) this.#now.jump = true;
    this.#now.place = { value: place, sure: isSame ? Math.max(sure, this.sure) : sure };
    this.#open = undefined;
  }

  /** What opens a scene is where its first sentences are, unless they said something else. */
  open(place: KnownPlace, sure: number): void {
    let left = sure;
    for (const row of this.#open?.toReversed() ?? []) {
      left *= HOLD.back;
      if (row.place.sure >= left) break;
      row.place = { value: place, sure: left };
    }
    this.go(place, sure);
  }
}

const faded = <T>({ value, sure }: Sure<T>, by: number): Sure<T> => ({ value, sure: sure * by });
