// Who stands where, how large, and what room words are left: the composition of a panel.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { PlaceKind, Shot } from "../../../manga/staging.ts";
import type { Figure, Picture } from "../../../manga/storyboard.ts";
import { carriedIn, onArms } from "./carried.ts";
import { clamp } from "./curves.ts";
import { feetFirst, handFirst, isFootwork, isOnFoot, shoeFirst } from "./detail-shots.ts";
import { joinHands } from "./grip.ts";
import { FIGURE_METRE } from "./held-size.ts";
import { isShown } from "./holding.ts";
import { isOnWall } from "./manner.ts";
import { mountedIn, onBack } from "./mounted.ts";
import { apart, cropOf, HELD_OUT, handRoom, isTurnedAway, within } from "./near-shots.ts";
import { type Person, personOf } from "./person.ts";
import { isIndoors, isUnderGlass } from "./places.ts";
import { POSES } from "./poses.ts";
import { handsOn } from "./pushing.ts";
import { drawTogether, keepOnPath, spread } from "./spacing.ts";
import { seenIn } from "./stances.ts";
import { flipOf, type Standing, standAt } from "./standing.ts";
import { isUnderfoot } from "./underfoot.ts";
import { underWords, wordsOver } from "./word-room.ts";

export interface Composition {
  /** Farthest first. */
  standing: Standing[];
  /** Y of the ground nearest to the reader. */
  groundY: number;
  /** Units of a metre at the nearest figures. */
  metre: number;
}

type FarShot = "full" | "long" | "establishing";
type NearShot = Exclude<Shot, FarShot>;

/** Near shots: heads over panel height, and how many heads wide a figure wants to be. */
const NEAR: Readonly<Record<NearShot, { head: number; wide: number }>> = {
  detail: { head: 1.05, wide: 1.1 },
  close: { head: 0.62, wide: 1.3 },
  bust: { head: 0.37, wide: 1.7 },
  half: { head: 0.245, wide: 1.95 },
};

/** Far shots: how much of the panel a standing grown person fills, and where the ground is. */
const FAR: Readonly<Record<FarShot, { share: number; indoors: number; ground: number }>> = {
  full: { share: 0.97, indoors: 0.97, ground: 0.96 },
  long: { share: 0.68, indoors: 0.76, ground: 0.94 },
  establishing: { share: 0.42, indoors: 0.56, ground: 0.92 },
};

const isFar = (shot: Shot): shot is FarShot => shot === "full" || shot === "long" || shot === "establishing";

export function planComposition(
  picture: Picture,
  cast: readonly CharacterDesign[],
  size: { width: number; height: number },
): Composition {
  const people = picture.figures.flatMap((figure) => {
    const design = cast.find((d) => d.id === figure.character);
    return design ? [personOf(figure, design, seenIn(picture))] : [];
  });
  people.sort((a, b) => a.figure.at - b.figure.at);
  const { shot } = picture;
  const carried = carriedIn(people, picture);
  const ride = isFar(shot) ? mountedIn(people, picture) : undefined;
  const standing = carried
    ? [carried.bearer]
    : people.flatMap((person) => {
        if (person.figure === ride?.mount.figure) return [ride.mount];
        return person.figure.character === ride?.rider.figure.character ? [] : [person];
      });
  const plan = isFar(shot) ? planFar(standing, picture, shot, size) : planNear(standing, picture, shot, size);
  plan.standing.sort((a, b) => b.figure.depth - a.figure.depth || reachOf(a.figure) - reachOf(b.figure));
  joinHands(plan.standing, standing, { picture, width: size.width });
  const [bearer] = plan.standing;
  if (carried && bearer) plan.standing.push(onArms(carried, bearer));
  const mount = plan.standing.find(({ figure }) => figure === ride?.mount.figure);
  if (ride && mount) plan.standing.splice(plan.standing.indexOf(mount) + 1, 0, onBack(ride, mount));
  return plan;
}

/** Hands that reach towards a neighbour are drawn over them. */
const reachOf = ({ pose, holds }: Figure): number =>
  (POSES[pose].acting === "none" ? 0 : 1) + (holds ? 1 : 0);

/** Ghosts hang in the air when they rest. */
const liesDown = ({ figure: { pose }, design: { kind } }: Person): boolean =>
  (pose === "lie" || pose === "sleep") && kind !== "ghost";

/** Whole figures on the ground, scaled so that everybody's hands and feet are in the panel. */
function planFar(
  people: readonly Person[],
  picture: Picture,
  shot: FarShot,
  size: { width: number; height: number },
): Composition {
  const { width, height } = size;
  const { share, indoors, ground } = FAR[shot];
  const lying = people.length > 0 && people.every(liesDown);
  const groundY = height * (lying ? 0.8 : ground);
  const highest = Math.max(shot === "full" ? 330 : 560, ...people.map((p) => p.top));
  // A strip is all ground and sky: the camera comes closer, or people would be pins in it.
  const closer = shot === "full" ? 1 : clamp(width / height / 2.2, 1, 1.5);
  const wanted =
    (height * Math.min(0.9, (isIndoors(picture.scene.place.kind) ? indoors : share) * closer)) /
    (shot === "full" ? highest : 660);
  const crowd = people.reduce((sum, p) => sum + Math.min(p.right - p.left, 700), 0);
  const widest = Math.max(200, ...people.map((p) => p.right - p.left));
  const fits = Math.min(wanted, (width * 1.12) / Math.max(1, crowd), (width * 0.94) / widest);
  const usual = height * (0.04 + picture.room * wordsOver(size, 0.06));
  const taken = crowd * Math.min(fits, (groundY - usual) / highest);
  const free = people.length > 1 ? (width - taken) / 2 : width - taken;
  const top = underWords(usual, picture.room, { ...size, free, most: 0.32, swell: 1 });
  const scale = Math.min(fits, (groundY - top) / highest);
  // Whoever hits, hugs or hands over reaches the other.
  const touching = people.length === 2 && people.some(({ figure: { pose } }) => TOUCHES.test(pose));
  const spans = people.map((p) => ({
    half: ((p.right - p.left) / 2) * scale * (touching ? 0.6 : 1),
    wanted: wantedX(p, picture, size),
  }));
  const [abed] = people;
  // In a narrow panel a bed is seen from its head down, or its sleeper would be a pin in the blanket.
  const single = people.length === 1 && abed?.design.kind === "human";
  if (lying && single && width < height * 1.25 && isIndoors(picture.scene.place.kind)) {
    const s = Math.min((width * 0.94) / (widest * 0.58), (height * 0.3) / 130);
    const head = abed.faceX * flipOf(abed.figure);
    const middle = ((abed.left + abed.right) / 2) * flipOf(abed.figure);
    const x = width * (head < middle ? 0.24 : 0.76) - head * s;
    return { standing: [standAt(abed, { x, groundY, scale: s })], groundY, metre: FIGURE_METRE * s };
  }
  const xs = spread(spans, width);
  if (people.length === 2) {
    const embraced = people.every(({ figure: { pose } }) => pose === "embrace");
    drawTogether(xs, (embraced ? EMBRACED : APART) * FIGURE_METRE * scale);
    // Not in the middle of a strip again and again.
    const aside = width > height * 2 ? ([-0.12, 0.06, 0.14][(people[0]?.seen.moment ?? 0) % 3] ?? 0) : 0;
    for (const [i, x] of xs.entries()) xs[i] = x + aside * width;
  }
  const glass = isUnderGlass(picture.scene);
  if (PATHS.has(picture.scene.place.kind) || glass)
    keepOnPath(xs, width, FIGURE_METRE * scale * (glass ? 0.55 : 1));
  const standing = people.map((p, i): Standing => {
    const { figure } = p;
    const s = scale * (1 - figure.depth * 0.12);
    const middle = ((p.left + p.right) / 2) * s * flipOf(figure);
    const up = figure.depth * height * 0.04;
    const x = (xs[i] ?? width / 2) - middle;
    const at = standAt(p, { x, groundY: groundY - up, scale: s });
    // A bird on its wings is up in the air, as far as words leave it room.
    const rise = p.design.kind === "bird" && figure.pose === "jump" ? at.groundY - p.top * s - top : 0;
    return rise <= 0
      ? at
      : { ...standAt(p, { x, groundY: at.groundY - Math.min(rise, height * 0.26), scale: s }), borne: true };
  });
  return { standing: handsOn(standing, people, picture), groundY, metre: FIGURE_METRE * scale };
}

const TOUCHES = /^(?:fight|embrace|push|offer|reach)$/u;

/** Metres between two who are in a picture together; the room that two take who hold each other is the same. */
const APART = 1.7;
const EMBRACED = 0;

/** Feelings that are in the mouth as well. */
const OUT_LOUD = /^(?:pain|laugh|shout|cry|furious|terrified|grin)$/u;

/** Paths that one must not be moved off. */
const NARROW: ReadonlySet<PlaceKind> = new Set([
  "bridge",
  "corridor",
  "alley",
  "stairs",
  "train",
  "cave",
  "bus",
]);

/** Places that are a path between walls or rails. */
export const PATHS: ReadonlySet<PlaceKind> = new Set(["bridge", "corridor", "alley", "stairs"]);
/** Whoever is alone in a wide panel stands in a third of it, and looks into the rest. */
function wantedX(
  { figure: { at } }: Person,
  { figures, scene, shot }: Picture,
  { width, height }: { width: number; height: number },
): number {
  const free = !isFar(shot) || !NARROW.has(scene.place.kind);
  const aside = figures.length === 1 && free && width > height * 1.4 ? 1.6 : 1;
  return width * clamp(0.5 + (at - 0.5) * aside, 0.08, 0.92);
}

/** Faces first: heads are placed, and bodies leave the panel below. */
function planNear(
  people: readonly Person[],
  picture: Picture,
  shot: NearShot,
  size: { width: number; height: number },
): Composition {
  const { width, height } = size;
  const { room } = picture;
  const { head, wide } = NEAR[shot];
  const n = Math.max(1, people.length);
  const tallest = Math.max(0, ...people.map((p) => p.tall));
  // A hand that points up is what the picture is of.
  const raised = people.some(({ figure, seen }) => figure.pose === "point" && seen.manner === "up");
  const sheltered =
    n === 1 && people.some(({ figure }) => figure.holds === "umbrella" && figure.pose !== "offer");
  const over = raised ? 0.22 : sheltered && (shot === "bust" || shot === "half") ? 0.13 : 0;
  const usual = height * (0.05 + room * wordsOver(size, 0.07) + over);
  const beside = n === 1 && width > height * 1.15 ? width : 0;
  const top = underWords(usual, room, { ...size, free: beside, most: 0.26, swell: 1.4 });
  const beasts = people.length > 0 && people.every(({ design }) => design.kind !== "human");
  // Animals are small, but a close-up of one is of its head, and words want room beside it.
  const small =
    beasts && shot === "close" ? 0.84 : tallest > 0 && tallest < 300 ? (shot === "detail" ? 1.1 : 1.5) : 1;
  // A face with what its owner holds up beside it is a little smaller, higher, and makes way for the hand.
  const shown =
    n === 1 &&
    people.some(({ figure, design, seen }) => design.kind === "human" && isShown({ ...figure, ...seen }));
  // A low strip has no room for a face: it shows the eyes, but not of whoever opens the mouth to speak.
  const strip = shot === "close" && width > height * 2.1 && room < 2 && !shown;
  const eyesOnly =
    n === 1 &&
    !beasts &&
    people.every(({ figure }) =>
      shot === "detail"
        ? !figure.holds && !isFootwork(figure)
        : strip && !figure.speaks && !OUT_LOUD.test(figure.expression),
    );
  // A long panel would be empty round a small face: the camera comes closer, to one person most.
  const long = width / height;
  const closer =
    shot === "half"
      ? clamp(long / 2.2, 1, 1.45)
      : shot === "bust"
        ? clamp(long / (n === 1 ? 1.7 : 2.6), 1, n === 1 ? 1.5 : 1.25)
        : 1;
  // Two in a tall panel stand close, or they would be small under an empty ceiling.
  const closeness = n === 1 ? 1 : n === 2 && height > width * 1.5 ? 0.66 : 0.86;
  const shoulder = people.length === 2 && people.filter(isTurnedAway).length === 1;
  // Of a robot, whose head is all there is of its face, a strip shows more than that.
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
  const scale = (headUnits / 100) * handRoom(people, shot, headUnits / width);
  const xs = spread(
    people.map((p) => ({
      half: headUnits * (n > 1 ? wide * 0.44 : 0.62),
      wanted: wantedX(p, picture, size),
    })),
    width,
  );
  if (n === 2) drawTogether(xs, headUnits * (shoulder ? 2.6 : 3.3));
  const standing = people.map((person, i): Standing => {
    const { figure, design, tall } = person;
    if (shot === "detail" && figure.holds && design.kind === "human") return handFirst(person, picture, size);
    if (shot === "detail" && isOnFoot(person))
      return isUnderfoot(picture) ? shoeFirst(person, size) : feetFirst(person, size);
    const s = scale * (1 - figure.depth * 0.07) * (shoulder && isTurnedAway(person) ? 1.24 : 1);
    if (shoulder && isTurnedAway(person)) return overShoulder(person, s, { ...size, x: xs[i] ?? 0 });
    const drop =
      clamp((tallest - tall) * 0.22, 0, headUnits < height * 0.3 ? 90 : 34) * s +
      figure.depth * headUnits * 0.03;
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
    // Whoever is on a wall has it in the picture.
    const foot = isOnWall(picture.action, figure.pose) ? height * 0.74 : Math.max(below, height * 0.95);
    return standAt(person, { x, groundY: beast ? foot : below, scale: s });
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
  { width, height, x: wanted }: { width: number; height: number; x: number },
): Standing {
  const { figure, tall, faceX } = person;
  const head = 100 * scale;
  const x =
    figure.at < 0.5
      ? Math.max(head * 0.18, wanted - head * 0.3)
      : Math.min(width - head * 0.18, wanted + head * 0.3);
  return standAt(person, {
    x: x - faceX * scale * flipOf(figure),
    // In a low panel the back of a head must be more than a blob at its foot.
    groundY: height * (width > height * 1.3 ? 0.14 : 0.3) + tall * scale,
    scale,
  });
}
