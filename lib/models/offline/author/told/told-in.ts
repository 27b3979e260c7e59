// Everything that the words of one moment tell besides who is there and what they do: each fact with the conditions under which it
// holds of somebody or something. What is told of a moment is told of everybody in it, as far as their pose or kind takes it.
import type { Hour } from "../../../../manga/staging.ts";
import type { Animal } from "../../animal-words.ts";
import type { Person } from "../../closed/concept.ts";
import type { Expression, PlaceKind, Pose, Prop } from "../../closed/staging.ts";
import type { FigureTold, PlaceTold, Told } from "../../closed/told.ts";
import { isFurniture, traitsOf } from "../../thing-traits.ts";
import { type Sighted, sightedIn } from "./animals.ts";
import { doEyesShine, faceTold, hasRainOnGlasses, isBreathSeen } from "./faces.ts";
import { groundTold, hasPond, hasPuddles } from "./ground.ts";
import {
  areWheelsEmpty,
  gripsSomebody,
  isInWheels,
  liftTold,
  loadTold,
  pushedTold,
  pushesSomebody,
  wornTold,
} from "./hands.ts";
import { areWindowsLit, didLightGoOut, isPitchDark } from "./light.ts";
import { doorTradeTold } from "./places.ts";
import { criesOut, curlsUp, isOnWall, leads, mannerTold, rides } from "./postures.ts";
import { isAtFootOfStairs, isAtTable, isInDoorway, isUnderLamp, seatTold } from "./seats.ts";
import {
  cageTold,
  doorTold,
  isHandUnderShoe,
  isRung,
  spotTold,
  type ThingSpot,
  type ThingWay,
  wayTold,
} from "./thing-ways.ts";
import {
  doesChimneySmoke,
  hasGiantPlanet,
  hasHugeLamp,
  hasLens,
  isCrowded,
  isGlassCracked,
  isSplash,
  scatteredTold,
  tellsOfBicycle,
  tellsOfSword,
  tellsOfWindows,
} from "./things.ts";

/** Somebody of the cast in a moment. */
export interface Somebody {
  character: string;
  kind: Person["kind"];
  /** Which animal they are. */
  animal?: Animal | undefined;
  pose: Pose;
  expression: Expression;
  /** What their hands have, the first first. */
  holds: readonly Prop[];
}

export interface Moment {
  /** What happens, in the story's words and what was added to them. */
  action: string;
  hour: Hour;
  place: { kind: PlaceKind; name: string };
  people: readonly Somebody[];
  /** All things, those in hands included. */
  props: readonly Prop[];
}

/** What is told of a thing that a hand has. */
export type Hold = Pick<FigureTold, "lift" | "worn" | "carries">;

export interface SomebodyTold extends Omit<FigureTold, "lift" | "worn" | "carries" | "leads" | "by"> {
  /** By thing. A thing that two carry is told of both, whoever holds it. */
  holds: ReadonlyMap<Prop, Hold>;
  /** The animal that they lead: one of the cast by id, another by its word. */
  leads?: string | undefined;
}

export interface MomentTold
  extends Pick<
    Told,
    | "pitchDark"
    | "lightWentOut"
    | "lightsUp"
    | "windows"
    | "ground"
    | "puddles"
    | "pond"
    | "crowd"
    | "chimneySmoke"
    | "giantPlanet"
    | "scattered"
    | "splash"
    | "hugeLamp"
    | "lens"
    | "crackedGlass"
    | "bellRings"
    | "wheelsEmpty"
    | "sword"
    | "bicycle"
  > {
  figures: ReadonlyMap<string, SomebodyTold>;
  animals: readonly Sighted[];
  ways: ReadonlyMap<Prop, ThingWay>;
  spots: ReadonlyMap<Prop, ThingSpot>;
  door: ReturnType<typeof doorTold>;
  doorTrade: PlaceTold["doorTrade"];
  /** A hand comes out from under somebody's shoe. */
  handUnderShoe: boolean;
}

export function toldIn(moment: Moment): MomentTold {
  const { action, hour, place, people, props } = moment;
  const known = people.flatMap(({ animal }) => animal ?? []);
  const animals = sightedIn(action, known);
  const told = <Value>(of: (prop: Prop) => Value | undefined): ReadonlyMap<Prop, Value> =>
    new Map(
      props.flatMap((prop): [Prop, Value][] => {
        const value = of(prop);
        return value === undefined ? [] : [[prop, value]];
      }),
    );
  const has = (prop: Prop) => props.includes(prop);
  const ground = groundTold(action);
  const inBasket = (prop: Prop) =>
    ground === "wicker" && has("basket") && !isFurniture(prop) && traitsOf(prop).rests === undefined;
  return {
    figures: new Map(people.map((one) => [one.character, toldOf(one, moment, animals)])),
    animals,
    ways: told((prop) => wayTold(action, prop, { place: place.kind, peopled: people.length > 0 })),
    spots: told((prop) => spotTold(action, prop) ?? (inBasket(prop) ? "in the basket" : undefined)),
    door: has("door") ? doorTold(action) : undefined,
    doorTrade: has("door") ? doorTradeTold(place.name, action) : undefined,
    bellRings: has("bell") && isRung(action),
    handUnderShoe: isHandUnderShoe(action),
    // Eyes shine in the dark alone.
    pitchDark: isPitchDark(action) || doEyesShine(action, hour),
    lightWentOut: didLightGoOut(action),
    lightsUp: areWindowsLit(action),
    windows: CARRIAGES.test(place.kind) && tellsOfWindows(action),
    ground,
    puddles: hasPuddles(action),
    pond: hasPond(action),
    crowd: isCrowded(action, place.kind),
    chimneySmoke: doesChimneySmoke(action),
    giantPlanet: place.kind === "space" && hasGiantPlanet(action),
    scattered: scatteredTold(action),
    splash: isSplash(action),
    hugeLamp: hasHugeLamp(action),
    lens: hasLens(action),
    crackedGlass: place.kind === "garden" && isGlassCracked(action),
    wheelsEmpty: areWheelsEmpty(action),
    sword: tellsOfSword(action),
    bicycle: tellsOfBicycle(action),
  };
}

/** Where what is outside is seen through windows, or not at all. */
const CARRIAGES = /^(?:train|bus)$/u;

/** Poses that each manner changes. */
const MANNERED: Readonly<Record<NonNullable<FigureTold["manner"]>, RegExp | undefined>> = {
  astride: undefined,
  pickaback: undefined,
  rail: /^climb$/u,
  ladder: /^climb$/u,
  onto: /^climb$/u,
  keys: /^sit$/u,
  up: /^(?:stand|point)$/u,
  afloat: /^(?:jump|walk|run|hold|carry)$/u,
};

/** Poses of whoever may sit on something. */
const SEATED = /^(?:sit|eat|drink|read|write|row|think)$/u;
/** Poses of whoever takes hold of somebody. */
const GRASPS = /^(?:hold|reach)$/u;
const PUSHES = /^(?:walk|push|stand|run|hold|carry)$/u;

function toldOf(one: Somebody, moment: Moment, animals: readonly Sighted[]): SomebodyTold {
  const { action, hour, place, people, props } = moment;
  const { kind, pose, expression } = one;
  const isHuman = kind === "human";
  const isBeast = !isHuman && kind !== "robot" && kind !== "ghost";
  const alone = people.length === 1;
  const two = people.length === 2;
  const pushed = pushedTold(
    action,
    props,
    people.flatMap(({ holds }) => holds),
  );
  const pusher = pushed && pusherOf(people, pushed);
  const hasCage = props.includes("birdcage") || people.some(({ holds }) => holds.includes("birdcage"));
  return {
    manner: mannerOf(one, moment),
    leads: isHuman ? ledBy(moment, animals) : undefined,
    onWall: isOnWall(action, pose),
    curled: isBeast && curlsUp(action, pose),
    cries: isBeast && alone && one.holds.length === 0 && criesOut(action),
    eyesShine: doEyesShine(action, hour),
    face: faceTold(action, { expression, alone }),
    wetGlasses: isHuman && hasRainOnGlasses(action),
    breath: isHuman && isBreathSeen(action),
    holds: heldBy(one, moment),
    grips: isHuman && GRASPS.test(pose) && one.holds.length === 0 && gripsSomebody(action),
    pushes: pusher === one ? pushed : undefined,
    pushesSomebody: two && pose === "push" && pushesSomebody(action),
    seat: SEATED.test(pose) ? seatTold(action) : undefined,
    atTable: SEATED.test(pose) && isAtTable(action),
    atFootOfStairs: place.kind === "stairs" && isAtFootOfStairs(action),
    inDoorway: props.includes("door") && isInDoorway(action),
    cage: kind === "bird" && hasCage ? cageTold(action) : undefined,
    inWheels: two && pusher !== undefined && pusher !== one && isInWheels(action),
    underLamp: isUnderLamp(action),
  };
}

/** Animals that can be ridden. */
const MOUNTS: ReadonlySet<Animal | undefined> = new Set(["horse", "donkey", "cow"]);
export const isMount = ({ animal }: { animal?: Animal | undefined }): boolean => MOUNTS.has(animal);

/** How somebody's pose is done. Whoever rides beside an animal that can be ridden rides that, unless there is word of a bicycle. */
function mannerOf({ pose }: Somebody, { action, people, props }: Moment): FigureTold["manner"] {
  const told = mannerTold(action);
  const onAnimal = pose === "ride" && people.some(isMount) && !rides(action);
  if (onAnimal && !props.includes("bicycle") && !tellsOfBicycle(action)) return "astride";
  if (told === undefined) return undefined;
  const takes = MANNERED[told];
  return takes === undefined || takes.test(pose) ? told : undefined;
}

/** The animal that is led: one of the cast by id, another by its word. */
function ledBy({ action, people }: Moment, animals: readonly Sighted[]): string | undefined {
  if (!leads(action)) return undefined;
  const own = people.find(({ kind, animal }) => animal !== undefined && kind !== "bird");
  return own?.character ?? animals.find(({ perch }) => perch === "lead")?.word;
}

/** Who has a thing by its handle: whoever holds it, else whoever moves, else whoever is there with hands for it. */
function pusherOf(people: readonly Somebody[], thing: Prop): Somebody | undefined {
  const able = people.filter(({ kind, pose }) => kind !== "bird" && PUSHES.test(pose));
  return (
    people.find(({ holds }) => holds.includes(thing)) ?? able.find(({ pose }) => pose !== "stand") ?? able[0]
  );
}

function heldBy(one: Somebody, { action, people, props }: Moment): ReadonlyMap<Prop, Hold> {
  const humans = people.filter(({ kind }) => kind === "human");
  const load = loadTold(
    action,
    humans.map(({ pose, holds }) => ({ pose, holds: holds[0] })),
    props,
  );
  const held = new Map<Prop, Hold>(
    one.holds.map((thing) => [thing, { lift: liftTold(action, thing), worn: wornTold(action, thing) }]),
  );
  if (load && one.kind === "human") held.set(load.thing, { carries: load.carries });
  return held;
}
