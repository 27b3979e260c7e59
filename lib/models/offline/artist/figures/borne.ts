// Who is carried along by another: on the back of an animal or of somebody, in a wheelchair or a barrow, and small animals on the arms.

import { animalMeasures } from "../animals/animals.ts";
import { isInHeldCage } from "../animals/caged.ts";
import { backOf, hoofedOf } from "../animals/hooves/hoofed.ts";
import type { Design } from "../camera/design.ts";
import { toldOf } from "../camera/figure-told.ts";
import { type Person, personOf } from "../camera/person.ts";
import { flipOf, type Standing, standAt } from "../camera/standing.ts";
import type { Picture } from "../closed/storyboard.ts";
import type { Pt } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { bodyIn, bodyOf } from "./body/bodies.ts";
import { isDoneSo } from "./body/poses.ts";
import { seenIn } from "./body/stances.ts";
import { handledOf } from "./hands/handled.ts";
import { pointOn } from "./wheeled.ts";

interface Ride {
  bearer: Person;
  rider: Person;
  /** Drawn behind what they sit in, whose sides are before them. */
  behind: boolean;
  /** Where the rider's seat is, in the bearer's space, and in their own. */
  seat: Pt;
  own: Pt;
}

type Figure = Person["figure"];

/** Somebody as they are when they bear or are borne. */
function changed({ figure, design }: Person, picture: Picture, change: Partial<Figure>): Person {
  const one = { ...figure, ...change };
  return personOf(one, design, seenIn(picture, one));
}

/** A little under the hips, in somebody's own space. */
function seatOf(person: Person, share?: number): Pt {
  const { hips, measures } = bodyOf(person);
  return [hips[0], hips[1] + (share === undefined ? 26 : measures.hips * share)];
}

const isHuman = ({ design }: Person): boolean => design.kind === "human";

const CARRIES = /^(?:carry|embrace)$/u;
/** No taller than this one sits on an arm. */
const SMALL = 230;

/** Who carries whom on the arms: an only animal that is small enough, and an only person with nothing else in them, or who is told to. */
export function carriedIn(people: readonly Person[], picture: Picture): Ride | undefined {
  if (people.length !== 2) return undefined;
  const animal = people.find((one) => !isHuman(one) && one.tall < SMALL);
  const caged = animal?.design.kind === "bird" && isInHeldCage(picture, animal.figure);
  const by = animal && toldOf(picture, animal.figure).by;
  const carrier = people.find(
    ({ design, figure: { holds, pose, character } }) =>
      design.kind === "human" &&
      (caged ? holds === "birdcage" : holds === null && (CARRIES.test(pose) || character === by)),
  );
  if (!carrier || !animal) return undefined;
  const { pose, facing, view } = carrier.figure;
  // It looks back over the arm at whoever carries it.
  const back = facing === "left" ? "right" : "left";
  const rider = changed(animal, picture, { pose: "sit", facing: back, view: "three-quarter" });
  const bearer = changed(carrier, picture, {
    // The cage is drawn round its bird, and both lie on the arms.
    ...((caged || !CARRIES.test(pose)) && { pose: "carry" }),
    ...(caged && { holds: null }),
    // From the side the near arm would be behind it.
    view: view === "profile" ? "three-quarter" : view,
  });
  const { arms, neck } = bodyOf(bearer);
  const joints = [arms.near.wrist.p, arms.near.elbow.p, arms.far.wrist.p];
  const x = joints.reduce((sum, [jx]) => sum + jx, 0) / joints.length;
  // On the forearms, no higher than leaves the face over it free.
  const y = Math.max(arms.near.wrist.p[1], arms.far.wrist.p[1], neck[1] + rider.tall - 14);
  return { bearer, rider, behind: false, seat: [x, y + 14], own: [0, 0] };
}

/** On somebody's back one is higher than their own seat would be, and behind them. */
const BACK: Pt = [-62, 8];

/** Of two people, the one who is carried along by the other. */
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

/** They look the way that they are taken. */
const ahead = (pose: "sit" | "ride", { figure: { facing } }: Person): Partial<Figure> => ({
  ...{ pose, view: "profile", facing },
});

/** Whoever is told to be carried is; else who climbs, rides or sleeps; else the smaller one. */
function carrierOf(people: readonly Person[], picture: Picture): Person | undefined {
  const by = people.map(({ figure }) => toldOf(picture, figure).by);
  const told = people.find(({ figure }) => by.includes(figure.character));
  if (told) return told;
  const up = people.find(({ figure }) => /^(?:climb|ride|sleep|sit)$/u.test(figure.pose));
  if (up) return people.find((one) => one !== up);
  const [first, second] = people.toSorted((a, b) => b.tall - a.tall);
  return people.find(({ figure }) => figure.pose === "carry" && first?.tall === second?.tall) ?? first;
}

/** Whether somebody can ride on it. */
export const isMount = ({ design }: { design: Design }): boolean =>
  ["horse", "donkey", "cow"].includes(hoofedOf(design) ?? "");

/** Who rides whom: somebody who is told to be astride, and the only animal that can be ridden. */
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

/** The bearer with room over them for whoever is higher up. */
export const withRider = ({ bearer, rider, seat, own }: Ride): Person => ({
  ...bearer,
  top: Math.max(bearer.top, rider.tall + own[1] - seat[1]),
});

/** The rider where they are on whoever bears them, as large as they are beside them. */
export function onSeat({ rider, seat, own }: Ride, at: Standing): Standing {
  const { x, groundY, scale } = at;
  const there = {
    x: x + (seat[0] - own[0]) * flipOf(at.figure) * scale,
    groundY: groundY + (seat[1] - own[1]) * scale,
  };
  return { ...standAt(rider, { ...there, scale }), borne: true };
}

/** A rope from the hand of whoever leads or rides to the mouth of the animal. */
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
