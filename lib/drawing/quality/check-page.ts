// Checks a lettered page as it will be printed: its frames and its letters.

import { kinsokuErrors } from "../../../lettering/src/kinsoku.ts";
import { isInPolygon } from "../../../lettering/src/read-path.ts";
import { readsBefore } from "../../../lettering/src/reading-order.ts";
import { areaOf, partInside, type Silhouette, sidesOf } from "../../../lettering/src/silhouette.ts";
import type { Artwork } from "../../manga/artwork.ts";
import { type Box, boundingBox, PAPER } from "../../manga/geometry.ts";
import type { TextSet } from "../../manga/hand-lettering.ts";
import type { Direction } from "../../manga/language.ts";
import type { LetteredText } from "../../manga/lettering.ts";
import type { QualityCheck, QualityFinding } from "../../manga/quality.ts";
import { doubtfulPanels, GUTTER_RATIO, readingOrder } from "../../manga/reading-order.ts";
import type { Panel } from "../../manga/storyboard.ts";
import { mostCovered } from "../../manga/word-cover.ts";
import { guttersOf } from "../layout/gutters.ts";
import { stripNumbers } from "../layout/strips.ts";
import {
  boxesOverlap,
  cornersOf,
  facesOnPage,
  inset,
  leavesBalloon,
  middleOf,
  overlap,
  type PageFace,
  type Shape,
  shapeOf,
} from "./page-shapes.ts";
import { crossedByTail, lacksTail, tailError } from "./tail-faults.ts";

export interface DrawnPage {
  number: number;
  direction: Direction;
  panels: readonly Panel[];
  texts: readonly LetteredText[];
  /** Marks of each panel's art, in the drawing's units. */
  art: ReadonlyMap<string, Readonly<Pick<Artwork, "faces" | "keep">>>;
}

/** 10 pt is 35.28 units; sizes are stored in tenths. */
const LEAST_SIZE = 35.2;
/** Maximum angle between a tail and the direction to the mouth. */
const TAIL_DEGREES = 30;
/** Maximum share of a hand or thing that words may cover. */
const HIDDEN_SHARE = 0.4;
/** The faults, in the order of the checks. Sounds may cross anything, because they are part of the picture. */
export function checkPage(page: DrawnPage): QualityFinding[] {
  return [...checkFrames(page), ...checkTexts(page)];
}

/** 4-koma strips are checked separately, one after the other, and their gutters are alike. */
function checkFrames(page: DrawnPage): QualityFinding[] {
  const strips = stripNumbers(page.panels);
  if (strips === undefined) return checkPanels(page);
  return [...new Set(strips)].flatMap((strip) =>
    checkPanels({ ...page, panels: page.panels.filter((_, index) => strips[index] === strip) }),
  );
}

function checkPanels({ number, direction, panels }: DrawnPage): QualityFinding[] {
  const findings: QualityFinding[] = [];
  const frames = panels.map(({ frame }) => frame);
  const order = readingOrder(frames, direction);
  if (order.some((index, at) => index !== at)) {
    const read = order.map((index) => panels[index]?.id).join(", ");
    findings.push({
      check: "reading-order",
      page: number,
      message: `readers will read the panels in the order ${read}`,
    });
  }
  for (const index of doubtfulPanels(frames, direction)) {
    findings.push({
      ...{ check: "one-successor", page: number, panel: panels[index]?.id ?? "" },
      message: "two panels could be read next after this one",
    });
  }
  const { across, down } = guttersOf(frames);
  const ratio = Math.min(...across) / Math.max(...down);
  if (across.length > 0 && down.length > 0 && ratio < GUTTER_RATIO - 0.01) {
    findings.push({
      ...{ check: "gutter-ratio", page: number },
      message: `gutters between rows are ${ratio.toFixed(2)} times as wide as those within a row; the minimum is ${GUTTER_RATIO}`,
    });
  }
  return findings;
}

function checkTexts(page: DrawnPage): QualityFinding[] {
  const words = page.texts.filter(({ kind }) => kind !== "sound").map((text) => shapeOf(text, page.texts));
  const faces = page.panels.flatMap((panel) => facesOnPage(panel, page.art.get(panel.id)?.faces ?? []));
  return [
    ...words.flatMap((word) =>
      checkWord(word, { words, faces, page: page.number, byHand: setOf(word.text, page.panels)?.tail }),
    ),
    ...page.panels.flatMap((panel) => checkOrder(panel, words, page)),
    ...page.panels.flatMap((panel) => checkKeep(panel, words, page)),
    ...page.panels.flatMap((panel) => checkShare(panel, words, page.number)),
  ];
}

function checkWord(
  shape: Shape,
  {
    words,
    faces,
    page,
    byHand,
  }: { words: readonly Shape[]; faces: readonly PageFace[]; page: number; byHand: TextSet["tail"] },
): QualityFinding[] {
  const { text, owner, outlines, box } = shape;
  const findings: QualityFinding[] = [];
  const finding = (check: QualityCheck, message: string) =>
    findings.push({ check, page, panel: text.panel, text: text.id, message });
  const errors = text.vertical ? kinsokuErrors(text.lines) : [];
  if (errors.length > 0) finding("kinsoku", errors.join("; "));
  if (leavesBalloon(text, owner)) finding("overflow", "letters extend beyond their balloon");
  for (const other of words) {
    if (other.owner === owner || other.text.id >= text.id) continue;
    if (boxesOverlap(box, other.box) && overlap(outlines, other.outlines)) {
      finding("overflow", `the balloon overlaps that of ${other.text.id}`);
    }
  }
  if (text.fontSize < LEAST_SIZE) {
    finding("text-size", `letters are ${((text.fontSize * 72) / 254).toFixed(1)} pt high; the minimum is 10`);
  }
  for (const face of owner === text ? faces : []) {
    const inner = inset(face.box);
    if (boxesOverlap(box, inner) && overlap(outlines, [cornersOf(inner)])) {
      finding("face-covered", `the balloon covers the face of ${face.character}`);
    }
  }
  // A tail that the user drew, or left out, points where they want it.
  const degrees = byHand === undefined ? tailError(text, faces) : 0;
  if (degrees > TAIL_DEGREES) {
    finding("tail-direction", `the tail points ${degrees.toFixed(0)}° past the mouth of ${text.speaker}`);
  }
  if (byHand !== "none" && lacksTail(shape, { words, faces }))
    finding("tail-direction", `the balloon has no tail to its speaker ${text.speaker}`);
  const crossed = crossedByTail(shape, { words, faces });
  if (crossed !== null) finding("tail-direction", `the tail crosses ${crossed}`);
  if (!holds(PAPER.safe, text.textBox))
    finding("safe-area", "letters are outside the safe area and may be cut off");
  return findings;
}

function setOf({ id, panel }: LetteredText, panels: readonly Panel[]): TextSet | undefined {
  const words = panels.find((one) => one.id === panel)?.words.texts;
  return words?.find((word) => `${panel}/${word.id}` === id)?.set;
}

/** Words of a panel that a reader clearly reads before earlier ones. */
function checkOrder(
  panel: Panel,
  words: readonly Shape[],
  { number, direction }: DrawnPage,
): QualityFinding[] {
  const own = words.filter(({ text, owner }) => text.panel === panel.id && owner === text);
  return own.flatMap(({ text }, at) => {
    const late = own
      .slice(0, at)
      .find(
        (earlier) =>
          !readsBefore(middleParts(earlier.text), middleParts(text), direction) &&
          readsBefore(middleParts(text), middleParts(earlier.text), direction),
      );
    if (late === undefined) return [];
    const message = `these words will be read before those of ${late.text.id}, which come earlier`;
    return [{ check: "reading-order" as const, page: number, panel: panel.id, text: text.id, message }];
  });
}

/** A balloon without its tail, about as large as its text needs. */
function middleParts({ textBox, fontSize }: LetteredText): Silhouette {
  const { width, height } = textBox;
  return {
    ...middleOf(textBox),
    rx: width * 0.6 + fontSize / 2,
    ry: height * 0.6 + fontSize / 2,
    exponent: 2,
  };
}

/** Bodies are not checked: words may cover parts of them, and the placement search already avoids them. */
function checkKeep(panel: Panel, words: readonly Shape[], { number, art }: DrawnPage): QualityFinding[] {
  const { x, y } = boundingBox(panel.frame.corners);
  const kept = (art.get(panel.id)?.keep ?? []).filter(({ weight = 1 }) => weight === 1);
  return words
    .filter(({ text, owner }) => text.panel === panel.id && owner === text)
    .flatMap(({ text, outlines, box }) => {
      const shares = kept.map((area) => {
        const onPage = { ...area, x: area.x + x, y: area.y + y };
        return boxesOverlap(box, onPage) ? shareInside(onPage, outlines) : 0;
      });
      const share = Math.max(0, ...shares);
      if (share <= HIDDEN_SHARE) return [];
      const message = `words hide ${(share * 100).toFixed(0)} % of a hand or a thing; the maximum is ${HIDDEN_SHARE * 100} %`;
      return [{ check: "art-covered" as const, page: number, panel: panel.id, text: text.id, message }];
    });
}

const SAMPLES = Array.from({ length: 12 }, (_, i) => (i + 0.5) / 12);

/** Share of an area inside the outlines, from sample points. */
function shareInside({ x, y, width, height }: Box, outlines: Shape["outlines"]): number {
  const points = SAMPLES.flatMap((down) =>
    SAMPLES.map((across) => ({ x: x + width * across, y: y + height * down })),
  );
  const inside = points.filter((p) => outlines.some((outline) => isInPolygon(p, outline)));
  return inside.length / points.length;
}

function checkShare(panel: Panel, words: readonly Shape[], page: number): QualityFinding[] {
  const covered = words
    .filter(({ text, owner }) => text.panel === panel.id && owner === text)
    .flatMap(({ outlines, box }) => (outlines.length > 0 ? outlines : [cornersOf(box)]))
    .reduce((sum, outline) => sum + areaOf(partInside(outline, sidesOf(panel.frame.corners))), 0);
  const share = covered / areaOf(panel.frame.corners);
  const most = mostCovered(panel.picture);
  if (share <= most) return [];
  const message = `words cover ${(share * 100).toFixed(0)} % of the picture; the maximum is ${most * 100} %`;
  return [{ check: "text-share", page, panel: panel.id, message }];
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
