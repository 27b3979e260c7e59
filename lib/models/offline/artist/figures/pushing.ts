// Whoever pushes somebody has their hands on them: the two come together until the hands reach.

import { toldOf } from "../camera/figure-told.ts";
import type { Person } from "../camera/person.ts";
import { flipOf, type Standing, standAt } from "../camera/standing.ts";
import type { Picture } from "../closed/storyboard.ts";
import { skeletonOf } from "./body/skeleton.ts";
import { posed } from "./body/stances.ts";

/** In units of a figure: how far into its reach a flat hand ends, and from the middle of a body, or of a head, to its side. */
const PALM = 24;
const SIDE = 30;
const HEAD = 60;
/** A robot's hands are longer than those of people, on whose bones it is built. */
const ROBOT = 80;

/** Two people as they stand, nearer to each other where one of them pushes the other. */
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
  const { arms } = skeletonOf(
    person.design,
    posed({ ...person.figure, design: person.design, ...person.seen }),
    "profile",
  );
  // The hands of somebody taller come to the other's face, and stop beside it.
  const hands = pusher.groundY + arms.near.wrist.p[1] * pusher.scale;
  const isHigh = hands < other.face[1] + HEAD * other.scale;
  const apart = ((isHigh ? other.face[0] : other.x) - pusher.x) * way;
  const palm = person.design.kind === "robot" ? ROBOT : 0;
  const reach =
    (person.right + palm - (isHigh ? 0 : PALM)) * pusher.scale + (isHigh ? HEAD : SIDE) * other.scale;
  if (apart <= reach) return [...standing];
  const step = ((apart - reach) / 2) * way;
  // The one on the same ground as the other, or the hands would be before somebody who is farther away.
  const groundY = Math.max(pusher.groundY, other.groundY);
  return standing.map((one, j) => {
    const by = people[j];
    return by ? standAt(by, { x: one.x + (j === i ? step : -step), groundY, scale: one.scale }) : one;
  });
}
