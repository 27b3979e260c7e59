// Draws one standing of a panel: the figure, what supports it and what encloses it.
import { drawBeast } from "./animals/animals.ts";
import { drawCageBefore, drawCageBehind, isCaged } from "./animals/caged.ts";
import { nameAnimal } from "./animals/sights/draw-sights.ts";
import { isExtra } from "./animals/sights/extra-animals.ts";
import type { Design } from "./camera/design.ts";
import { isFar } from "./camera/far-shots.ts";
import { toldOf } from "./camera/figure-told.ts";
import { flipOf, type Standing } from "./camera/standing.ts";
import type { PanelRequest } from "./closed/request.ts";
import type { Pose } from "./closed/staging.ts";
import type { Picture } from "./closed/storyboard.ts";
import { eyesShine } from "./effects/darkness.ts";
import { BED_HEIGHT, drawPillow, drawQuiltFromAbove } from "./figures/bed.ts";
import { seenIn } from "./figures/body/stances.ts";
import { paletteOf } from "./figures/clothes/palette.ts";
import { isAfloat } from "./figures/crew.ts";
import { drawHuman } from "./figures/figure.ts";
import { type DrawnFigure, nibFor } from "./figures/figure-job.ts";
import { isBedded, isLaid, isLying, seatIn } from "./figures/seats.ts";
import { drawSupport, drawSupportBefore, drawUnderfoot, isUnderfoot } from "./figures/support.ts";
import type { Matrix, Pt } from "./pen/curves.ts";
import { overlooked, overlookedWhole } from "./pen/lens.ts";
import { HOURS, MATERIALS } from "./pen/materials.ts";
import { type Pen, PLAIN_LIGHT } from "./pen/pen.ts";
import type { Sketch } from "./sketch.ts";

/** How far loose hair swings in each pose, in head units. */
const MOVING: Readonly<Partial<Record<Pose, number>>> = {
  ...{ run: 22, jump: 16, dance: 14, fall: -14, fight: 12, throw: 10, walk: 5 },
};

interface Watching extends Standing {
  gaze?: Pt | undefined;
}

/** The design without its hat, for somebody in bed. */
const inBed = (design: Design): Design => ({ ...design, clothes: { ...design.clothes, hat: "none" } });

export function drawStanding(
  pen: Pen,
  standing: Watching,
  picture: PanelRequest["picture"],
  sketch: Sketch,
): void {
  const { figure, x, groundY, scale, gaze } = standing;
  const told = toldOf(picture, figure);
  const bedded = isBedded(figure.pose, standing.design, picture.scene.place.kind);
  const design = bedded ? inBed(standing.design) : standing.design;
  const whole = isFar(picture.shot);
  const ground = groundY - (bedded && whole ? BED_HEIGHT * scale : 0);
  const matrix: Matrix = [scale * flipOf(figure), 0, 0, scale, x, ground];
  const { weather } = picture.scene;
  const wind = picture.effects.includes("speed") ? 26 : weather === "wind" || weather === "storm" ? 16 : 0;
  const swing = Math.max(wind, MOVING[figure.pose] ?? 0);
  const nib = nibFor(scale * 100);
  const spec = {
    ...figure,
    ...seenIn(picture, figure),
    ...{ design, beside: picture.props, tight: standing.tight, gaze, swing, near: !whole },
    ...{ faceTold: told.face, wet: told.wetGlasses, shining: eyesShine(picture, figure) },
  };
  let drawn: DrawnFigure = { face: null, keep: [] };
  const human = design.kind === "human";
  const overhead = human && spec.overhead === true && isLying(figure.pose);
  const shown =
    !overhead &&
    (bedded || (picture.shot !== "close" && picture.shot !== "detail" && picture.shot !== "bust" && human));
  const isOn = !human && told.onWall === true && RESTS.test(figure.pose);
  const support = {
    ...spec,
    wall: isOn ? (picture.scene.hour === "night" ? ("night" as const) : ("day" as const)) : ("none" as const),
    props: picture.props,
    seat: seatIn(picture, figure),
    laid: isLaid(picture, figure),
    afloat: isAfloat(picture, figure.pose) || (standing.borne === true && figure.pose === "sit"),
    bedded,
    seated: standing.seated === true,
  };
  pen.withNib(nib).haloed(nib * 0.36, (p) => {
    const body = overlook(p.at(matrix), standing, picture)
      .of(paletteOf(design).hair)
      .inLight({ ...PLAIN_LIGHT, ambient: HOURS[picture.scene.hour].lamplit });
    const wood = body.of(MATERIALS.wood);
    if (shown || isOn) drawSupport(wood, support);
    if (isUnderfoot(picture)) drawUnderfoot(body.of(MATERIALS.plain), spec);
    if (overhead && bedded) drawPillow(body, spec);
    const caged = isCaged(picture, standing);
    if (caged) drawCageBehind(p, standing);
    drawn = design.kind === "human" ? drawHuman(body, spec) : drawBeast(body, spec, design.kind);
    if (caged) drawCageBefore(p, standing);
    if (shown) drawSupportBefore(wood, support);
    if (overhead && bedded) drawQuiltFromAbove(body, spec);
  });
  nameAnimal(pen, standing, picture, drawn.face?.corners);
  if (drawn.face && isExtra(figure)) sketch.keep.push(drawn.face.corners);
  else if (drawn.face) sketch.faces.push({ character: figure.character, ...drawn.face });
  sketch.keep.push(...drawn.keep);
}

/** Poses in which an animal can rest on top of a wall. */
const RESTS = /^(?:lie|sleep|sit|crouch|look-down|look-up)$/u;

/** Strength of the camera's foreshortening: stronger in near shots than for whole figures on the ground. */
const STRENGTH = { near: 0.85, far: 0.3 } as const;

/** Poses that lie low, along the ground or in a boat: no part of the body is nearer to the camera than another. */
const LOW: ReadonlySet<Pose> = new Set(["lie", "sleep", "fall", "row"]);

/** A pen in figure space with the foreshortening of a high or low angle; in near shots the face keeps its place. */
function overlook(
  pen: Pen,
  { figure, face, x, groundY, scale }: Standing,
  { angle, shot }: Pick<Picture, "angle" | "shot">,
): Pen {
  if ((angle !== "high" && angle !== "low") || shot === "detail" || LOW.has(figure.pose)) return pen;
  const way = angle === "high" ? 1 : -1;
  const head: Pt = [((face[0] - x) / scale) * flipOf(figure), (face[1] - groundY) / scale];
  const tall = 60 - head[1];
  if (isFar(shot)) return pen.through(overlookedWhole(STRENGTH.far * way, tall));
  return pen.through(overlooked({ above: STRENGTH.near * way, tall, anchor: head }));
}
