// The closed figure that a person in a picture is drawn as, and facts about it (`FigureTold`).

import type { Figure as OpenFigure } from "../../../../manga/storyboard.ts";
import type { Expression, Pose, Prop } from "../closed/staging.ts";
import type { Figure } from "../closed/storyboard.ts";
import { type AnimalTold, type FigureTold, SEATS_TOLD } from "../closed/told.ts";
import { faceCalled, poseCalled, poseNamed } from "./acting.ts";
import { animalCalled } from "./animal.ts";
import { closedHands } from "./hands.ts";
import { called, calledAmong, factsCalled, setsIn } from "./listed-kin.ts";
import { headPhrase, type Notices, plain, withArticle } from "./phrase.ts";
import { thingCalled } from "./thing.ts";

export interface Acted {
  figure: Figure;
  told: FigureTold;
  /** Things and animals that the figure adds to the picture: it sits on, rides, leads or holds them. */
  props: Prop[];
  animals: AnimalTold[];
}

const isId = (word: string): boolean => /^c\d+$/u.test(word.trim());

/** Things and animals by how people use them (`ridden`, `wheeled`, `seats`, `mounts`). One that a row omits is not used that way. */
export const USED = setsIn<"ridden" | "wheeled" | "seats" | "mounts", string>("used-as");

/** Converts an open figure to the closed one. */
export function closedFigure(open: OpenFigure, notices: Notices): Acted {
  const told: FigureTold = {};
  const acted: Acted = { figure: bare(open), told, props: [], animals: [] };
  const { figure } = acted;
  const manner = mannerOf(open);
  if (manner === "curled") told.curled = true;
  else if (manner) told.manner = manner;
  if (open.carriedBy !== undefined) {
    told.manner ??= "pickaback";
    told.by = open.carriedBy;
  }
  const hands = closedHands(open.hands, notices);
  Object.assign(told, hands.told);
  acted.animals.push(...hands.animals.map((one) => ({ ...one, as: { by: open.character } })));
  figure.holds = hands.holds;
  figure.alsoHolds = hands.alsoHolds;
  figure.pose = poseOf(open, acted, notices);
  // An otherwise idle figure that holds another person's hand reaches for it.
  if (hands.somebody && IDLE.has(figure.pose) && figure.pose !== "sit" && !poseNamed(open.doing))
    figure.pose = "reach";
  figure.expression = expressionOf(open, notices);
  seeFace(open, told, notices);
  seeWhere(open, told, notices);
  seeSeat(open, acted, notices);
  seeMount(open, acted, notices);
  seeLead(open, acted, notices);
  if (open.to !== undefined && figure.pose === "push") told.pushesSomebody = true;
  if (told.pushes === undefined && figure.holds !== null && USED.wheeled.has(figure.holds)) {
    if (figure.pose === "push" && poseNamed(open.doing) === undefined) told.pushes = figure.holds;
  }
  if (open.without?.some((word) => thingCalled(word)?.value === "sword")) figure.unarmed = true;
  return acted;
}

function bare(open: OpenFigure): Figure {
  const { character, view, facing, side: at, depth, speaks } = open;
  return { character, pose: "stand", expression: "calm", view, facing, at, depth, holds: null, speaks };
}

type Manner = NonNullable<FigureTold["manner"]> | "curled";

function mannerOf({ posture, doing }: OpenFigure): Manner | undefined {
  const told = posture === undefined ? undefined : called<Manner>("manners", posture);
  return told || poseNamed(doing) ? told : called<Manner>("manners", doing);
}

/** For each posture, the poses of actions that replace it, because they imply the posture or show more. A posture without a row: all. */
const DONE_IN: Readonly<Partial<Record<Pose, ReadonlySet<Pose>>>> = setsIn("done-in");

/** Poses without an action, which give way to posture and gaze. */
const IDLE: ReadonlySet<Pose> = new Set<Pose>(["stand", "sit", "hold"]);

function poseOf(open: OpenFigure, { figure, told }: Acted, notices: Notices): Pose {
  const { doing, posture, gaze, seat } = open;
  const exact = poseNamed(doing);
  const found = poseCalled(doing);
  const gazed = gazeOf(gaze);
  if (exact) return exact === "stand" && gazed ? gazed : exact;
  const held = posture === undefined ? undefined : poseCalled(posture);
  if (posture !== undefined && !held && told.manner === undefined && told.curled === undefined)
    notices.nothing(posture);
  if (!found && !held && !faceCalled(doing) && told.manner === undefined) notices.nothing(doing);
  if (found) notices.drawn(doing, found, `the pose "${found.value}"`);
  const doneBy = found?.value ?? (figure.holds === null ? undefined : "hold");
  if (held && (doneBy === undefined || (IDLE.has(doneBy) && held.value !== "stand"))) return held.value;
  if (held && doneBy !== undefined && DONE_IN[held.value]?.has(doneBy) === false) return held.value;
  const byManner = told.manner && MANNER_POSES[told.manner];
  if (byManner && (doneBy === undefined || IDLE.has(doneBy))) return byManner;
  if (doneBy === undefined || doneBy === "stand") {
    if (seat !== undefined) return "sit";
    if (told.curled) return "crouch";
    if (gazed) return gazed;
  }
  return doneBy ?? "stand";
}

/** The pose for each manner (astride, on a ladder), if the figure has no action. */
const MANNER_POSES: Readonly<Partial<Record<NonNullable<FigureTold["manner"]>, Pose>>> = {
  ...{ astride: "ride", pickaback: "ride", keys: "sit", ladder: "climb", rail: "climb", afloat: "jump" },
};

const gazeOf = (gaze: string | undefined): Pose | undefined =>
  gaze === undefined ? undefined : gazeCalled(gaze);

/** The pose of a gaze; undefined if no pose shows it, as for a gaze at a person. */
export function gazeCalled(gaze: string): Pose | undefined {
  return isId(gaze) ? undefined : called("gazes", gaze);
}

function expressionOf({ feeling, doing, face }: OpenFigure, notices: Notices): Expression {
  const felt = faceCalled(feeling);
  if (!felt) notices.nothing(feeling);
  const found = felt ?? (face ?? []).flatMap((one) => faceCalled(one) ?? [])[0];
  // If the feeling is calm, an expression in the action counts: a calm figure that laughs has a laughing face.
  const deed = poseNamed(doing) ? undefined : faceCalled(doing);
  return (found?.value === "calm" ? (deed ?? found) : (found ?? deed))?.value ?? "calm";
}

function seeFace({ face, feeling }: OpenFigure, told: FigureTold, notices: Notices): void {
  for (const one of face ?? []) {
    const facts = factsCalled<FigureTold>("face-facts", one);
    if (facts) Object.assign(told, { ...facts, ...told });
    else if (!isShown(one, feeling)) notices.nothing(one);
  }
}

/** Whether the expression of the feeling shows a face word, too. A feeling without an expression leaves the choice to the face words. */
function isShown(one: string, feeling: string): boolean {
  const [found, felt] = [faceCalled(one), faceCalled(feeling)];
  return found !== undefined && (felt === undefined || felt.value === found.value);
}

function seeWhere({ where, doing }: OpenFigure, told: FigureTold, notices: Notices): void {
  for (const one of where ?? []) {
    const facts = factsCalled<FigureTold>("where-facts", one);
    if (facts) Object.assign(told, facts);
    else notices.nothing(one);
  }
  if (poseNamed(doing) || told.manner === "astride") return;
  const facts = factsCalled<FigureTold>("where-facts", doing);
  if (facts) Object.assign(told, { ...facts, ...told });
}

function seeSeat({ seat }: OpenFigure, { told, props }: Acted, notices: Notices): void {
  if (seat === undefined) return;
  const found = calledAmong(seat, USED.seats, "seat-words");
  if (found) {
    // Only these seats are facts. Others (a stool, a train's bench, a pew) belong to the drawing of the place.
    const own = SEATS_TOLD.find((one) => one === found.value);
    if (own) told.seat = own;
    return;
  }
  const thing = thingCalled(seat);
  notices.drawn(seat, thing);
  if (thing) props.push(thing.value);
}

/** The mount: from `mount`, or from the words of `doing` after its verb. */
function seeMount(open: OpenFigure, acted: Acted, notices: Notices): void {
  const { figure, told } = acted;
  const { mount, doing, posture } = open;
  // With the posture `ride`, the word `ride` in `doing` is not taken as the name of the artist's pose.
  const exact = posture !== undefined && poseNamed(posture) === "ride" ? undefined : poseNamed(doing);
  const word = mount ?? (figure.pose === "ride" && !exact ? riddenIn(doing) : undefined);
  if (word === undefined) {
    // A figure that rides without a mount is a passenger, who sits: in a coach, in a train.
    if (figure.pose === "ride" && !exact && told.manner === undefined) figure.pose = "sit";
    return;
  }
  if (isId(word)) {
    told.manner ??= "astride";
    if (!exact) figure.pose = "ride";
    return;
  }
  const thing = thingCalled(word);
  if (thing && USED.ridden.has(thing.value)) {
    if (mount !== undefined) notices.drawn(word, thing);
    acted.props.push(thing.value);
    if (!exact) figure.pose = "ride";
    return;
  }
  const animal = animalCalled(word);
  if (animal) {
    const value = USED.mounts.has(animal.value) ? animal.value : "horse";
    const by = value === animal.value ? animal.by : "kin";
    notices.drawn(word, { value, by }, `${withArticle(value)}${animal.lacks}`);
    told.manner ??= "astride";
    if (!exact) figure.pose = "ride";
    acted.animals.push({ animal: value, count: 1, perch: "ridden" });
    return;
  }
  // In any other vehicle (a bus) the figure sits, because the pose `ride` would give it a bicycle.
  if (mount !== undefined) notices.nothing(word);
  if (!exact) figure.pose = "sit";
}

/** The mount in a text: a camel in `rides a camel across the dunes`. */
function riddenIn(doing: string): string | undefined {
  const english =
    /\b(?:rid(?:es?|ing)|rode|ridden|mount(?:s|ed|ing)?|straddl(?:es?|ed|ing)) (?:on |in |upon )?(?:the back of )?(.{2,80})$/iu.exec(
      plain(doing),
    )?.[1];
  const japanese = /^(.{1,40}?)(?:の背中?)?[にへを](?:乗|またが|跨|漕|こ)/u.exec(plain(doing))?.[1];
  const word = english ?? japanese;
  return word === undefined || headPhrase(word) === "" ? undefined : word;
}

function seeLead({ leads }: OpenFigure, { told, animals }: Acted, notices: Notices): void {
  if (leads === undefined) return;
  told.leads = true;
  if (isId(leads)) return;
  const animal = animalCalled(leads);
  notices.drawn(leads, animal, animal && `${withArticle(animal.value)}${animal.lacks}`);
  if (animal) animals.push({ animal: animal.value, count: 1, perch: "lead" });
  else delete told.leads;
}
