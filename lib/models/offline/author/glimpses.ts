// The glances elsewhere that a story takes without leaving: a horn far out on the water, the town below, a lighthouse's beam.
import type { PlaceKind } from "../closed/staging.ts";
import { findCues, occurs } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";
import { isIndoors, type Place } from "./settings.ts";

const FAR =
  /\bfar (?:out|away|off|below|above)\b|\bout (?:on|over|at|to) (?:the|sea)\b|\bover the (?:sea|water|waves|bay|town|city|roofs|hills)\b|遠くの?(?:海|山|沖|街|町|村|空)|沖(?:で|に|合)|(?:海|沖)の(?:ほう|方|向こう)|窓の外(?:では|に|を)/iu;
const AT_WATER: ReadonlySet<PlaceKind> = new Set(["river", "sea", "shore"]);
const SHIP = /\b(?:the|a|dark|small|little) (?:boat|ship|steamer|trawler)s? [a-z]+|[舟船](?:は|が)/iu;
const BEAM =
  /\b(?:beam|shaft) of light\b|\b(?:white|long|bright|great|golden) (?:[a-z]+ )?beam\b|光の(?:帯|筋|柱)/iu;

/** What is seen elsewhere from inside, in a sentence about nobody here: the sea, the town below, a lighthouse's beam. */
export function glimpseIn(
  text: string,
  lexicon: Lexicon,
  { landmark, from }: { landmark: Place | undefined; from: PlaceKind | undefined },
): Place | undefined {
  const indoors = isIndoors(from);
  if (landmark && occurs(text, BEAM)) return landmark;
  // A roof is what one is under or on.
  const place = findCues(text, lexicon.places).findLast(
    ({ value }) => !isIndoors(value) && value !== "rooftop",
  );
  const water = /\b(?:water|sea|waves|bay)\b|海|沖/iu.test(text) || occurs(text, SHIP);
  if (!occurs(text, FAR) && !(indoors && occurs(text, SHIP))) return undefined;
  if (place?.value === from) return undefined;
  // The water that somebody is at is what they look over.
  if (from && AT_WATER.has(from) && !place && !/\b(?:sea|bay)\b|海|沖/iu.test(text)) return undefined;
  if (place && place.value !== "street") return { kind: place.value, name: place.text };
  return water ? { kind: "sea", name: /water|sea|海|沖/iu.exec(text)?.[0] ?? "" } : undefined;
}
