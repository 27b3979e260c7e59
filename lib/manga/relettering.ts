// Letters a finished book again with other words, in another language, or in the other direction; pictures do not change. A page in the
// other direction is mirrored, except for the content of its panels.
import * as z from "zod";
import type { Face } from "./artwork.ts";
import { PAPER, type Point } from "./geometry.ts";
import { RangeSchema } from "./hand-lettering.ts";
import { MOST_RANGES, withEmphasis } from "./hand-set.ts";
import type { Direction } from "./language.ts";
import { RubySchema } from "./story.ts";
import type { Figure, Frame, LetteredSound, Panel, Word } from "./storyboard.ts";

/** Words from a person, by page, panel and text: `p001/k2/w1`; `p001/k2/s1` is a sound. */
export const LinesSchema = z.record(
  z.string(),
  z.object({
    /** The storyboard's words for which the line was written: if these change, the line is ignored. */
    of: z.string(),
    text: z.string(),
    ruby: z.array(RubySchema),
    /** Absent: none. */
    emphasis: z.array(RangeSchema).max(MOST_RANGES).optional(),
  }),
);
export type Lines = z.infer<typeof LinesSchema>;

/** `page`: `p001`. A word whose storyboard text has changed since keeps the storyboard's text. */
export function withLines(panels: readonly Panel[], page: string, lines: Lines): Panel[] {
  return panels.map((panel) => {
    const given = (text: string, id: string) => {
      const line = lines[`${page}/${panel.id}/${id}`];
      return line?.of === text ? line : undefined;
    };
    const texts = panel.words.texts.map((word) => {
      const line = given(word.text, word.id);
      return line === undefined ? word : withLine(word, line);
    });
    const sounds = panel.words.sounds.map((sound, index) => {
      const line = given(sound.text, `s${index + 1}`);
      return line === undefined ? sound : { ...sound, text: line.text };
    });
    return { ...panel, words: { texts, sounds } };
  });
}

/** A word with another text, its readings and its emphasis. */
export function withLine(word: Word, { text, ruby, emphasis }: Omit<Lines[string], "of">): Word {
  return withEmphasis({ ...word, text, ruby }, emphasis);
}

/** The page in the other direction: frames, and texts with a chosen place, change sides; pictures do not. */
export function mirrored(panels: readonly Panel[]): Panel[] {
  return panels.map((panel) => ({
    ...panel,
    frame: mirroredFrame(panel.frame),
    words: { texts: panel.words.texts.map(mirroredWord), sounds: panel.words.sounds.map(mirroredSound) },
  }));
}

function mirroredFrame({ drawn, ...frame }: Frame): Frame {
  const corners = mirroredCorners(frame.corners);
  if (drawn === undefined) return { ...frame, corners };
  return { ...frame, corners, drawn: { ...drawn, x: PAPER.width - drawn.x - drawn.width } };
}

/** Rounded to a hundredth of a unit, as frames are. */
const mirroredPoint = ({ x, y }: Point): Point => ({ x: Math.round((PAPER.width - x) * 100) / 100, y });

/** Corners stay clockwise from top left: the former top right corner comes first. */
function mirroredCorners(corners: readonly Point[]): Point[] {
  const turned = corners.map(mirroredPoint).toReversed();
  // Mirroring reverses the order of corners, which puts the second one (top right) last but one.
  const first = corners.length - 2;
  return [...turned.slice(first), ...turned.slice(0, first)];
}

function mirroredWord(word: Word): Word {
  const { at, set } = word;
  const placed = at === undefined ? word : { ...word, at: mirroredPoint(at) };
  const tail = set?.tail;
  if (tail === undefined || tail === "none") return placed;
  const { bend } = tail;
  const turned = { ...mirroredPoint(tail), ...(bend !== undefined && { bend: -bend }) };
  return { ...placed, set: { ...set, tail: turned } };
}

function mirroredSound(sound: LetteredSound): LetteredSound {
  const at = sound.set?.at;
  return at === undefined ? sound : { ...sound, set: { ...sound.set, at: mirroredPoint(at) } };
}

/** A panel's mirrored figures, for a picture whose speakers would be read in the wrong order. */
export function mirroredFigures(figures: readonly Figure[]): Figure[] {
  return figures.map((figure) => ({
    ...figure,
    side: 1 - figure.side,
    facing: figure.facing === "left" ? "right" : "left",
  }));
}

/** Faces nearer to each other than this share of the picture's width have no order. */
const LEAST_DISTANCE = 0.08;

/**
 * The speakers of a panel in the order of their first lines, where their faces have another order in reading direction: a reader should
 * meet the first speaker first. Undefined where the order is right.
 */
export function speakersOutOfOrder(
  { words }: Pick<Panel, "words">,
  { faces, width }: { faces: readonly Face[]; width: number },
  direction: Direction,
): string[] | undefined {
  const speakers = [...new Set(words.texts.flatMap(({ speaker }) => speaker ?? []))];
  const seen = speakers.flatMap((speaker) => {
    const face = faces.find(({ character }) => character === speaker);
    return face === undefined ? [] : [{ speaker, x: face.box.x + face.box.width / 2 }];
  });
  const isWrong = seen.some(({ x }, index) => {
    const next = seen[index + 1];
    if (next === undefined) return false;
    return (direction === "ltr" ? x - next.x : next.x - x) > width * LEAST_DISTANCE;
  });
  return isWrong ? seen.map(({ speaker }) => speaker) : undefined;
}
