// How much of a thing lies inside the frame.
import { boundingBox } from "../../../../manga/geometry.ts";
import type { Named } from "../pen/pen.ts";
import type { Size } from "./word-room.ts";

/** The share of a thing's box that lies inside a panel, 0 to 1. */
export function shareInside({ corners }: Named, { width, height }: Size): number {
  const box = boundingBox(corners.map(([x, y]) => ({ x, y })));
  const across = Math.min(box.x + box.width, width) - Math.max(box.x, 0);
  const down = Math.min(box.y + box.height, height) - Math.max(box.y, 0);
  return across > 0 && down > 0 ? (across * down) / (box.width * box.height) : 0;
}
