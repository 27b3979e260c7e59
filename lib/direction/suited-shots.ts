// What suits a beat by itself: shots, cuts (framings of a part of its people), and angles.
import type { Acting } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import type { Angle, Shot } from "../manga/staging.ts";
import { hasFreeAnimals, isUnderfoot, thingsOf } from "./beat-things.ts";
import { does } from "./deeds.ts";
import { feels } from "./feelings.ts";
import { isA } from "./nouns.ts";

/** Whom a picture shows: all; one person; the speaker over the listener's shoulder; only hands and what they hold; only eyes; only feet. */
export type Cut = "all" | "one" | "over" | "hands" | "eyes" | "feet";

/** The facts of a beat that determine whom its pictures can show. */
export interface Scope {
  people: readonly Acting[];
  /** The speaker, if there is only one. */
  speaker: string | undefined;
  /** The character over whose shoulder the speaker can be shown. */
  listener: string | undefined;
  /** A character whose action uses a held thing. */
  holder: string | undefined;
  /** Characters with expressive eyes. Animals and robots are drawn too simply. */
  humans: ReadonlySet<string>;
}

const isStrong = ({ feeling }: Acting): boolean => feels(feeling, "strong");

/** How well each shot shows a beat. Higher is better. */
export function suitability(beat: Beat): Partial<Record<Shot, number>> {
  const { figures } = beat;
  const people = figures.length;
  const things = thingsOf(beat);
  const strong = figures.some(isStrong);
  const talkers = new Set(beat.lines.map(({ speaker }) => speaker)).size;
  // An idle person alone is shown by the face: a standing body expresses less.
  const isIdle = people === 1 && figures.every(({ doing }) => does(doing, "idle"));
  const moving = figures.some(({ doing }) => does(doing, "moves"));
  const handed = things.length > 0 && figures.some(({ doing }) => does(doing, "handles"));
  // Animals without people are shown in their surroundings.
  if (people === 0 && hasFreeAnimals(beat))
    return { long: 3, full: 2.8, establishing: beat.kind === "establish" ? 2.8 : 1.8 };
  if (people === 0)
    return things.length > 0 && beat.kind !== "establish"
      ? { detail: 3.8, establishing: 2.2, long: 1 }
      : { establishing: 3, long: 2.4, detail: things.length > 0 ? 2 : 0 };
  // A carried person is as large as the carrier's arms, and is lost in far shots.
  const isCarried = figures.some(({ carriedBy }) => carriedBy !== undefined);
  if (isCarried && !figures.some(({ doing }) => does(doing, "goes"))) return { half: 3, full: 2, bust: 1.8 };
  switch (beat.kind) {
    case "establish":
      return moving || handed || figures.some(({ doing }) => does(doing, "offers"))
        ? { long: 3, full: 2.2, establishing: 1.2 }
        : { long: 2.9, full: 2, establishing: 1.9 };
    case "narration":
      if (strong) return { full: 2.9, long: 2, half: 1.8, establishing: 0.6 };
      return {
        long: 2.6,
        full: beat.weight === 5 ? 2.9 : 2,
        establishing: 1.5,
        half: 0.8,
        ...(isIdle ? { close: 2.8, bust: 1.6 } : {}),
        detail: things.length > 0 && beat.weight < 5 ? 3 : 0,
      };
    case "action":
      if (isIdle && !strong && beat.weight < 5)
        return { close: 2.6, half: 2.2, full: 2, bust: 1.8, long: 1.2 };
      // A half figure would hide the door that it opens or shuts.
      if (things.some(({ what, how }) => how !== undefined && isA(what, "door")) && !strong)
        return { full: 3, long: 2.4, half: 1.8, bust: 1 };
      if (people === 1 && figures.every(({ doing }) => does(doing, "face")))
        return { close: 3, bust: 2.8, half: 1.6, full: 1 };
      return moving
        ? { full: 3, long: 2.2, half: 1.6, ...(strong ? { bust: 1.4 } : {}) }
        : {
            half: 2.6,
            full: people > 1 ? 2.6 : 2.2,
            bust: people > 1 ? 1 : strong ? 2.6 : 1.6,
            long: 1.2,
            // The peak of a story is in a face, which is shown large.
            close: people > 1 ? 0 : beat.weight === 5 ? 3.2 : strong ? 1.8 : 0.4,
          };
    case "dialogue":
      if (moving) return { full: 3, half: 2.4, bust: 1.6, long: 1.2 };
      return people > 1
        ? { half: 2.7, bust: 2.6, full: 1.8, long: 1, close: talkers > 1 ? 0 : strong ? 1.4 : 0.3 }
        : { bust: 2.8, half: 2.3, close: strong ? 3 : 1.6, full: 1 };
    case "reaction":
      return people > 1
        ? { bust: 3, half: 2.4, close: 1.6 }
        : { close: 3, bust: 2.6, half: 0.8, detail: 0.5 };
    default:
      if (strong) return { close: 2.9, bust: 2.2, half: 1.4, long: 1 };
      return { long: 2.2, detail: things.length > 0 ? 2.6 : 0.6, close: 2, full: 1.2, bust: 1 };
  }
}

/** Kinds of beats in which people talk or are silent together. */
export const TALK: ReadonlySet<Beat["kind"]> = new Set(["dialogue", "reaction", "silence"]);

/** How well a close shot suits a beat with a `focus`. */
const FOCUS = 2.9;

/** Cuts for a beat. */
export function cutsFor(
  beat: Beat,
  { people, speaker, listener, holder, humans }: Scope,
): { shot: Shot; cut: Cut; suits: number }[] {
  const strong = beat.figures.some(isStrong);
  const things = thingsOf(beat);
  const isSilent = beat.lines.length === 0;
  const cuts: { shot: Shot; cut: Cut; suits: number }[] = [];
  // Another person's action at the same time must be visible.
  const isAnswered = people.some(({ character, doing }) => character !== speaker && !does(doing, "idle"));
  const one =
    people.length > 1 && TALK.has(beat.kind) && (isSilent || (speaker !== undefined && !isAnswered));
  if (one)
    cuts.push(
      { shot: "bust", cut: "one", suits: 2.5 },
      { shot: "close", cut: "one", suits: strong ? 2.8 : 1.9 },
      { shot: "half", cut: "one", suits: 1.8 },
    );
  if (listener !== undefined)
    cuts.push({ shot: "half", cut: "over", suits: 2.6 }, { shot: "bust", cut: "over", suits: 2.5 });
  if (holder !== undefined && beat.weight < 5) {
    const isBeside = people.length > 1 || strong || things.length > 1;
    const suits = beat.focus === "hands" ? FOCUS : !isSilent ? 1.4 : isBeside ? 0.8 : 2.5;
    cuts.push({ shot: "detail", cut: "hands", suits });
  }
  const first = people[0];
  // A full shot does not show what lies under a shoe.
  if (isSilent && things.some(isUnderfoot)) cuts.push({ shot: "detail", cut: "all", suits: 3.8 });
  if (isSilent && people.length > 0 && things.some(({ what }) => what === beat.focus))
    cuts.push({ shot: "detail", cut: "all", suits: FOCUS });
  // A person who handles a thing is shown with it, not by the eyes alone.
  const stares =
    isSilent &&
    things.length === 0 &&
    first &&
    humans.has(first.character) &&
    (feels(first.feeling, "eyes") || beat.focus === "eyes");
  if (stares && TALK.has(beat.kind))
    cuts.push({ shot: "detail", cut: "eyes", suits: beat.kind === "silence" ? 2.4 : 2.1 });
  const steps =
    isSilent &&
    beat.focus === "feet" &&
    people.length === 1 &&
    first &&
    !strong &&
    humans.has(first.character);
  if (steps && beat.weight < 5 && beat.kind !== "establish")
    cuts.push({ shot: "detail", cut: "feet", suits: FOCUS });
  return cuts;
}

const VIOLENT = new Set(["impact", "speed", "focus", "flash"]);

/** The angles that suit a shot of a beat. */
export function anglesFor(shot: Shot, beat: Beat): { angle: Angle; suits: number }[] {
  const { figures } = beat;
  const moved = figures.length === 0 || figures.some(isStrong);
  const tense =
    beat.effects.some((effect) => VIOLENT.has(effect)) ||
    (beat.weight >= 4 && beat.kind !== "establish" && moved);
  const low = figures.some(({ feeling, doing }) => feels(feeling, "rises") || does(doing, "up"));
  const high = figures.some(({ feeling, doing }) => feels(feeling, "sinks") || does(doing, "down"));
  const angles: { angle: Angle; suits: number }[] = [{ angle: "level", suits: 0.5 }];
  if (shot === "detail") return [...angles, { angle: "high", suits: 0.2 }];
  const isFar = shot === "establishing" || shot === "long";
  // A high angle makes an idle person alone look small.
  const lost = isFar && figures.length === 1 && figures.every(({ doing }) => does(doing, "idle"));
  angles.push({ angle: "high", suits: high || lost ? 0.7 : isFar ? 0.4 : -0.3 });
  angles.push({ angle: "low", suits: low ? 0.7 : -0.2 });
  if (tense) angles.push({ angle: "tilted", suits: 0.35 });
  return angles;
}
