// Whose roof it is: whoever climbs out of a train stands on the train's, and stays there until the story is elsewhere.
import type { Place } from "./settings.ts";

const RUNS = /\b(?:train|carriage|wagon|tram|bus)\b|電車|列車|汽車|車両|バス/iu;
const NAMES = { ja: "列車の屋根", en: "roof of the train" } as const;
/** A roof that says itself of what it is. */
const OWN = /\b(?:school|house|hotel|building|tower|office|hospital)\b|屋上|校舎|家|ビル/iu;

/** How far back a train may be: a tunnel that it runs through is a place between. */
const NEAR = 3;

/** A place as it is found after others. */
export function onRoofOf<P extends Place>(
  found: P | undefined,
  before: readonly { place?: Place | undefined }[],
): P | undefined {
  if (found?.kind !== "rooftop" || OWN.test(found.name)) return found;
  const places = before.flatMap(({ place }) => place ?? []).slice(-NEAR);
  const rides = places.some(
    ({ kind, name }) => kind === "train" || kind === "bus" || (kind === "rooftop" && RUNS.test(name)),
  );
  if (!rides && !RUNS.test(found.name)) return found;
  return { ...found, name: /\p{Script=Latin}/u.test(found.name) ? NAMES.en : NAMES.ja };
}
