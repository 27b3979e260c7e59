// Who is in a boat: whoever rows, steps in or sits in the bow is on the water from there on, until they are ashore.

import type { Story } from "../../../manga/story.ts";
import type { Beat, Plot } from "../closed/plot.ts";
import { findCues } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Place } from "./settings.ts";

const BOAT = "(?:boats?|row(?:ing )?boats?|ferry|dinghy|skiff|canoe|kayak|punt|raft|gondola)";
const BOAT_JA = "(?:小舟|渡し舟|舟|ボート|カヌー|いかだ|筏)";

/** `rowed the last ferry`, `sat in the bow`, 舟を漕ぐ: somebody is in it already. */
const IN_BOAT = new RegExp(
  `\\b(?:rowed|rows|rowing|paddled|paddling|punted|poled|steered) (?:the|a|an|his|her|their|our|my) (?:[a-z]+ ){0,2}${BOAT}\\b|\\b(?:rowed|rows|rowing|paddled|paddling) (?:[a-z]+ ){0,3}(?:across|over|out|along|down|up|towards?|home|back)\\b|\\b(?:sat|sits|sitting|lay|stood|crouched|knelt|huddled) (?:[a-z]+ )?(?:in|at) the (?:bow|bows|stern|prow)\\b|\\b(?:sat|sits|sitting|lay|were|was|are|crouched|huddled) (?:[a-z]+ ){0,2}in (?:the|a|an|his|her|their|our|my) (?:[a-z]+ ){0,2}${BOAT}\\b(?! ?house)|${BOAT_JA}を(?:漕|こ)[いぐぎ]|${BOAT_JA}の(?:中|上|舳先|へさき|艫|とも)[でに]`,
  "iu",
);

/** `climbed into the boat`, 舟に乗り込む: from here on they are. */
const BOARDS = new RegExp(
  `\\b(?:stepped|climbed|got|jumped|scrambled|clambered|settled|leapt|helped (?:him|her|them)) (?:down )?(?:in|into|aboard|onto) (?:the|a|an|his|her|their|our|my) (?:[a-z]+ ){0,2}${BOAT}\\b|${BOAT_JA}に(?:乗|のっ|飛び乗)[っりる]`,
  "iu",
);
const STEPS_IN =
  /\b(?:stepped|climbed|got|jumped|scrambled|clambered|leapt) (?:in|aboard)(?=[.,;]| and\b| beside\b| after\b)/iu;
/** What a boat does with those who are in it. */
const ROCKS = new RegExp(
  `\\b(?:the|their|our|his|her) (?:[a-z]+ )?${BOAT} (?:rocked|swayed|tipped|dipped|wobbled|lurched|rolled|glided|drifted|slid|moved|pitched|plunged|shot|climbed each|climbed the|rose on|leapt|leaped)\\b|${BOAT_JA}[がは][^。、]{0,6}(?:揺れ|傾|すべり出|滑り出)`,
  "iu",
);

/** They are on land again, or in the water. */
const LANDS =
  /\b(?:ashore|on land)\b|\b(?:stepped|climbed|got|jumped|scrambled|leapt) (?:out|off)\b(?! to sea)|\b(?:onto|up) the (?:[a-z]+ )?(?:jetty|bank|quay|pier|shore|sand|beach|dock|rocks)\b|\bon the (?:other|far|opposite) (?:side|bank|shore)\b|\b(?:tied|moored) (?:up )?(?:the|his|her|their) |\b(?:reached|landed on) the (?:[a-z]+ )?(?:bank|shore|jetty|island|beach|quay)\b|\bfell (?:in|overboard)\b|岸に(?:着|つ[いく]|上が|降り|飛び)|(?:舟|ボート)(?:を|から)(?:降り|下り|飛び|つな)|陸に/iu;

/** The water that a story's boats are on: the river or lake that it names, else the sea. */
export function waterOf({ units }: Story, lexicon: Lexicon): Place {
  const cue = units
    .flatMap(({ text }) => findCues(text, lexicon.places))
    .find(({ value }) => value === "river");
  return cue ? { kind: "river", name: cue.text } : { kind: "sea", name: "" };
}

/** Whether a sentence has somebody come into a boat, or be in one; `next` is the one after it. */
export const takesToWater = (text: string, next: string): boolean =>
  !LANDS.test(text) &&
  (IN_BOAT.test(text) ||
    BOARDS.test(text) ||
    (STEPS_IN.test(text) && (ROCKS.test(text) || ROCKS.test(next))));

/** Everybody who is in the boat that a beat is told of, as they were seen last; undefined where no boat is. */
export function crewIn(plot: Plot, beat: Beat): readonly Someone[] | undefined {
  const all = known.get(plot) ?? follow(plot);
  known.set(plot, all);
  return all.get(beat.id);
}

type Someone = Beat["people"][number];

const known = new WeakMap<Plot, ReadonlyMap<string, readonly Someone[]>>();

function follow({ pages, scenes }: Plot): ReadonlyMap<string, readonly Someone[]> {
  const wet = new Set(scenes.filter(({ place }) => WATERS.test(place.kind)).map(({ id }) => id));
  const beats = pages.flatMap((page) => page.beats);
  const rocks = ({ action }: Beat) => takesToWater(action, "") || ROCKS.test(action);
  // Out at sea those have been in the boat all the time whom it rocks.
  const atSea = new Set(scenes.filter(({ place }) => place.kind === "sea").map(({ id }) => id));
  const boats = new Set(
    beats.flatMap((beat) =>
      atSea.has(beat.scene) && (rocks(beat) || beat.people.some(({ pose }) => pose === "row"))
        ? [beat.scene]
        : [],
    ),
  );
  const crews = new Map<string, readonly Someone[]>();
  const crew = new Map<string, Someone>();
  let afloat = false;
  for (const beat of beats) {
    const { action, people } = beat;
    if (LANDS.test(action)) {
      afloat = false;
      crew.clear();
    } else if (wet.has(beat.scene)) {
      const rows = people.some(({ pose }) => pose === "row");
      afloat ||= rows || rocks(beat) || boats.has(beat.scene);
    }
    // Who is seen ashore meanwhile is another: the boat waits.
    if (!afloat || !wet.has(beat.scene) || people.length === 0) continue;
    for (const { character, pose, expression } of people)
      crew.set(character, { character, pose: pose === "row" ? pose : "sit", expression });
    crews.set(beat.id, [...crew.values()]);
  }
  return crews;
}

const WATERS = /^(?:sea|river)$/u;

/** As many as a boat is drawn with. */
const MOST = 3;

/** Who else is in a boat with the people of a beat: they are seen where the whole boat is. */
export const crewBeside = (beat: Beat, crew: readonly Someone[], humans: ReadonlySet<string>): Someone[] =>
  crew
    .filter(
      ({ character }) => humans.has(character) && !beat.people.some((one) => one.character === character),
    )
    .slice(0, Math.max(0, MOST - beat.people.length))
    .map((one) => ({ ...one, expression: "calm" }));

/** A beat of people in a boat: they sit in it, and no ship is beside it. */
export const inBoat = (beat: Beat): Beat => ({
  ...beat,
  people: beat.people.map((one) => (RESTS.test(one.pose) ? { ...one, pose: "sit" } : one)),
  props: ["boat", ...beat.props.filter((prop) => prop !== "boat" && prop !== "ship" && prop !== "bow")],
});

/** Poses of whoever does nothing that wants their legs. */
const RESTS = /^(?:stand|reach|think|walk|climb|look-up|look-down|hands-on-hips|arms-crossed)$/u;
