// Faults of a balloon's tail.

import { isInPolygon } from "../../../lettering/src/read-path.ts";
import type { Point } from "../../manga/geometry.ts";
import type { LetteredText } from "../../manga/lettering.ts";
import { balloonOf, cornersOf, inset, middleOf, type PageFace, type Shape } from "./page-shapes.ts";

/** Degrees between the tail's direction and the direction to the speaker's mouth; 0 if there is no tail or no face. */
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

/** Whether the speaker's face is in the panel but neither its balloon nor one joined with it has a tail. */
export function lacksTail(
  { text, owner }: Shape,
  { words, faces }: { words: readonly Shape[]; faces: readonly PageFace[] },
): boolean {
  if (text.kind !== "balloon" || owner !== text) return false;
  const isSeen = faces.some(({ panel, character }) => panel === text.panel && character === text.speaker);
  return isSeen && words.every((other) => other.owner !== text || other.text.tail === null);
}

/** Number of outline points on either side of a tail's tip that belong to the tail. */
const TAIL_POINTS = 6;

/** The drawn tail: the outline around its tip, or a thought's bubbles. */
function drawnTail({ text: { tail, voice, shape = voice }, owner }: Shape): Point[] {
  if (tail === null) return [];
  const [outline = [], ...bubbles] = balloonOf(owner);
  if (shape === "thought") return [tail, ...bubbles.flat()];
  const far = outline.map(({ x, y }) => Math.hypot(x - tail.x, y - tail.y));
  const at = far.indexOf(Math.min(...far));
  const around = Array.from({ length: 2 * TAIL_POINTS + 1 }, (_, i) =>
    outline.at((at + i - TAIL_POINTS) % outline.length),
  );
  return [tail, ...around.filter((p) => p !== undefined)];
}

/** Another text's balloon or another person's face that a tail crosses; null if none. */
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
