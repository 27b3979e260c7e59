// Draws a panel from back to front (setting, people, effects), and a portrait on plain paper.
import { drawSights } from "./animals/sights/draw-sights.ts";
import { withExtraAnimals } from "./animals/sights/extra-animals.ts";
import { spotsOf } from "./animals/sights/sight-spots.ts";
import { cameraFor, rolled, rollOf } from "./camera/camera.ts";
import { planComposition } from "./camera/compose.ts";
import { castOf } from "./camera/design.ts";
import { isFar, isOnPath } from "./camera/far-shots.ts";
import { isFootwork } from "./camera/near-shots.ts";
import { cameraInRoom } from "./camera/room-camera.ts";
import { setDown, takenOff } from "./camera/set-down.ts";
import { flipOf, type Standing } from "./camera/standing.ts";
import { PLAIN_PICTURE, plainFigure } from "./closed/plain-picture.ts";
import type { PanelRequest, PortraitRequest } from "./closed/request.ts";
import { drawStanding } from "./draw-standing.ts";
import { drawDarkness, drawShine, eyesShine, inTheDark, isPitchDark } from "./effects/darkness.ts";
import { drawBackEffects, drawFrontEffects } from "./effects/effects.ts";
import { drawLair, hasBed } from "./figures/bed.ts";
import { drawRope } from "./figures/borne.ts";
import { crewOf, drawFarSide, drawNearSide, isAfloat, sharedSeat, turnedOut } from "./figures/crew.ts";
import { drawCrowd } from "./figures/crowd.ts";
import { nibFor } from "./figures/figure-job.ts";
import { bearLoad, loadIn } from "./figures/hands/shared-load.ts";
import { looksDown } from "./figures/seats.ts";
import { type Chance, chance, hashOf } from "./pen/chance.ts";
import { clamp, ellipse, IDENTITY, type Pt, rect, through } from "./pen/curves.ts";
import { behindPeople } from "./pen/hand.ts";
import { HOURS, MATERIALS } from "./pen/materials.ts";
import { type Named, type Pen, PLAIN_LIGHT, penOn } from "./pen/pen.ts";
import { drawBackdrop } from "./places/backdrop.ts";
import { drawForeground } from "./places/near/foreground.ts";
import { drawOverhang } from "./places/near/overhang.ts";
import { hasTrait, isIndoors } from "./places/places.ts";
import { noWalls } from "./places/stage.ts";
import type { Sketch } from "./sketch.ts";
import { eyeLevel, placeProps } from "./things/scene-props.ts";
import { handOf } from "./vocabulary/hand-words.ts";

const blank = (): Sketch => ({ items: [], faces: [], keep: [], things: [], bodies: [] });

export function drawPanel(request: PanelRequest): Sketch {
  const sketch = blank();
  const pen = penOn(sketch.items, IDENTITY, 2.4, { named: sketch.things, hand: handOf(request.style) });
  drawOn(pen, request, sketch);
  return sketch;
}

/** Names the things that a panel would show, without drawing it. */
export function thingsIn(request: Staged): Named[] {
  const sketch = blank();
  drawOn(namingPen(sketch.things), request, sketch);
  return sketch.things;
}

/** A panel request without a style: naming things needs none. */
type Staged = Omit<PanelRequest, "style">;

function drawOn(paperPen: Pen, request: Staged, sketch: Sketch): void {
  const { width, height, seed } = request;
  const dark = isPitchDark(request.picture);
  const pen = dark ? inTheDark(paperPen) : paperPen;
  const { picture: given, cast: dressed, sights } = withExtraAnimals(setDown(request), castOf(request));
  const load = loadIn(given, dressed);
  const picture = turnedOut(load?.picture ?? given, dressed);
  const cast = dressed.map((design) => takenOff(design, picture.figures));
  const composed = planComposition(picture, cast, { width, height });
  const borne = load && bearLoad(composed.standing, load, width);
  const { standing: crew, hull } = crewOf(borne?.standing ?? composed.standing, picture, isFar(picture.shot));
  const seat = hull ? undefined : sharedSeat(crew, picture);
  const standing = seat?.standing ?? crew;
  const plan = { ...composed, standing };
  const take = chance(hashOf(seed, "take"));
  // In a place with a path the camera looks along the path; otherwise people would stand in its walls.
  const steady = isOnPath(picture) && isFar(picture.shot) ? 0.3 : 1;
  const pan = take.between(-1, 1) * steady;
  const yaw = turnOf(picture, take) * steady;
  const spec = {
    ...{ width, height, angle: picture.angle, pan },
    ...plan,
    ...eyeLevel(picture, plan, height),
    bare: picture.figures.length === 0 && !isIndoors(picture.scene.place.kind),
  };
  const turned = (degrees: number) => cameraFor({ ...spec, yaw: degrees });
  const camera = isFar(picture.shot)
    ? cameraInRoom(turned, plan, { kind: picture.scene.place.kind, width, yaw })
    : turned(yaw);
  const view = { picture, width, height, camera, seed, take };
  const overhead = looksDown(picture) && plan.standing.some(({ design }) => design.kind === "human");
  if (dark) drawDarkness(pen, view);
  const backdrop = overhead || dark ? undefined : drawBackdrop(pen.inHand(behindPeople(pen.hand)), view);
  if (backdrop) sketch.keep.push(...backdrop.landmarks);
  else if (overhead) drawLair(pen, view, hasBed(plan.standing, picture));
  // Everything in the scene tilts with the camera.
  const roll = rollOf(picture.angle, seed, view);
  const leaning = roll === 0 ? pen : pen.at(rolled(roll, view, isFar(picture.shot) ? 0.95 : 1));
  if (!overhead) sketch.keep.push(...drawCrowd(leaning, view, plan));
  drawBackEffects(pen, view, plan);
  // A flash hides everything except the figures that it strikes.
  const blinded = picture.effects.includes("flash") && plan.standing.length > 0;
  const upright: Pt[][] = blinded
    ? []
    : placeProps(leaning, view, { plan, seen: backdrop?.seen ?? noWalls() });
  const spots = blinded ? [] : spotsOf(sights, view, plan, sketch.things);
  upright.push(...drawSights(leaning, view, plan, { spots, layer: "behind" }));
  if (isFar(picture.shot) || (picture.shot === "detail" && picture.figures.every(isFootwork)))
    for (const standing of plan.standing) drawShadow(leaning, standing, picture);
  const boat = isSeenToHips(picture) ? hull : undefined;
  const wood = leaning
    .withNib(nibFor(100 * (boat?.scale ?? 1)))
    .of(MATERIALS.wood)
    .inLight({ ...PLAIN_LIGHT, ambient: HOURS[picture.scene.hour].lamplit });
  if (boat) drawFarSide(wood, boat);
  if (isSeenToHips(picture)) seat?.draw(leaning);
  if (borne) upright.push(borne.draw(leaning));
  for (const standing of plan.standing) {
    drawStanding(leaning, { ...standing, gaze: gazeAt(standing, plan.standing) }, picture, sketch);
    sketch.bodies.push({
      corners: bodyOf(standing, isFar(picture.shot)).map((corner) => leaning.where(corner)),
      weight: isFar(picture.shot) ? FAR_BODY : NEAR_BODY,
    });
  }
  for (const { design, figure, face } of plan.standing)
    if (design.kind !== "human" && eyesShine(picture, figure)) drawShine(pen, view, leaning.where(face));
  if (boat) drawNearSide(wood, boat, picture);
  drawRope(leaning, plan.standing, picture);
  upright.push(...drawSights(leaning, view, plan, { spots, layer: "before" }));
  sketch.keep.push(...upright.map((corners) => corners.map((corner) => leaning.where(corner))));
  if (!blinded && !overhead && !dark) {
    if (!hull) drawForeground(pen, view, plan, upright);
    drawOverhang(pen, view, plan);
  }
  drawFrontEffects(pen, view, plan);
}

/** Yaw in degrees: varies the view, so that a place is sometimes seen at an angle to its main axis. */
function turnOf({ scene, shot }: PanelRequest["picture"], take: Chance): number {
  const turn = take.pick([-17, -12, -7, 0, 7, 12, 17]);
  if (!hasTrait(scene.place.kind, "turnable")) return 0;
  return shot === "establishing" || shot === "long" ? turn : turn * 0.6;
}

const isSeenToHips = (picture: PanelRequest["picture"]): boolean =>
  isFar(picture.shot) || picture.shot === "half";

/** Weight of a body against a hand (1) when balloons must cover something: a small whole figure matters more than a body that fills the panel. */
const [FAR_BODY, NEAR_BODY] = [0.8, 0.35];

/** Corners of the box of hair, trunk and legs; of an animal that is seen whole, from nose to tail. */
function bodyOf({ face: [x, y], groundY, scale, span }: Standing, whole: boolean): Pt[] {
  const [left, right] = (whole ? span : undefined) ?? [x - 70 * scale, x + 70 * scale];
  return through([left, y - 56 * scale], [right, groundY]);
}

/** The shadow that the feet cast on the ground. */
function drawShadow(
  pen: Pen,
  { figure, design, x, groundY, scale, borne }: Standing,
  { scene, angle, props }: PanelRequest["picture"],
): void {
  if (scene.place.kind === "sky" || borne || isAfloat({ props, scene }, figure.pose)) return;
  const flat = angle === "high" ? 34 : angle === "low" ? 9 : 17;
  const lies = figure.pose === "lie" || figure.pose === "sleep";
  const wide = !lies ? 92 : design.kind === "human" ? 380 : 140;
  pen.fill(ellipse(x + wide * 0.1 * scale, groundY, wide * scale, flat * scale, 12), { veil: 0.3 });
}

/** Direction of the gaze to the nearest other face in front of a figure, in its own space: x ahead, y down, each −1 … 1. */
function gazeAt({ face: [x, y], figure, scale }: Standing, all: readonly Standing[]): Pt | undefined {
  const flip = flipOf(figure);
  const seen = all
    .filter((other) => other.figure !== figure)
    .map(({ face }): Pt => [(face[0] - x) * flip, face[1] - y])
    .filter(([ahead]) => ahead > 0 || figure.view === "front")
    .toSorted(([a], [b]) => Math.abs(a) - Math.abs(b));
  const [at] = seen;
  if (!at) return undefined;
  const far = Math.max(Math.hypot(at[0], at[1]), 100 * scale);
  const ahead = figure.view === "front" ? at[0] / far : 0.6;
  return [ahead, clamp((at[1] / far) * 1.4, -1, 1)];
}

export function drawPortrait({ design: plain, told, style, width, height }: PortraitRequest): Sketch {
  const design = { ...plain, told };
  const sketch = blank();
  const pen = penOn(sketch.items, IDENTITY, 2.4, { hand: handOf(style) });
  pen.fill(rect(-30, -30, width + 60, height + 60), "white");
  const picture = { ...PLAIN_PICTURE, figures: [{ ...plainFigure(design.id), at: 0.48 }] };
  for (const standing of planComposition(picture, [design], { width, height }).standing)
    drawStanding(pen, standing, picture, sketch);
  return sketch;
}

const namingPen = (named: Named[]): Pen => dry(penOn([], IDENTITY, 1, { named }));

const nothing = () => undefined;

/** The same pen without ink: it draws nothing, also in derived spaces. */
function dry(pen: Pen): Pen {
  const self: Pen = {
    ...pen,
    at: (matrix) => dry(pen.at(matrix)),
    withNib: (nib) => dry(pen.withNib(nib)),
    through: (lens) => dry(pen.through(lens)),
    of: () => self,
    inLight: () => self,
    inHand: () => self,
    inside: (_points, draw) => draw(self),
    haloed: (_edge, draw) => draw(self),
    ...{ fill: nothing, shape: nothing, silhouetted: nothing, cutOut: nothing, contour: nothing },
    ...{ line: nothing, scratch: nothing, stroke: nothing, shadowed: nothing },
  };
  return self;
}
