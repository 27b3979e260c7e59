// Whether the letters of two joined balloons keep their distance: the balloons overlap, their lines must not.
import type { Box, Point } from "./geometry.ts";
import type { SetBlock } from "./set-text.ts";

/** The least distance between the letters of two joined balloons, sideways and vertically, in ems. */
const [BESIDE, OVER] = [0.7, 0.3];

export interface SetLetters {
  block: Pick<SetBlock, "lineBoxes">;
  middle: Point;
  fontSize: number;
}

export function lettersApart(a: SetLetters, b: SetLetters): boolean {
  const em = Math.min(a.fontSize, b.fontSize) / 2;
  const others = linesOf(b, em);
  return linesOf(a, em).every((line) => others.every((other) => !overlap(line, other)));
}

/** Boxes of the lines on the page, each grown by half of that distance; `em` is half an em in units. */
const linesOf = ({ block, middle, fontSize }: SetLetters, em: number): Box[] =>
  block.lineBoxes.map(({ x, y, width, height }) => ({
    x: middle.x + x * fontSize - em * BESIDE,
    y: middle.y + y * fontSize - em * OVER,
    width: width * fontSize + em * BESIDE * 2,
    height: height * fontSize + em * OVER * 2,
  }));

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
