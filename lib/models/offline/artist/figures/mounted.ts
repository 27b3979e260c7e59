// Whoever rides: they sit astride on a back, and the reins are in their hands; and whoever leads has a rope to a head.

import { animalMeasures } from "../animals/animals.ts";
import { backOf, hoofedOf } from "../animals/hooves/hoofed.ts";
import type { Design } from "../camera/design.ts";
import { toldOf } from "../camera/figure-told.ts";
import { type Person, personOf } from "../camera/person.ts";
import { flipOf, type Standing, standAt } from "../camera/standing.ts";
import type { Picture } from "../closed/storyboard.ts";
import type { Pt } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { bodyIn, bodyOf } from "./body/bodies.ts";
import { seenIn } from "./body/stances.ts";

interface Ride {
  mount: Person;
  rider: Person;
}

/** Whether somebody can ride on it. */
export const isMount = ({ design }: { design: Design }): boolean => {
  const hoofed = hoofedOf(design);
  return hoofed === "horse" || hoofed === "donkey" || hoofed === "cow";
};

/** Who rides whom: somebody who is told to be astride, and the only animal that can be ridden. */
export function mountedIn(people: readonly Person[], picture: Picture): Ride | undefined {
  const mount = people.find(isMount);
  const astride = people.filter(
    ({ design, figure }) => design.kind === "human" && toldOf(picture, figure).manner === "astride",
  );
  const rider = astride.find(({ figure }) => figure.pose === "ride") ?? astride[0];
  if (!mount || !rider) return undefined;
  // They look the way that it goes.
  const figure: Person["figure"] = {
    ...rider.figure,
    pose: "ride",
    view: "profile",
    facing: mount.figure.facing,
    holds: null,
  };
  const seated = personOf(figure, rider.design, seenIn(picture, figure));
  const back = backOf(mount.design, mount.figure.pose);
  const tall = seated.tall + seatOf(seated)[1] - back[1];
  return { rider: seated, mount: { ...mount, top: Math.max(mount.top, tall) } };
}

/** Where a rider's seat is, in their own space. */
function seatOf({ design, figure, seen }: Person): Pt {
  const { hips } = bodyOf({ figure, design, seen });
  return [hips[0], hips[1] + 26];
}

export function onBack({ rider, mount }: Ride, at: Standing): Standing {
  const back = backOf(mount.design, mount.figure.pose);
  const seat = seatOf(rider);
  const flip = flipOf(mount.figure);
  return {
    ...standAt(rider, {
      x: at.x + (back[0] - seat[0]) * flip * at.scale,
      groundY: at.groundY + (back[1] - seat[1]) * at.scale,
      scale: at.scale,
    }),
    borne: true,
  };
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
