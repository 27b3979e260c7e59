// What can be wrong with the tail of a balloon.

import { isInPolygon } from "../../../lettering/src/read-path.ts";
import type { Point } from "../../manga/geometry.ts";
import type { LetteredText } from "../../manga/lettering.ts";
import { balloonOf, cornersOf, inset, middleOf, type PageFace, type Shape } from "./page-shapes.ts";

/** Degrees between the tail and the way to the speaker's mouth; 0 where either cannot be seen. */
export function tailError(
  { tail, speaker, panel, textBox }: LetteredText,
  faces: readonly PageFace[],
): number {
  const own = faces.filter((face) => face.panel === panel && face.character === speaker);
  if (tail === null || own.length === 0) return 0;
  const middle = middleOf(textBox);
  const angle = (p: Point): number => Math.atan2(p.y - middle.y, p.x - middle.x);
  return Math.min(
    ...own.map(({ mouth }) => {
      const between = Math.abs(angle(tail) - angle(mouth));
      return (Math.min(between, 2 * Math.PI - between) * 180) / Math.PI;
    }),
  );
}

/** Whether somebody whose face is in the panel says it, and neither its balloon nor one that is grown together with it has a tail. */
export function lacksTail(
  { text, owner }: Shape,
  { words, faces }: { words: readonly Shape[]; faces: readonly PageFace[] },
): boolean {
  if (text.kind !== "balloon" || owner !== text) return false;
  const isSeen = faces.some(({ panel, character }) => panel === text.panel && character === text.speaker);
  return isSeen && words.every((other) => other.owner !== text || other.text.tail === null);
}

/** How many points of an outline on either side of a tail's tip are the tail's. */
const TAIL_POINTS = 6;

/** A tail as it is drawn: the outline around its tip, or a thought's bubbles. */
function drawnTail({ text: { tail, voice }, owner }: Shape): Point[] {
  if (tail === null) return [];
  const [outline = [], ...bubbles] = balloonOf(owner);
  if (voice === "thought") return [tail, ...bubbles.flat()];
  const far = outline.map(({ x, y }) => Math.hypot(x - tail.x, y - tail.y));
  const at = far.indexOf(Math.min(...far));
  const around = Array.from({ length: 2 * TAIL_POINTS + 1 }, (_, i) =>
    outline.at((at + i - TAIL_POINTS) % outline.length),
  );
  return [tail, ...around.filter((p) => p !== undefined)];
}

/** The balloon of other words, or the face of somebody else, that a tail lies on; null where it lies on none. */
export function crossedByTail(
  shape: Shape,
  { words, faces }: { words: readonly Shape[]; faces: readonly PageFace[] },
): string | null {
  const { speaker } = shape.text;
  const { owner } = shape;
  const way = drawnTail(shape);
  const word = words.find(
    (other) =>
      other.owner !== owner && other.outlines.some((outline) => way.some((p) => isInPolygon(p, outline))),
  );
  if (word !== undefined) return `the balloon of ${word.text.id}`;
  const face = faces.find(
    ({ character, box }) => character !== speaker && way.some((p) => isInPolygon(p, cornersOf(inset(box)))),
  );
  return face === undefined ? null : `the face of ${face.character}`;
}
