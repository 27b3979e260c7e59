// Manga's marks of feeling: blush lines, tears, drops of sweat, the vein of anger, the blue lines of gloom.
import { type Pt, placed, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { type FaceLook, faceContour, type Rig, skinShape } from "../head/head-rig.ts";
import type { ExpressionLook } from "./expressions.ts";

/** What lies on the skin, under the features. */
export function drawSkinMarks(pen: Pen, rig: Rig, face: FaceLook, feeling: ExpressionLook): void {
  const { marks } = feeling;
  const cheekY = face.eyeY + face.eyeHeight * 0.5 + 7;
  for (const eye of rig.eyes) {
    const x = eye.x + eye.side * 4 * eye.width;
    if (marks.includes("deep-blush")) {
      pen.of(MATERIALS.blush).fill(
        [
          [x - 10 * eye.width, cheekY],
          [x, cheekY - 5],
          [x + 10 * eye.width, cheekY],
          [x, cheekY + 5],
        ],
        { tone: 0.2 },
      );
    }
    if (marks.includes("blush") && ((face.masculine && !face.young) || face.old)) continue;
    if (!marks.includes("blush") && !marks.includes("deep-blush")) continue;
    const n = marks.includes("deep-blush") ? 4 : 3;
    for (let i = 0; i < n; i++) {
      const bx = x + (i - (n - 1) / 2) * 4.6 * eye.width;
      pen.line(through([bx + 1.6, cheekY - 2.6], [bx - 1.6, cheekY + 2.6]), 0.4, "none");
    }
  }
  if (marks.includes("shade") || marks.includes("gloom")) {
    pen.inside(skinShape(rig, faceContour(rig, face)), (p) =>
      shadeBrow(p, rig, marks.includes("gloom") || face.bald),
    );
  }
}

function shadeBrow(pen: Pen, rig: Rig, lines: boolean): void {
  const left = rig.x(-62);
  const right = rig.view === "three-quarter" ? 36 : rig.view === "profile" ? 34 : 38;
  if (!lines) {
    pen.fill(
      [
        [left - 30, -70, 1],
        [right + 20, -70, 1],
        [right + 6, -8],
        [(left + right) / 2, -2],
        [left - 6, -4],
      ],
      { tone: 0.22 },
    );
    return;
  }
  for (let i = 0; i < 9; i++) {
    const x = left + ((right - left) * (i + 0.5)) / 9;
    const end = -4 + (i % 3) * 7 - Math.abs(i - 4) * 1.2;
    pen.line(through([x, -34], [x, end]), 0.4, "end");
  }
}

/** What lies over everything: drops, veins, flashes. */
export function drawMarks(pen: Pen, rig: Rig, face: FaceLook, feeling: ExpressionLook): void {
  const draw = (part: string, ...at: Parameters<typeof placed>) =>
    drawPart(pen.at(placed(...at)), `marks/${part}`);
  const { view } = rig;
  for (const mark of feeling.marks) {
    if (mark === "tear") draw("drop", rig.eyes[0]?.x ?? 0, face.eyeY + 17, 0, 0.7);
    if (mark === "tears") tears(pen, rig, face);
    if (mark === "sweat" || mark === "sweats") draw("drop", rig.x(-58) - 1, -8, 12, 1.05);
    if (mark === "sweats") {
      draw("drop", view === "three-quarter" ? 31 : rig.x(52) - 2, 22, -6, 0.8);
      draw("drop", rig.x(-66), 22, 8, 0.75);
    }
    if (mark === "vein") draw("vein", rig.x(-46), -28, 0, 1.1);
    if (mark === "bags") bags(pen, rig, face);
    // The bubble of deep sleep is at the nose, the breath of a sigh before the mouth.
    if (mark === "snooze") draw("snooze", rig.nose[0] + 11, rig.nose[1] + 6, 0, 1);
    // A face this large has a burst behind it already.
    if (mark === "flash" && pen.scale < 1) draw("flash", view === "front" ? 0 : -2, 0);
    if (mark === "puff") draw("puff", rig.mouth[0] + 17 * rig.mouthWidth + 17, rig.mouth[1] - 1, 10, 0.9);
  }
}

/** Water that stands under the lid, runs over the cheek as one clear band and gathers in a drop before the jaw. */
function tears(pen: Pen, rig: Rig, face: FaceLook): void {
  const skin = skinShape(rig, faceContour(rig, face));
  for (const eye of rig.eyes) {
    const w = 3 * eye.width;
    const x = eye.x - eye.side * eye.width;
    const y = face.eyeY + face.eyeHeight * 0.3;
    // A short face has less of a cheek to run over.
    const long = Math.min(23, (8 + 42 * face.chin - y) * 0.56);
    const at = (across: number, down: number): Pt => [
      x + across * w + eye.side * eye.width * 2.4 * Math.sin(down * 2.2),
      y + down * long,
    ];
    const side = (s: 1 | -1): Pt[] => [
      at(s * 2.6, 0),
      at(s * 1.15, 0.16),
      at(s * 0.9, 0.45),
      at(s * 0.95, 0.78),
      at(s * 1.3, 1),
    ];
    const drop = [at(1.2, 1.14), at(0, 1.28), at(-1.2, 1.14)];
    const band = [...side(-1).toReversed(), ...side(1), ...drop];
    // From afar a shade in it would be dirt on the cheek.
    const fine = pen.scale > 0.45;
    pen.inside(skin, (p) => {
      p.fill(band, "white");
      if (fine)
        p.fill([at(0.1, 0.1), ...side(1).slice(1), at(1.2, 1.14), at(0.2, 1.2), at(0.15, 0.6)], {
          tone: 0.2,
        });
      p.line([...side(-1), ...drop.toReversed(), ...side(1).toReversed()], fine ? 0.55 : 0.3, "none");
      if (fine) p.line([at(-0.4, 0.86), at(-0.5, 1.02), at(-0.1, 1.12)], 0.35);
    });
  }
}

function bags(pen: Pen, rig: Rig, face: FaceLook): void {
  for (const eye of rig.eyes) {
    const w = face.eyeWidth * eye.width;
    const y = face.eyeY + face.eyeHeight * 0.5 + 3;
    pen.line(through([eye.x - w * 0.4, y], [eye.x, y + 2.4], [eye.x + w * 0.4, y]), 0.5);
    for (let i = -1; i <= 1; i++) {
      pen.line(through([eye.x + i * w * 0.22 + 1, y + 2.6], [eye.x + i * w * 0.22 - 1, y + 6]), 0.3);
    }
  }
}
