// The composition of a panel: who stands where, at what scale, and how much room is left for words.

import { measuresOf } from "../closed/measures.ts";
import type { Shot } from "../closed/staging.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { POSES } from "../figures/body/poses.ts";
import { seenIn } from "../figures/body/stances.ts";
import { carriedIn, conveyedIn, joinHands, mountedIn, onSeat, withRider } from "../figures/borne.ts";
import { isShown } from "../figures/hands/both-hands.ts";
import { FIGURE_METRE } from "../figures/hands/hands.ts";
import { isUnderfoot } from "../figures/support.ts";
import { clamp } from "../pen/curves.ts";
import type { Design } from "./design.ts";
import { isFar, planFar, wantedX } from "./far-shots.ts";
import { toldOf } from "./figure-told.ts";
import {
  apart,
  cropOf,
  feetFirst,
  HELD_OUT,
  handFirst,
  handRoom,
  isFootwork,
  isOnFoot,
  isTurnedAway,
  shoeFirst,
  within,
} from "./near-shots.ts";
import { type Person, personOf } from "./person.ts";
import { drawTogether, spread, stepsBack } from "./spacing.ts";
import { flipOf, type Standing, standAt } from "./standing.ts";
import type { Composition } from "./view.ts";
import { type Size, underWords, wordsOver } from "./word-room.ts";

type NearShot = Exclude<Shot, "full" | "long" | "establishing">;

/** For near shots: head height as a share of panel height, and the width of a figure in heads. */
const NEAR = measuresOf<NearShot, { head: number; wide: number }>("shots");

export function planComposition(picture: Picture, cast: readonly Design[], size: Size): Composition {
  const people = picture.figures.flatMap((figure) => {
    const design = cast.find((d) => d.id === figure.character);
    return design ? [personOf(figure, design, seenIn(picture, figure))] : [];
  });
  people.sort((a, b) => a.figure.at - b.figure.at);
  const { shot } = picture;
  const carried = carriedIn(people, picture);
  const ride = isFar(shot) ? mountedIn(people, picture) : undefined;
  const conveyed = isFar(shot) && !ride ? conveyedIn(people, picture) : undefined;
  const standing = carried
    ? [carried.bearer]
    : conveyed
      ? [withRider(conveyed)]
      : people.flatMap((person) => {
          if (person.figure === ride?.bearer.figure) return [ride.bearer];
          return person.figure.character === ride?.rider.figure.character ? [] : [person];
        });
  const plan = isFar(shot) ? planFar(standing, picture, shot, size) : planNear(standing, picture, shot, size);
  plan.standing.sort((a, b) => b.figure.depth - a.figure.depth || reachOf(a.figure) - reachOf(b.figure));
  joinHands(plan.standing, standing, { picture, width: size.width });
  const [bearer] = plan.standing;
  if (conveyed && bearer) plan.standing.splice(conveyed.behind ? 0 : 1, 0, onSeat(conveyed, bearer));
  if (carried && bearer) plan.standing.push(onSeat(carried, bearer));
  const mount = plan.standing.find(({ figure }) => figure === ride?.bearer.figure);
  if (ride && mount) plan.standing.splice(plan.standing.indexOf(mount) + 1, 0, onSeat(ride, mount));
  return plan;
}

/** Drawing order: figures whose hands reach out are drawn over their neighbours. */
const reachOf = ({ pose, holds }: Figure): number =>
  (POSES[pose].acting === "none" ? 0 : 1) + (holds ? 1 : 0);

/** Expressions that show in the mouth as well as in the eyes. */
const OUT_LOUD = /^(?:pain|laugh|shout|cry|furious|terrified|grin)$/u;

/** Plans a near shot: places the heads, and lets the panel crop the bodies below. */
function planNear(people: readonly Person[], picture: Picture, shot: NearShot, size: Size): Composition {
  const { width, height } = size;
  const { room } = picture;
  const { head, wide } = NEAR[shot];
  const n = Math.max(1, people.length);
  const tallest = Math.max(0, ...people.map((p) => p.tall));
  // A hand that points up is part of the subject, so it needs room above.
  const raised = people.some(({ figure, seen }) => figure.pose === "point" && seen.manner === "up");
  const sheltered =
    n === 1 && people.some(({ figure }) => figure.holds === "umbrella" && figure.pose !== "offer");
  const over = raised ? 0.22 : sheltered && (shot === "bust" || shot === "half") ? 0.13 : 0;
  const usual = height * (0.05 + room * wordsOver(size, 0.07) + over);
  const beside = n === 1 && width > height * 1.15 ? width : 0;
  const top = underWords(usual, room, { ...size, free: beside, most: 0.26, swell: 1.4 });
  const beasts = people.length > 0 && people.every(({ design }) => design.kind !== "human");
  // Animals are small, but a close-up of one shows its head, with room for words beside it.
  const small =
    beasts && shot === "close"
      ? 0.84
      : tallest > 0 && tallest < 300
        ? shot === "detail"
          ? 1.1
          : room > 0
            ? 1.28
            : 1.5
        : 1;
  // Somebody who shows a thing beside the face is drawn smaller and higher, to make room for the hand.
  const shown =
    n === 1 &&
    people.some(({ figure, design, seen }) => design.kind === "human" && isShown({ ...figure, ...seen }));
  // A wide, low panel has no room for a whole face: it shows the eyes, except of a figure with an open mouth.
  const strip = shot === "close" && width > height * 2.1 && room < 2 && !shown;
  const eyesOnly =
    n === 1 &&
    !beasts &&
    people.every(({ figure }) =>
      shot === "detail"
        ? !figure.holds && !isFootwork(figure)
        : strip && !figure.speaks && !OUT_LOUD.test(figure.expression),
    );
  // In a long panel the camera moves closer, most of all to a single person, so that the panel is not empty.
  const long = width / height;
  const closer =
    shot === "half"
      ? clamp(long / 2.2, 1, 1.45)
      : shot === "bust"
        ? clamp(long / (n === 1 ? 1.7 : 2.6), 1, n === 1 ? 1.5 : 1.25)
        : 1;
  // Two people in a tall panel stand closer together, so that they need not be small under an empty ceiling.
  const closeness = n === 1 ? 1 : n === 2 && height > width * 1.5 ? 0.66 : 0.86;
  const shoulder = people.length === 2 && people.filter(isTurnedAway).length === 1;
  // A strip shows more than the eyes of a robot, whose face is its whole head.
  const inStrip = strip && n === 1 && (!beasts || tallest < 300);
  const headUnits =
    eyesOnly || inStrip
      ? Math.min(
          height * (eyesOnly ? 2.3 : beasts ? 44 / Math.max(...people.map(({ crown }) => crown)) : 0.9),
          width * (shot === "detail" ? 0.9 : 0.72),
        )
      : Math.min(
          height * head * closer * (1 - room * 0.045) * small * (shown ? 0.8 : 1) * cropOf(people, picture),
          (width * 0.98) / (n * (shown ? 1.85 : wide) * closeness),
        );
  const scale =
    (headUnits / 100) * handRoom(people, shot, { heads: headUnits / width, tall: height / width });
  const xs = spread(
    people.map((p) => ({
      half: headUnits * (n > 1 ? wide * 0.44 : 0.62),
      wanted: wantedX(p, picture, size),
    })),
    width,
  );
  if (n === 2) drawTogether(xs, headUnits * (shoulder ? 2.6 : 3.3));
  const steps = stepsBack(people);
  const standing = people.map((person, i): Standing => {
    const back = steps[i] ?? 0;
    const { figure, design, tall } = person;
    if (shot === "detail" && figure.holds && design.kind === "human") return handFirst(person, picture, size);
    if (shot === "detail" && isOnFoot(person))
      return isUnderfoot(picture) ? shoeFirst(person, size) : feetFirst(person, size);
    const s = scale * (1 - back * 0.07) * (shoulder && isTurnedAway(person) ? 1.24 : 1);
    if (shoulder && isTurnedAway(person)) return overShoulder(person, s, { ...size, x: xs[i] ?? 0 });
    const drop =
      clamp((tallest - tall) * 0.22, 0, headUnits < height * 0.3 ? 90 : 34) * s + back * headUnits * 0.03;
    const centre = person.crown * s;
    const faceTop =
      shot === "detail" || inStrip
        ? height * ((inStrip ? (eyesOnly ? 0.52 : 0.41) : 0.46) + room * 0.012) -
          centre -
          (eyesOnly ? 6 * s : 0)
        : shot === "close"
          ? height * ((beasts ? 0.52 : shown ? (sheltered ? 0.56 : 0.4) : 0.49) + room * 0.016) - centre
          : top;
    const below = faceTop + drop + tall * s;
    const beast = design.kind !== "human" && (shot === "half" || shot === "bust");
    const aside = shown ? headUnits * 0.3 : 0;
    const free = (xs[i] ?? width / 2) - (person.faceX * s + aside) * flipOf(figure);
    const x =
      n === 1 &&
      (beast || shot === "half" || (shot === "bust" && (figure.holds || HELD_OUT.test(figure.pose))))
        ? within(person, { x: free, scale: s }, width)
        : free;
    // An animal on a wall is placed so that the panel shows the wall.
    const foot = toldOf(picture, figure).onWall ? height * 0.74 : Math.max(below, height * 0.95);
    // A figure that is shown down to the feet stands at the lower edge of the panel.
    const stands = n === 1 && (shot === "half" || shot === "bust") ? Math.max(below, height * 0.97) : below;
    return standAt(person, { x, groundY: beast ? foot : stands, scale: s });
  });
  return {
    standing: standing.map((one, i) => apart(one, people[i], { all: standing, size })),
    groundY: top + tallest * scale,
    metre: FIGURE_METRE * scale,
  };
}

function overShoulder(
  person: Person,
  scale: number,
  { width, height, x: wanted }: Size & { x: number },
): Standing {
  const { figure, tall, faceX } = person;
  const head = 100 * scale;
  const x =
    figure.at < 0.5
      ? Math.max(head * 0.18, wanted - head * 0.3)
      : Math.min(width - head * 0.18, wanted + head * 0.3);
  return standAt(person, {
    x: x - faceX * scale * flipOf(figure),
    // In a low panel the back of a head is placed high enough to be recognised.
    groundY: height * (width > height * 1.3 ? 0.14 : 0.3) + tall * scale,
    scale,
  });
}
