// Chooses how a figure stands or sits, from feeling and character, deterministically; and raises a hand that
// holds something. Also gives the resulting skeleton to other code that needs it.

import type { Design } from "../../camera/design.ts";
import { toldOf } from "../../camera/figure-told.ts";
import type { Angle, Pose, Weather } from "../../closed/staging.ts";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import { hashOf } from "../../pen/chance.ts";
import { cutOf } from "../clothes/garments.ts";
import { EXPRESSIONS } from "../face/expressions.ts";
import type { FigureSpec, Posing, Seen } from "../figure-job.ts";
import { withThings } from "../hands/both-hands.ts";
import { isLifted } from "../hands/hands.ts";
import { wornBy } from "../hands/held-things.ts";
import { fromAbove, isLaid, looksDown, seatIn } from "../seats.ts";
import { mountIn, riding, wheeledIn, wheeling } from "../wheeled.ts";
import {
  BORNE,
  isOnBack,
  isPose,
  type Limb,
  MANNERS,
  type Manner,
  POSES,
  type PoseSpec,
  type Slung,
  STANCES,
  type Stance,
  VARIANTS,
  wayOf,
} from "./poses.ts";
import { measuresOf, type Skeleton, skeletonOf } from "./skeleton.ts";
import type { Touch } from "./touches.ts";

/**
 * What of a picture decides a body's pose and view. Other people, shots, expressions or places give another
 * moment; another take or name does not.
 */
export function seenIn(picture: Picture, figure: Pick<Figure, "character">): Seen {
  const { scene, shot, angle, figures } = picture;
  const { manner, lift, grips, worn } = toldOf(picture, figure);
  return {
    moment: hashOf(
      scene.id,
      shot,
      angle,
      ...figures.map(({ character, pose, at, expression, view }) =>
        [character, pose, at, expression, view].join(" "),
      ),
    ),
    angle,
    manner: manner ?? restingIn(picture, figure),
    mood: scene.mood,
    lift,
    grips,
    isFace: shot === "close",
    isBust: shot === "bust",
    isDetail: shot === "detail",
    overhead: looksDown(picture),
    mount: isOnBack(picture, figure) ? undefined : mountIn(picture),
    wheels: wheeledIn(picture),
    worn,
    furled: !FALLING.has(scene.weather),
  };
}

/** How a figure sits or eats without seat or table. */
const restingIn = (picture: Picture, figure: Pick<Figure, "character">): Manner | undefined =>
  seatIn(picture, figure) === "ground" ? "ground" : isLaid(picture, figure) ? undefined : "afoot";

const FALLING: ReadonlySet<Weather> = new Set(["rain", "storm", "snow"]);

/** Camera height: 1 is above people, −1 below. */
const FROM_ABOVE: Readonly<Record<Angle, number>> = { level: 0, tilted: 0, high: 1, low: -1 };

/** Sideways tilts of the head in degrees, varied by moment so that heads are not all upright. */
const TIPS = [-7, -4, -2, 0, 2, 4, 7] as const;

/** The angles of a body: a stance where the pose leaves it open, with a hand raised if it holds something. */
export function posed(posing: Posing): PoseSpec {
  const { design, pose, expression, view, holds, moment, angle, manner, lift, grips } = posing;
  if (posing.overhead && design.kind === "human" && (pose === "lie" || pose === "sleep"))
    return withThings(fromAbove(pose, design, moment), posing);
  const named = POSES[pose];
  // From the front, hands held out to the reader would be beside the face, so they open low and to one side.
  const welcomes = pose === "offer" && view === "front";
  const stance =
    pose === "stand" ? stanceOf(posing) : welcomes ? wayOf("welcoming") : variantOf(design, pose, moment);
  const tips = named.support === "bed" ? [0] : TIPS;
  const roll = tips[hashOf(design.id, moment, "roll") % tips.length] ?? 0;
  const borne = isPose("busy", pose) ? BORNE[expression] : undefined;
  const held = { ...named, ...stance, ...(manner && MANNERS[manner][pose]) };
  const arms =
    view === "profile" && isPose("hangs", pose)
      ? hanging(held)
      : // Arms round a person or thing that lies on them: forearms across, one hand over the other.
        carriesNothing(posing)
        ? wayOf("cradle")
        : // Food is held in front of the chin, because at the mouth it would hide the face.
          pose === "eat" && holds !== null && wayOf("biting");
  const base = {
    ...held,
    ...arms,
    lean: held.lean + (borne?.lean ?? 0),
    nod: held.nod + (borne?.nod ?? 0),
    arch: held.arch + (borne?.arch ?? 0),
    roll,
    above: FROM_ABOVE[angle],
  };
  if (posing.wheels && holds === posing.wheels) return wheeling(base, posing.wheels, measuresOf(design));
  const slung = posing.isDetail ? undefined : wornBy(holds, pose, posing.worn);
  if (slung) return worn(base, slung);
  if (posing.mount && pose === "ride" && design.kind === "human")
    return withThings({ ...base, ...riding(posing.mount, design) }, posing);
  if (grips && pose === "hold" && holds === null)
    return { ...base, ...wayOf("gripping"), lean: base.lean + 7 };
  if (grips && pose === "reach" && holds === null) return { ...base, ...wayOf("reaching") };
  if (isLifted(holds, lift) && base.support !== "bed") return { ...base, ...wayOf(lift) };
  // An umbrella is handed over by its stick; other things are offered on the palms.
  if (holds === "umbrella" && !posing.isFace && pose === "offer") return { ...base, ...wayOf("giving") };
  return withThings(base, posing);
}

/** A worn thing leaves the hands free, except one that holds a cloth together. */
function worn(base: PoseSpec, slung: Slung): PoseSpec {
  const isHeld = base.acting === "none" || base.acting === "near";
  return { ...base, slung, ...(slung === "round" && isHeld && wayOf("wrapped")) };
}

const carriesNothing = ({ pose, holds, design }: Posing): boolean =>
  pose === "carry" && holds === null && design.kind === "human";

/** In profile hanging arms drop straight down; spread arms would show in front of the body. */
function hanging({ nearArm, farArm }: PoseSpec): Partial<PoseSpec> {
  const hangs = ({ upper, lower, touch }: Limb) => !touch && upper[0] < 19 && lower[0] < 31;
  return {
    ...(hangs(nearArm) && wayOf("near-hangs")),
    ...(hangs(farArm) && wayOf("far-hangs")),
  };
}

function variantOf(design: Design, pose: Pose, moment: number): Stance {
  if (design.kind !== "human") return {};
  const ways = (VARIANTS[pose] ?? []).filter((one) => hasPockets(design) || !usesPocket(one));
  return ways[hashOf(design.id, moment, pose) % Math.max(1, ways.length)] ?? {};
}

function stanceOf({ design, expression, view, moment, mood, speaks, isFace, tight }: Posing): Stance {
  const { id, look, kind, age } = design;
  if (kind !== "human") return {};
  const open = expression === "calm" || expression === "smile";
  const own = STANCES[EXPRESSIONS[expression].stances];
  const eerie = mood === "eerie" && expression === "calm";
  const all = eerie ? STANCES.uncanny : speaks && open ? STANCES.telling : own;
  const stances = all.filter(
    (one) =>
      (hasPockets(design) || !usesPocket(one)) &&
      !(tight && reachesOut(one)) &&
      !((isFace || cutOf(design.clothes.top).hanging) && touches(one, "nape")),
  );
  const stance = stances[hashOf(id, look, view, expression, moment) % stances.length] ?? own[0];
  // The arms of a stance are not a gesture: lettering may cover them, and a thing may be put in them.
  const { acting: _, ...rest } = stance;
  return age === "child" ? { ...rest, lean: (rest.lean ?? 0) * 0.7 } : rest;
}

const touches = ({ nearArm, farArm }: Stance, what: Touch): boolean =>
  nearArm?.touch === what || farArm?.touch === what;

/** Whether a forearm is held out ahead. */
export const isHeldOut = ({ touch, lower }: Limb): boolean =>
  !touch && lower[0] > 50 && Math.abs(lower[1]) < 45;

const reachesOut = ({ nearArm, farArm }: Stance): boolean =>
  [nearArm, farArm].some((arm) => arm !== undefined && isHeldOut(arm));

const usesPocket = (stance: Stance): boolean => touches(stance, "pocket");

/** Trousers and shorts have pockets, unless a long garment covers them. */
const hasPockets = ({ clothes: { top, bottom } }: Design): boolean =>
  (bottom === "trousers" || bottom === "shorts") && !UNPOCKETED.has(top);

const UNPOCKETED: ReadonlySet<Design["clothes"]["top"]> = new Set(["kimono", "robe", "armor", "apron"]);

interface Somebody {
  figure: Figure;
  design: Design;
}

export const bodyOf = ({ figure, design, seen }: Somebody & { seen: Seen }): Skeleton =>
  skeletonOf(design, posed({ ...figure, design, ...seen }), figure.view);

/** The skeleton of a figure in its picture. */
export const bodyIn = (picture: Picture, { figure, design }: Somebody): Skeleton =>
  bodyOf({ figure, design, seen: seenIn(picture, figure) });

/** The skeleton of a figure as it is drawn. */
export const bodyAs = (spec: FigureSpec): Skeleton => skeletonOf(spec.design, posed(spec), spec.view);
