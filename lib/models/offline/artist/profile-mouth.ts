// Open mouths of people who are seen from the side.
import { corner, type Pt } from "./curves.ts";
import type { Mouth } from "./expressions.ts";
import type { Pen } from "./pen.ts";

const OPEN_MOUTHS: ReadonlySet<Mouth> = new Set([
  ...(["laugh", "shout", "gasp", "scream", "cry", "grin", "oh", "quiver", "talk"] as const),
]);

export const isOpen = (mouth: Mouth): boolean => OPEN_MOUTHS.has(mouth);

/** How far the jaw hangs. */
const DROPS: Readonly<Partial<Record<Mouth, number>>> = {
  grin: 4,
  quiver: 4.5,
  oh: 7,
  talk: 6,
  gasp: 12,
  shout: 11,
  scream: 14,
};

/** From the side an open mouth is a wedge that cuts into the face from its edge: teeth above, the tongue below. */
export function drawOpenProfile(pen: Pen, [x, y]: Pt, kind: Mouth): void {
  const drop = DROPS[kind] ?? 8;
  const glad = kind === "laugh" || kind === "grin";
  const back =
    kind === "gasp" || kind === "oh" ? 3 : glad ? 10 : kind === "talk" || kind === "quiver" ? 6 : 8;
  // Only joy draws the corner up: it hangs with the jaw of whoever speaks, and lowest in grief.
  const hang = glad ? -1.6 : drop * (kind === "quiver" || kind === "cry" ? 0.8 : 0.4);
  const wedge: Pt[] = [
    corner([x + 14, y - 5]),
    [x, y - 4],
    corner([x - back, y + hang]),
    [x - back * 0.6, y + hang + (drop - hang) * 0.6],
    [x - 1, y + drop],
    corner([x + 14, y + drop * 0.86]),
  ];
  pen.fill(wedge, "black");
  pen.inside(wedge, (p) => {
    p.fill(
      [
        [x + 14, y - 7],
        [x - back * 0.6, y - 5],
        [x - back * 0.4, y - 1.4],
        [x + 14, y - 0.6],
      ],
      "white",
    );
    if (kind === "grin")
      p.fill(
        [
          corner([x - back, y - 2]),
          corner([x + 14, y - 2]),
          corner([x + 14, y + 3]),
          corner([x - back, y + 2]),
        ],
        "white",
      );
    else
      p.fill(
        [
          [x - back * 0.5, y + drop + 2],
          [x, y + drop * 0.62],
          [x + 14, y + drop * 0.7],
          [x + 14, y + drop + 4],
        ],
        { tone: 0.34 },
      );
  });
  pen.line(wedge.slice(0, -1), 0.6, "none");
}
