// What bodies on four legs are put together from: limbs with paws, tails, haunches, and what a coat shows. The ground is y = 0.
import type { Paint } from "../../../../manga/drawing.ts";
import { limbOutline } from "../figures/body/limbs.ts";
import { corner, type Pt, placed, pts, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import type { Breed } from "./breeds.ts";

export interface Coat {
  breed: Breed;
  paint: Paint;
  /** What the coat shows where the light does not reach. */
  shade: Paint;
  /** Degrees by which a feeling raises the tail. */
  tail: number;
}

export function shaded(p: Pen, { paint, shade }: Coat, trunk: readonly Pt[], patch: readonly Pt[]): void {
  if (paint === "black") return;
  p.inside(trunk, (q) => q.fill(patch, shade));
}

/** A limb before the trunk: on a black coat a thin white line sets it off. */
export function limb(p: Pen, { paint }: Coat, outline: readonly Pt[], weight = 1): void {
  p.shape(outline, paint, weight);
  if (paint === "black") p.stroke(outline, "white", 0.45, true);
}

export function drawTail(p: Pen, { breed, paint, tail }: Coat, [x, y]: Pt, up = 0): void {
  const q = p.at(placed(x, y, up + tail));
  q.shape(breed.tail, paint, 0.9);
  if (breed.tailTip) q.shape(breed.tailTip, paint === "white" ? "black" : "white", 0.6);
}

/** The tail of a sleeper lies round it: a thick brush reaches the nose. */
export function curledTail(p: Pen, { breed, paint }: Coat): void {
  if (!breed.tailTip) {
    p.shape(pts("-78,-12! -40,-20 10,-14 36,-4 30,0! -72,0!"), paint, 0.9);
    return;
  }
  p.shape(pts("-84,-14! -60,-38 -16,-40 24,-28 62,-6! 30,2 -20,0 -72,0!"), paint);
  p.shape(
    pts("14,-32! 30,-26 62,-6! 34,2 16,0! 22,-10 12,-14! 22,-22"),
    paint === "white" ? "black" : "white",
    0.6,
  );
}

export function haunch(p: Pen, coat: Coat, [x, y]: Pt): void {
  limb(
    p,
    coat,
    through([x - 24, y - 16], [x - 22, y - 42], [x + 2, y - 52], [x + 24, y - 34], [x + 20, y - 10]),
    0.9,
  );
  limb(
    p,
    coat,
    [[x - 14, y - 12], [x + 14, y - 13], [x + 34, y - 8], corner([x + 36, y]), corner([x - 16, y])],
    0.8,
  );
}

/** Fore legs are straight; hind legs have a thigh and a hock that points back. */
export function legs(p: Pen, coat: Coat, pairs: readonly Pt[], weight: number): void {
  const { paint } = coat;
  const [wide, knee, thin] = coat.breed.legs;
  for (const [x, swing] of pairs) {
    const hind = x < 0;
    const foot: Pt = [x + swing, Math.abs(swing) > 40 ? -14 : -7];
    const bend: Pt = [x + swing * 0.35 + (hind ? -9 : 3), hind ? -34 : -32];
    limb(p, coat, limbOutline([x, -62], bend, foot, [hind ? wide * 1.24 : wide, knee, thin]), weight);
    const paw: Pt[] = [
      [foot[0] - thin - 1, foot[1] - 4],
      [foot[0] + thin + 1, foot[1] - 4],
      [foot[0] + thin + 7, foot[1] + 3],
      corner([foot[0] + thin + 4, foot[1] + 7]),
      corner([foot[0] - thin - 1, foot[1] + 7]),
    ];
    p.shape(paw, paint, weight * 0.8);
    const ankle: Pt = [bend[0] + (foot[0] - bend[0]) * 0.3, bend[1] + (foot[1] - bend[1]) * 0.3];
    if (isSocked(coat)) {
      p.fill(
        limbOutline(ankle, [(ankle[0] + foot[0]) / 2, (ankle[1] + foot[1]) / 2], foot, [
          knee * 0.9,
          knee * 0.86,
          thin,
        ]),
        "black",
      );
      p.fill(paw, "black");
    } else if (paint !== "black")
      for (const d of [1, 6])
        p.line(
          through([foot[0] + d + thin * 0.2, foot[1] + 1], [foot[0] + d + 1 + thin * 0.2, foot[1] + 6]),
          0.4,
          "none",
        );
  }
}

export const isSocked = ({ breed, paint }: Coat): boolean =>
  breed.species === "fox" && paint !== "black" && paint !== "white";
export function chest(p: Pen, { paint }: Coat, patch: readonly Pt[]): void {
  if (paint !== "white") p.fill(patch, "white");
}

export function belly(p: Pen, { paint }: Coat, patch: readonly Pt[]): void {
  if (paint === "white") return;
  p.fill(patch, paint === "black" ? { tone: 0.62 } : { tone: 0.3 });
}

export function saddle(p: Pen, { breed, paint }: Coat, trunk: readonly Pt[], back: readonly Pt[]): void {
  if (breed.species !== "wolf" || paint === "white") return;
  p.inside(trunk, (q) => q.fill(back, "black"));
}

/** Stripes of a tabby, the patch of a dog. */
export function markings(p: Pen, { breed, paint }: Coat, at: readonly Pt[], length: number): void {
  if (breed.species === "dog") {
    const [x, y] = at[1] ?? [0, 0];
    if (paint !== "black")
      p.fill(
        [
          [x - length * 1.1, y + length * 0.3],
          [x - length * 0.3, y + length * 0.08],
          [x + length * 0.7, y + length * 0.2],
          [x + length * 0.95, y + length * 0.7],
          [x + length * 0.3, y + length * 1.15],
          [x - length * 0.2, y + length * 0.9],
          [x - length * 0.9, y + length],
        ],
        { tone: paint === "white" ? 0.5 : 0.66 },
      );
    return;
  }
  if (breed.species !== "cat" || paint === "black" || paint === "white") return;
  for (const [x, y] of at)
    p.fill(
      [corner([x - 5, y]), corner([x + 6, y]), [x + 4, y + length * 0.6], corner([x + 2, y + length])],
      "black",
    );
}
