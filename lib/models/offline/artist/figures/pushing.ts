// Whoever has their hands on somebody else, to push them or to take hold of them: the two come together until the hands reach.

import { toldOf } from "../camera/figure-told.ts";
import type { Person } from "../camera/person.ts";
import { flipOf, type Standing, standAt } from "../camera/standing.ts";
import type { Picture } from "../closed/storyboard.ts";
import { clamp } from "../pen/curves.ts";
import { bodyOf } from "./body/bodies.ts";
import { onwards } from "./body/limbs.ts";
import { movedTo } from "./crew.ts";

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
  const { arms } = bodyOf({ ...person, figure: { ...person.figure, view: "profile" } });
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

/** Moves two people together so that the hand of the one who grips meets the arm of the other; everybody else stays. */
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
  // Each comes half of the way, as far as the panel leaves both their faces.
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

/** How far ahead of the hips the middle of the hand is that grips. */
function handOf(person: Person): number {
  const { arms, measures } = bodyOf(person);
  return onwards(arms.near.elbow.p, arms.near.wrist.p, measures.hand * 0.4)[0];
}

/** Where on the page the elbow is that lies on that side of somebody: −1 left. */
function armOf(person: Person, side: 1 | -1, { x, scale, figure }: Standing): number {
  const { arms } = bodyOf(person);
  const xs = [arms.near, arms.far].map(({ elbow }) => x + elbow.p[0] * flipOf(figure) * scale);
  return side < 0 ? Math.min(...xs) : Math.max(...xs);
}
