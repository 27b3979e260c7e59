// Who is pushed in a wheelchair or a barrow by somebody, or is on somebody's back.

import { toldOf } from "../camera/figure-told.ts";
import { type Person, personOf } from "../camera/person.ts";
import { flipOf, type Standing, standAt } from "../camera/standing.ts";
import type { Picture } from "../closed/storyboard.ts";
import type { Pt } from "../pen/curves.ts";
import { bodyOf } from "./body/bodies.ts";
import { isDoneSo } from "./body/manner.ts";
import { seenIn } from "./body/stances.ts";
import { pointOn } from "./wheeled.ts";
import type { Rolling } from "./wheels.ts";

interface Ride {
  bearer: Person;
  rider: Person;
  /** Drawn behind what they sit in, whose sides are before them. */
  behind: boolean;
  /** Where the rider's seat is, in the bearer's space. */
  seat: Pt;
}

/** Where one sits in what rolls, in its own space, and whether its sides hide one's legs. */
const SEATS: Readonly<Partial<Record<Rolling, { at: Pt; deep: boolean }>>> = {
  wheelchair: { at: [-14, 4], deep: false },
  wheelbarrow: { at: [0, -70], deep: true },
  cart: { at: [-40, -30], deep: true },
};

/** On somebody's back one is higher than their own seat would be, and behind them. */
const BACK: Pt = [-62, 8];

/** Of two people, the one who is carried along by the other. */
export function conveyedIn(people: readonly Person[], picture: Picture): Ride | undefined {
  if (people.length !== 2 || people.some(({ design }) => design.kind !== "human")) return undefined;
  const pusher = people.find(({ figure, seen }) => seen.wheels && figure.holds === seen.wheels);
  const place = pusher?.seen.wheels && SEATS[pusher.seen.wheels];
  if (pusher?.seen.wheels && place && !picture.told.wheelsEmpty) {
    const passenger = people.find((one) => one !== pusher);
    if (!passenger) return undefined;
    const sits = pusher.seen.wheels === "wheelchair" || toldOf(picture, passenger.figure).inWheels;
    if (!sits) return undefined;
    const rider = turned(passenger, pusher, "sit", picture);
    const seat = pointOn(bodyOf(pusher), pusher.seen.wheels, place.at);
    return { bearer: pusher, rider, behind: place.deep, seat };
  }
  if (!isDoneSo(picture, "pickaback")) return undefined;
  const carrier = carrierOf(people, picture);
  const carried = people.find((one) => one !== carrier);
  if (!carrier || !carried) return undefined;
  const figure: Person["figure"] = { ...carrier.figure, pose: "walk", view: "profile", holds: null };
  const bearer = personOf(figure, carrier.design, seenIn(picture, figure));
  const { hips } = bodyOf(bearer);
  return {
    bearer,
    rider: turned(carried, bearer, "ride", picture),
    behind: false,
    seat: [hips[0] + BACK[0], hips[1] - BACK[1]],
  };
}

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

/** Somebody as they look the way that they are taken. */
const turned = ({ figure, design }: Person, bearer: Person, pose: "sit" | "ride", picture: Picture): Person =>
  personOf(
    { ...figure, pose, view: "profile", facing: bearer.figure.facing },
    design,
    seenIn(picture, figure),
  );

/** The bearer with room over them for whoever is higher up. */
export function withRider({ bearer, rider, seat }: Ride): Person {
  return { ...bearer, top: Math.max(bearer.top, rider.tall + seatOf(rider)[1] - seat[1]) };
}

/** Where somebody's seat is, in their own space. */
function seatOf(person: Person): Pt {
  const { hips, measures } = bodyOf(person);
  return [hips[0], hips[1] + measures.hips * 0.6];
}

export function onSeat({ rider, seat }: Ride, at: Standing): Standing {
  const own = seatOf(rider);
  const flip = flipOf(at.figure);
  return {
    ...standAt(rider, {
      x: at.x + (seat[0] - own[0]) * flip * at.scale,
      groundY: at.groundY + (seat[1] - own[1]) * at.scale,
      scale: at.scale,
    }),
    borne: true,
  };
}
