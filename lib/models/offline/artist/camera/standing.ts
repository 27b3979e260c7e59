// A figure with a place in a picture: position, scale, and the position of its face.
import type { Figure } from "../closed/storyboard.ts";
import type { Pt } from "../pen/curves.ts";
import type { Design } from "./design.ts";
import type { Person } from "./person.ts";

export interface Standing {
  figure: Figure;
  design: Design;
  /** X of the hips and y of the ground under them, in units. */
  x: number;
  groundY: number;
  /** Drawing units in one unit of figure space. */
  scale: number;
  /** The centre of the head. */
  face: Pt;
  /** Of an animal: its horizontal extent. */
  span?: readonly [left: number, right: number];
  /** Sits on somebody's arms, without ground under it. */
  borne?: true;
  /** Sits on a seat that has been drawn with others. */
  seated?: true;
  /** A neighbour takes the space that a gesturing hand would need. */
  tight?: true;
}

export const flipOf = ({ facing }: Figure): 1 | -1 => (facing === "left" ? -1 : 1);

export function standAt(
  person: Person,
  { x, groundY, scale }: Pick<Standing, "x" | "groundY" | "scale">,
): Standing {
  const { figure, design, faceX, tall, crown } = person;
  const face: Pt = [x + faceX * scale * flipOf(figure), groundY - (tall - crown) * scale];
  if (design.kind === "human") return { figure, design, x, groundY, scale, face };
  const ends = [person.left, person.right].map((end) => x + end * scale * flipOf(figure));
  return { figure, design, x, groundY, scale, face, span: [Math.min(...ends), Math.max(...ends)] };
}
