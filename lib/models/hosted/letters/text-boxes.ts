// Converts a text detector's map to boxes around its connected parts. Pure. Source of the thresholds: PaddleOCR's `DBPostProcess`
// (box_thresh 0.6, thresh 0.3).

export interface TextBox {
  /** In pixels of the map. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Mean of the map inside the box, 0 to 1. */
  score: number;
}

const LIKELY = 0.3;
const LEAST_SCORE = 0.6;
/** Smaller parts are dots and ends of lines. */
const LEAST_PIXELS = 40;
/** The most boxes that are read; each costs about 30 ms. */
const MOST_BOXES = 8;

/** The most certain boxes first. `map`: a probability per pixel, row by row. */
export function textBoxes(
  map: Float32Array,
  { width, height }: { width: number; height: number },
): TextBox[] {
  const seen = new Uint8Array(width * height);
  const boxes: TextBox[] = [];
  for (let start = 0; start < map.length; start += 1) {
    if (seen[start] === 1 || (map[start] ?? 0) <= LIKELY) continue;
    const part = partFrom(start, { map, seen, width, height });
    if (part.pixels >= LEAST_PIXELS && part.box.score >= LEAST_SCORE) boxes.push(part.box);
  }
  return boxes.toSorted((a, b) => b.score - a.score).slice(0, MOST_BOXES);
}

interface Searched {
  map: Float32Array;
  /** 1 where a pixel was visited. */
  seen: Uint8Array;
  width: number;
  height: number;
}

function partFrom(start: number, { map, seen, width, height }: Searched): { box: TextBox; pixels: number } {
  const open = [start];
  seen[start] = 1;
  let [pixels, sum] = [0, 0];
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    pixels += 1;
    sum += map[at] ?? 0;
    const x = at % width;
    const y = (at - x) / width;
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    const around = [
      x > 0 ? at - 1 : -1,
      x < width - 1 ? at + 1 : -1,
      y > 0 ? at - width : -1,
      y < height - 1 ? at + width : -1,
    ];
    for (const next of around) {
      if (next < 0 || seen[next] === 1 || (map[next] ?? 0) <= LIKELY) continue;
      seen[next] = 1;
      open.push(next);
    }
  }
  const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1, score: sum / pixels };
  return { box, pixels };
}
