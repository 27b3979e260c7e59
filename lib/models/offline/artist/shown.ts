// What of a picture's things a reader sees: those that lie inside the frame, large enough to be told. Whoever stages pictures asks
// it of those that draw them, so that both go by one rule.
import { boundingBox } from "../../../manga/geometry.ts";
import type { PanelRequest } from "../closed/request.ts";
import { remembering } from "../remembering.ts";
import { thingsIn } from "./panel.ts";
import type { Named } from "./pen.ts";

interface Size {
  width: number;
  height: number;
}

/** How much of a thing lies inside a panel, 0 to 1. */
export function shareInside({ corners }: Named, { width, height }: Size): number {
  const box = boundingBox(corners.map(([x, y]) => ({ x, y })));
  const across = Math.min(box.x + box.width, width) - Math.max(box.x, 0);
  const down = Math.min(box.y + box.height, height) - Math.max(box.y, 0);
  return across > 0 && down > 0 ? (across * down) / (box.width * box.height) : 0;
}

/** The share of a thing that tells what it is, whatever the rest is cut by. */
const ENOUGH = 0.7;

/** Units of the longer side of the least thing that can be told from a stroke: 2 mm on paper. */
const LEAST = 20;

/** How much of a panel's shorter side a thing takes; 0 where it is not to be told. */
function clearSize(thing: Named, size: Size): number {
  const { width, height } = boundingBox(thing.corners.map(([x, y]) => ({ x, y })));
  const longer = Math.max(width, height);
  if (longer < LEAST || shareInside(thing, size) < ENOUGH) return 0;
  return longer / Math.min(size.width, size.height);
}

/** Upright and wide, as pages have them: a panel's frame is decided only when its picture is known. */
const SHAPES: readonly Size[] = [
  { width: 520, height: 760 },
  { width: 1000, height: 520 },
];

type Asked = Pick<PanelRequest, "picture" | "cast">;

/** The page after asks for a page's pictures once more, to begin unlike its end. */
const remembered = remembering<ReadonlyMap<string, number>>(400);

/** The things that a panel of this picture shows, whatever its shape, and how much of its shorter side each takes. */
export const shownIn = (asked: Asked): ReadonlyMap<string, number> =>
  remembered(JSON.stringify([asked.picture, asked.cast]), () => lookAt(asked));

function lookAt({ picture, cast }: Asked): ReadonlyMap<string, number> {
  const [upright, wide] = SHAPES.map((size) => {
    const request = {
      kind: "panel",
      picture,
      cast,
      seed: 7,
      ...size,
    } as const;
    const sizes = new Map<string, number>();
    for (const thing of thingsIn(request))
      sizes.set(thing.what, Math.max(sizes.get(thing.what) ?? 0, clearSize(thing, size)));
    return sizes;
  });
  return new Map(
    [...(upright ?? [])].flatMap(([what, one]): [string, number][] => {
      const least = Math.min(one, wide?.get(what) ?? 0);
      return least > 0 ? [[what, least]] : [];
    }),
  );
}
