// A beat in open words, with all that the beats before it and the whole plot leave in it.
import type { Thing } from "../../../../manga/moment.ts";
import type * as open from "../../../../manga/plot.ts";
import { animalOf } from "../../animal-words.ts";
import type { Person } from "../../closed/concept.ts";
import type { Beat, Plot, Scene } from "../../closed/plot.ts";
import type { Prop } from "../../closed/staging.ts";
import { crewBeside, crewIn, inBoat } from "../afloat.ts";
import { handsOf, keptIn } from "../hands.ts";
import type { Lexicon } from "../lexicon.ts";
import { handful } from "../other-hand.ts";
import { rollingWith } from "../rolling.ts";
import { leftOf, stayingIn, unarmedIn } from "../set-pieces.ts";
import { withoutAdded } from "../staying.ts";
import { isEmptied } from "../things.ts";
import { type Moment, type MomentTold, toldIn } from "../told/told-in.ts";
import { bystander, openFigure, type Player } from "./figures.ts";
import { openLines } from "./lines.ts";
import { openThings } from "./things.ts";

/** What of a plot its beats are opened with. */
export interface Opening {
  plot: Plot;
  people: readonly Person[];
  lexicon: Lexicon;
  /** Ids of beats in the dark, and of those at a lighthouse without a light. */
  dark: ReadonlySet<string>;
  unlit: ReadonlySet<string>;
}

export function openBeat(given: Beat, opening: Opening): open.Beat {
  const { plot, people, lexicon } = opening;
  const scene = plot.scenes.find(({ id }) => id === given.scene);
  if (!scene)
    throw new RangeError(`beat ${given.id} names scene ${given.scene}, which the plot does not have`);
  const crew = crewIn(plot, given);
  const humans = new Set(people.filter(({ kind }) => kind === "human").map(({ id }) => id));
  const around = crew ? crewBeside(given, crew, humans) : [];
  const beat = crew ? inBoat(given) : given;
  const players = playersOf(beat, opening);
  const { action, props } = beat;
  const moment: Moment = { action, props, people: players, hour: scene.hour, place: scene.place };
  const told = toldIn(moment);
  const light = lightOf(told, { beat, scene, opening });
  const standing = standingIn(beat, plot, { players, told });
  const { id, kind, units, chapter, caption, sounds, effects, weight } = beat;
  return {
    ...{ id, kind, units, caption, sounds, weight, scene: beat.scene },
    figures: players.map((one) => openFigure(one, players, told, action)),
    ...(around.length > 0
      ? { around: around.map((one) => bystander(one.character, one.pose, one.expression)) }
      : {}),
    ...(standing.length > 0 ? { standing } : {}),
    lines: openLines(given, lexicon, scene.mood),
    ...(chapter === undefined ? {} : { chapter }),
    things: openThings(moment, told, lexicon),
    ...(told.ground ? { ground: told.ground } : {}),
    ...(light ? { light } : {}),
    effects: effects.slice(0, MOST_EFFECTS),
    action: withoutAdded(beat),
    ...(isOfFeet(beat) ? { focus: "feet" } : {}),
  };
}

/** Most that a schema takes. */
const MOST_EFFECTS = 4;

/** The people of a beat with what their hands have: what the beat puts into them, then what they had. */
function playersOf(beat: Beat, { plot, people }: Opening): Player[] {
  const held = handsOf(beat);
  const kept = keptIn(plot, beat);
  const unarmed = unarmedIn(plot, beat);
  return beat.people.map(({ character, pose, expression, alsoHolds }) => {
    const person = people.find(({ id }) => id === character);
    if (!person) throw new RangeError(`beat ${beat.id} shows ${character}, whom the concept does not have`);
    const others = [...held].flatMap(([id, prop]) => (id === character ? [] : [prop]));
    const isFree = (prop: Prop) => !others.includes(prop) && !isEmptied(prop, beat.action);
    const own = [held.get(character) ?? [], alsoHolds && isFree(alsoHolds) ? alsoHolds : []].flat();
    const before = (kept.get(character) ?? []).filter((prop) => isFree(prop) && !own.includes(prop));
    const holds = handful([...own, ...before], pose);
    const { kind, name, aliases, age } = person;
    return {
      ...{ character, kind, pose, expression, holds },
      animal: animalOf({ kind, name: [name, ...aliases].join(" "), description: "" }),
      kept: new Set(before),
      unarmed: unarmed.has(character),
      small: age === "child",
    };
  });
}

/** What stands about from before, and what somebody has brought along on wheels. */
function standingIn(
  beat: Beat,
  plot: Plot,
  { players, told }: { players: readonly Player[]; told: MomentTold },
): Thing[] {
  const inHands = new Set(players.flatMap(({ holds }) => holds));
  const left = leftOf(stayingIn(plot, beat), inHands).filter(
    (prop) => prop !== "sword" || players.length === 0 || told.sword,
  );
  const rolling = rollingWith(plot, beat, players);
  return [
    ...left.map((what): Thing => ({ what })),
    ...(rolling ? [{ what: rolling.prop, how: "pushed", whose: rolling.character }] : []),
  ];
}

/** What lights a beat, where hour and place leave it open; of several the one that leaves least to be seen. */
function lightOf(
  { pitchDark, lightWentOut, lightsUp }: MomentTold,
  { beat, scene, opening }: { beat: Beat; scene: Scene; opening: Opening },
): string | undefined {
  if (pitchDark) return "none";
  if (lightWentOut && scene.hour !== "day") return "gone out";
  if (opening.dark.has(beat.id)) return "none";
  if (opening.unlit.has(beat.id)) return "lighthouse dark";
  return lightWentOut ? "gone out" : lightsUp ? "lit windows" : undefined;
}

/** What is told of feet, and what is heard of them. */
const STEPS = /足(?:もと|元|音|下)|靴|\b(?:footsteps?|shoes|boots|(?:his|her|its|my) feet)\b/iu;
const FOOTFALL = /^(?:コツ|カツ|ザッ|ペタ|ヒタ|TAP|STOMP|CLACK)/iu;

const isOfFeet = ({ action, sounds }: Beat): boolean =>
  STEPS.test(action) || FOOTFALL.test(sounds[0]?.text ?? "");
