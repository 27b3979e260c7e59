// What stays where it is: a flag that was put up, a piano in the corner, a cup that was set on the table are in the later pictures
// of their scene too, until somebody takes them or they fall.
import type { Beat, Plot } from "../closed/plot.ts";
import type { Prop } from "../closed/staging.ts";
import { handsOf } from "./hands.ts";
import { belongs, isAtHome, isEmptied, isLarge, isSetDown, isTrace, liesOnFloors } from "./things.ts";

/** Most things that a picture has from before. */
const MOST = 2;

/** What of the scene's earlier beats still stands about in a beat. */
export function stayingIn(plot: Plot, beat: Beat): readonly Prop[] {
  const all = known.get(plot) ?? stayAll(plot);
  known.set(plot, all);
  return all.get(beat.id) ?? [];
}

/** What of it is in nobody's hands. A table from which everything was taken is a table like any other. */
export function leftOf(staying: readonly Prop[], inHands: ReadonlySet<Prop>): readonly Prop[] {
  const left = staying.filter((prop) => !inHands.has(prop));
  return left.every((prop) => prop === "table" || prop === "chair") ? [] : left;
}

const known = new WeakMap<Plot, ReadonlyMap<string, readonly Prop[]>>();

/** Parts of walls, and what goes about on wheels or water. */
const PASSING = new Set<Prop>([
  "door",
  "window",
  "car",
  "bicycle",
  "boat",
  "cart",
  "sled",
  "pram",
  "wheelbarrow",
  "ship",
]);

/** The world goes over it: what was there lies or flies somewhere else now. */
const SWEPT =
  /飛[んび]|倒れ|吹き飛|割れ|砕け|崩れ|消え|沈[んみ]|\b(?:flew|fell|toppled|blew away|broke|shattered|vanished|collapsed|sank)\b/iu;

function stayAll({ pages, scenes }: Plot): ReadonlyMap<string, readonly Prop[]> {
  const places = new Map(scenes.map(({ id, place }) => [id, place.kind]));
  const inScene = new Map<string, Set<Prop>>();
  const all = new Map<string, readonly Prop[]>();
  const isThere = (prop: Prop, { scene, action }: Beat) => {
    const place = places.get(scene) ?? "abstract";
    return belongs(prop, place, action) && isAtHome(prop, place);
  };
  for (const beat of pages.flatMap((page) => page.beats)) {
    const standing = inScene.get(beat.scene) ?? new Set<Prop>();
    inScene.set(beat.scene, standing);
    const held = new Set(handsOf(beat).values());
    for (const prop of held) standing.delete(prop);
    all.set(beat.id, [...standing].filter((prop) => !beat.props.includes(prop)).slice(-MOST));
    for (const prop of beat.props) {
      if (SWEPT.test(beat.action)) standing.delete(prop);
      else if (isThere(prop, beat) && stays(prop, beat) && !held.has(prop)) standing.add(prop);
    }
  }
  return all;
}

/** What lies on a table stays with the table; what lies on a sill or a wall is shown where the words have it. */
const stays = (prop: Prop, { action, props }: Beat): boolean =>
  !PASSING.has(prop) &&
  !isTrace(prop) &&
  (isLarge(prop) ||
    isEmptied(prop, action) ||
    (isSetDown(action) && (liesOnFloors(prop) || props.includes("table"))));

/** Who has thrown away or lost the sword that they wear, from the beat on in which it goes until they take one up. */
export function unarmedIn(plot: Plot, beat: Beat): ReadonlySet<string> {
  const all = disarmed.get(plot) ?? disarmAll(plot);
  disarmed.set(plot, all);
  return all.get(beat.id) ?? new Set();
}

const disarmed = new WeakMap<Plot, ReadonlyMap<string, ReadonlySet<string>>>();

const LOSES =
  /(?:刀|剣)(?:を|は|が)[^。]*(?:捨て|投げ捨て|放り|取り落と|手放|奪われ|落と(?!しそう))|\b(?:threw|dropped|lost|let go of|tossed|cast) (?:away |down |aside )?(?:his|her|the|their) (?:[a-z]+ )?(?:sword|blade)\b/iu;
const ARMS =
  /(?:刀|剣)を(?:拾|取り戻|受け取|差[しす]|抜[いき]|帯び)|\b(?:picked up|took up|drew|found|took back|sheathed) (?:his|her|the|their|a) (?:[a-z]+ )?(?:sword|blade)\b/iu;

function disarmAll({ pages }: Plot): ReadonlyMap<string, ReadonlySet<string>> {
  const without = new Set<string>();
  const all = new Map<string, ReadonlySet<string>>();
  for (const beat of pages.flatMap((page) => page.beats)) {
    const first = beat.people[0]?.character;
    if (first && LOSES.test(beat.action)) without.add(first);
    else if (first && ARMS.test(beat.action)) without.delete(first);
    all.set(beat.id, new Set(without));
  }
  return all;
}
