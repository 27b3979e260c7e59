// Figures that another one carries: on the back of an animal or a person, in a wheelchair or a barrow; and small animals on the arms.

import { animalMeasures } from "../animals/animals.ts";
import { isInHeldCage } from "../animals/caged.ts";
import { backOf, hoofedOf } from "../animals/hooves/hoofed.ts";
import type { Design } from "../camera/design.ts";
import { toldOf } from "../camera/figure-told.ts";
import { type Person, personOf } from "../camera/person.ts";
import { flipOf, type Standing, standAt } from "../camera/standing.ts";
import type { Picture } from "../closed/storyboard.ts";
import { clamp, type Pt } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { isDoneSo, isPose } from "./body/poses.ts";
import { bodyIn, bodyOf, seenIn } from "./body/stances.ts";
import { onwards } from "./body/torso.ts";
import { movedTo } from "./crew.ts";
import { handledOf } from "./hands/hands.ts";
import { pointOn } from "./wheeled.ts";

interface Ride {
  bearer: Person;
  rider: Person;
  /** Drawn behind the seat, whose near side covers the rider. */
  behind: boolean;
  /** The rider's seat, in the bearer's space and in the rider's own. */
  seat: Pt;
  own: Pt;
}

type Figure = Person["figure"];

/** A person with the figure changed for carrying or being carried. */
function changed({ figure, design }: Person, picture: Picture, change: Partial<Figure>): Person {
  const one = { ...figure, ...change };
  return personOf(one, design, seenIn(picture, one));
}

/** The seat point, slightly below the hips, in the person's own space. */
function seatOf(person: Person, share?: number): Pt {
  const { hips, measures } = bodyOf(person);
  return [hips[0], hips[1] + (share === undefined ? 26 : measures.hips * share)];
}

const isHuman = ({ design }: Person): boolean => design.kind === "human";

/** Greatest height of an animal that sits on an arm. */
const SMALL = 230;

/** A small animal and the person who carries it on the arms: one told to, one in such a pose with empty hands, or the holder of its cage. */
export function carriedIn(people: readonly Person[], picture: Picture): Ride | undefined {
  if (people.length !== 2) return undefined;
  const animal = people.find((one) => !isHuman(one) && one.tall < SMALL);
  const caged = animal?.design.kind === "bird" && isInHeldCage(picture, animal.figure);
  const by = animal && toldOf(picture, animal.figure).by;
  const carrier = people.find(
    ({ design, figure: { holds, pose, character } }) =>
      design.kind === "human" &&
      (caged ? holds === "birdcage" : holds === null && (isPose("arms", pose) || character === by)),
  );
  if (!carrier || !animal) return undefined;
  const { pose, facing, view } = carrier.figure;
  // The animal looks back over the arm at its carrier.
  const back = facing === "left" ? "right" : "left";
  const rider = changed(animal, picture, { pose: "sit", facing: back, view: "three-quarter" });
  const bearer = changed(carrier, picture, {
    // A bird's cage is drawn round it, and both lie on the arms.
    ...((caged || !isPose("arms", pose)) && { pose: "carry" }),
    ...(caged && { holds: null }),
    // In profile the near arm would be behind the animal.
    view: view === "profile" ? "three-quarter" : view,
  });
  const { arms, neck } = bodyOf(bearer);
  const joints = [arms.near.wrist.p, arms.near.elbow.p, arms.far.wrist.p];
  const x = joints.reduce((sum, [jx]) => sum + jx, 0) / joints.length;
  // On the forearms, and low enough to keep the carrier's face free.
  const y = Math.max(arms.near.wrist.p[1], arms.far.wrist.p[1], neck[1] + rider.tall - 14);
  return { bearer, rider, behind: false, seat: [x, y + 14], own: [0, 0] };
}

/** Offset of a rider on a back: higher than a seat, and behind the bearer. */
const BACK: Pt = [-62, 8];

/** The pair of two people of which one carries the other. */
export function conveyedIn(people: readonly Person[], picture: Picture): Ride | undefined {
  if (people.length !== 2 || !people.every(isHuman)) return undefined;
  const pusher = people.find(({ figure, seen }) => seen.wheels && figure.holds === seen.wheels);
  const wheels = pusher?.seen.wheels;
  const { seat, deep = false } = wheels ? handledOf(wheels) : {};
  if (wheels && seat && !picture.told.wheelsEmpty) {
    const passenger = people.find((one) => one !== pusher);
    if (!passenger || !(wheels === "wheelchair" || toldOf(picture, passenger.figure).inWheels))
      return undefined;
    const rider = changed(passenger, picture, ahead("sit", pusher));
    const place = pointOn(bodyOf(pusher), wheels, seat);
    return { bearer: pusher, rider, behind: deep, seat: place, own: seatOf(rider, 0.6) };
  }
  if (!isDoneSo(picture, "pickaback")) return undefined;
  const carrier = carrierOf(people, picture);
  const carried = people.find((one) => one !== carrier);
  if (!carrier || !carried) return undefined;
  const bearer = changed(carrier, picture, { pose: "walk", view: "profile", holds: null });
  const rider = changed(carried, picture, ahead("ride", bearer));
  const { hips } = bodyOf(bearer);
  const place: Pt = [hips[0] + BACK[0], hips[1] - BACK[1]];
  return { bearer, rider, behind: false, seat: place, own: seatOf(rider, 0.6) };
}

/** Both face the direction of travel. */
const ahead = (pose: "sit" | "ride", { figure: { facing } }: Person): Partial<Figure> => ({
  ...{ pose, view: "profile", facing },
});

/** The rider is the one told to be carried; else the one that climbs, rides or sleeps; else the smaller one. */
function carrierOf(people: readonly Person[], picture: Picture): Person | undefined {
  const by = people.map(({ figure }) => toldOf(picture, figure).by);
  const told = people.find(({ figure }) => by.includes(figure.character));
  if (told) return told;
  const up = people.find(({ figure }) => isPose("up", figure.pose));
  if (up) return people.find((one) => one !== up);
  const [first, second] = people.toSorted((a, b) => b.tall - a.tall);
  return people.find(({ figure }) => figure.pose === "carry" && first?.tall === second?.tall) ?? first;
}

/** Whether an animal can be ridden. */
export const isMount = ({ design }: { design: Design }): boolean =>
  ["horse", "donkey", "cow"].includes(hoofedOf(design) ?? "");

/** The pair of rider and mount: a figure told to sit astride, and the only animal that can be ridden. */
export function mountedIn(people: readonly Person[], picture: Picture): Ride | undefined {
  const mount = people.find(isMount);
  const astride = people.filter((one) => isHuman(one) && toldOf(picture, one.figure).manner === "astride");
  const told = astride.find(({ figure }) => figure.pose === "ride") ?? astride[0];
  if (!mount || !told) return undefined;
  const rider = changed(told, picture, { ...ahead("ride", mount), holds: null });
  const seat = backOf(mount.design, mount.figure.pose);
  const ride = { bearer: mount, rider, behind: false, seat, own: seatOf(rider) };
  return { ...ride, bearer: withRider(ride) };
}

/** The bearer with enough room above for the rider. */
export const withRider = ({ bearer, rider, seat, own }: Ride): Person => ({
  ...bearer,
  top: Math.max(bearer.top, rider.tall + own[1] - seat[1]),
});

/** The rider's place on the bearer, at the bearer's scale. */
export function onSeat({ rider, seat, own }: Ride, at: Standing): Standing {
  const { x, groundY, scale } = at;
  const there = {
    x: x + (seat[0] - own[0]) * flipOf(at.figure) * scale,
    groundY: groundY + (seat[1] - own[1]) * scale,
  };
  return { ...standAt(rider, { ...there, scale }), borne: true };
}

/** A rope from the hand of the leader or rider to the animal's mouth. */
export function drawRope(pen: Pen, standing: readonly Standing[], picture: Picture): void {
  const led = standing.find(
    ({ design }) => animalMeasures(design, "stand") !== undefined && design.kind !== "bird",
  );
  const isAstride = ({ figure }: Standing) => toldOf(picture, figure).manner === "astride";
  const holder = standing.find(
    (one) => one.design.kind === "human" && (isAstride(one) || toldOf(picture, one.figure).leads),
  );
  if (!led || !holder || (isAstride(holder) && !holder.borne)) return;
  const { design, figure, x, groundY, scale } = holder;
  const { arms } = bodyIn(picture, { figure, design });
  const towards = Math.sign(led.face[0] - x) * flipOf(figure);
  const [a, b] = [arms.near.wrist.p, arms.far.wrist.p];
  const hand = a[0] * towards > b[0] * towards ? a : b;
  const from: Pt = [x + hand[0] * flipOf(figure) * scale, groundY + hand[1] * scale];
  const to: Pt = [led.face[0] + 26 * scale * flipOf(led.figure), led.face[1] + 26 * scale];
  const sag = holder.borne ? 10 * scale : Math.abs(to[0] - from[0]) * 0.1 + 20 * scale;
  const rope: Pt[] = [from, [(from[0] + to[0]) / 2, Math.max(from[1], to[1]) + sag], to];
  pen.stroke(rope, "white", 2.6);
  pen.line(rope, 1.2, "none");
}

/** In figure units: from the wrist to the end of a flat hand, from the middle of a body to its side, and the same for a head. */
const PALM = 24;
const SIDE = 30;
const HEAD = 60;
/** A robot's hands are longer than those of the human skeleton that it is built on. */
const ROBOT = 80;

/** Two people, moved closer together if one pushes the other. */
export function handsOn(
  standing: readonly Standing[],
  people: readonly Person[],
  picture: Pick<Picture, "told">,
): Standing[] {
  const i = people.findIndex(({ figure }) => figure.pose === "push");
  const [pusher, other] = [standing[i], standing[1 - i]];
  const person = people[i];
  if (people.length !== 2 || !pusher || !other || !person) return [...standing];
  if (!toldOf(picture, person.figure).pushesSomebody) return [...standing];
  const way = flipOf(pusher.figure);
  const { arms } = bodyOf({ ...person, figure: { ...person.figure, view: "profile" } });
  // The hands of a taller figure reach the other's face, and stop beside it.
  const hands = pusher.groundY + arms.near.wrist.p[1] * pusher.scale;
  const isHigh = hands < other.face[1] + HEAD * other.scale;
  const apart = ((isHigh ? other.face[0] : other.x) - pusher.x) * way;
  const palm = person.design.kind === "robot" ? ROBOT : 0;
  const reach =
    (person.right + palm - (isHigh ? 0 : PALM)) * pusher.scale + (isHigh ? HEAD : SIDE) * other.scale;
  if (apart <= reach) return [...standing];
  const step = ((apart - reach) / 2) * way;
  // Both stand on the same ground; otherwise the hands would be in front of a figure that is farther away.
  const groundY = Math.max(pusher.groundY, other.groundY);
  return standing.map((one, j) => {
    const by = people[j];
    return by ? standAt(by, { x: one.x + (j === i ? step : -step), groundY, scale: one.scale }) : one;
  });
}

/** Moves two figures so that the gripping hand of one meets the arm of the other; the rest stay. */
export function joinHands(
  standing: Standing[],
  people: readonly Person[],
  { picture, width }: { picture: Picture; width: number },
): void {
  const [one, other] = people;
  if (people.length !== 2 || !one || !other || picture.shot === "close" || picture.shot === "detail") return;
  const gripper = isGripping(one) ? one : isGripping(other) ? other : undefined;
  if (!gripper || people.some(({ design }) => design.kind !== "human")) return;
  const held = gripper === one ? other : one;
  const [a, b] = [gripper, held].map(({ figure }) => standing.findIndex((at) => at.figure === figure));
  const [from, to] = [standing[a ?? -1], standing[b ?? -1]];
  if (!from || !to || a === undefined || b === undefined) return;
  const hand = from.x + handOf(gripper) * flipOf(from.figure) * from.scale;
  const side = from.x < to.x ? 1 : -1;
  const apart = armOf(held, side === 1 ? -1 : 1, to) - hand + side * CLOSER * from.scale;
  // Each moves half of the distance, as long as both faces stay in the panel.
  const moved = (at: Standing, by: number): Standing => {
    const dx = clamp(at.face[0] + by, at.scale * 55, width - at.scale * 55) - at.face[0];
    return movedTo(at, at.x + dx);
  };
  standing[a] = moved(from, apart / 2);
  standing[b] = moved(to, -apart / 2);
}

/** Figure units by which fingers reach round an arm. */
const CLOSER = 24;

const isGripping = ({ figure, seen }: Person): boolean =>
  seen.grips === true && figure.pose === "hold" && figure.holds === null;

/** How far the middle of the gripping hand is ahead of the hips. */
function handOf(person: Person): number {
  const { arms, measures } = bodyOf(person);
  return onwards(arms.near.elbow.p, arms.near.wrist.p, measures.hand * 0.4)[0];
}

/** X of the elbow on one side of a figure in the panel: −1 is left. */
function armOf(person: Person, side: 1 | -1, { x, scale, figure }: Standing): number {
  const { arms } = bodyOf(person);
  const xs = [arms.near, arms.far].map(({ elbow }) => x + elbow.p[0] * flipOf(figure) * scale);
  return side < 0 ? Math.min(...xs) : Math.max(...xs);
}
