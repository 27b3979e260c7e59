// Words of a panel: set, placed, and drawn as balloons with tails and as captions.

import { formOf } from "./balloon-body.ts";
import { drawBalloon } from "./balloon-shapes.ts";
import { frameOf, type PlacedText, type Room, type TextToPlace } from "./candidates.ts";
import { captionCorners, drawCaption } from "./caption-box.ts";
import { inWeight } from "./embolden.ts";
import { type Box, boundingBox, type Point } from "./geometry.ts";
import { handTail } from "./hand-tail.ts";
import type { Tail } from "./ink-line.ts";
import { joinOutlines } from "./join-outlines.ts";
import { joinsPrevious } from "./joined-balloons.ts";
import { compose, glyphPath, moved, scaling, translation } from "./outline.ts";
import type { Face, LetteredText, PageBrief, Panel, Word } from "./page.ts";
import { type ArtMarks, type FreePlaces, isSameList, type PageSearch } from "./page-search.ts";
import { placeTexts } from "./place.ts";
import { edgeOf, inkOr, round, roundBox, UNITS_PER_POINT } from "./rounded.ts";
import { type SearchBudget, searchBudget } from "./search-budget.ts";
import { type Side, type Silhouette, silhouetteOf, touch } from "./silhouette.ts";
import { setInBalloons } from "./split-word.ts";
import { handsOf, tailFor } from "./tail.ts";
import { wayOf } from "./tail-ways.ts";
import { wobble } from "./wobble.ts";

interface WordsAround {
  /** Positions on the page. */
  marks: ArtMarks;
  /** The words and sounds of all earlier panels; `near` are those close to this panel. */
  taken: readonly Silhouette[];
  near: readonly Silhouette[];
  page: PageBrief;
  budget: SearchBudget;
  places: PageSearch["places"];
}

/** Share of a panel's budget for the places of its words; the rest is for tails and sounds. */
const PLACES_SHARE = 0.75;

/** `limited`: the budget ended the search for places. */
export async function letterWords(
  panel: Panel,
  { marks, taken, near, page, budget, places }: WordsAround,
): Promise<{ texts: LetteredText[]; silhouettes: Silhouette[]; limited: boolean }> {
  const words = panel.words.texts;
  const settings = await Promise.all(words.map((word) => setInBalloons(word, page)));
  const pairs = joinsPrevious(words);
  // Where a person put one of two joined balloons, they are joined where they touch.
  const isBeside = (i: number) => pairs[i] && (words[i - 1]?.at ?? words[i]?.at) === undefined;
  const joinedAs = ({ kind, set }: Word, i: number, part: number): TextToPlace["joined"] => {
    if (part > 0) return kind === "balloon" ? "part" : undefined;
    // Where a person joined them, they never stand apart for a better place.
    return isBeside(i) ? (set?.join ? "part" : "line") : undefined;
  };
  const balloons = words.flatMap((word, i) =>
    (settings[i] ?? []).map((blocks, part) => ({ word, blocks, joined: joinedAs(word, i, part) })),
  );
  const toPlace = balloons.map(({ word, blocks, joined }) => ({
    form: formOf(word),
    blocks,
    fontSize: sizeOf(word, page),
    ...wantedOf(word),
    face: faceOf(word, marks.faces),
    beyond: beyondFold(word, panel, marks.faces, page),
    at: word.at,
    joined,
  }));
  const room = {
    corners: panel.frame.corners,
    faces: marks.faces,
    keep: marks.keep,
    taken,
    direction: page.direction,
    cover: panel.cover,
    unframed: marks.unframed,
  };
  const forPlaces = searchBudget(budget.limit * PLACES_SHARE, budget);
  const free = freePlaces(toPlace, { panel, near, room, budget: forPlaces, places });
  const placed = placeAroundPositioned(toPlace, { free: free.placed, room, budget: forPlaces });
  const silhouettes = placed.map((p) => silhouetteOf(p.body, p.middle));
  const partsOf = (word: Word | undefined): Part[] =>
    placed.flatMap((place, index) => (balloons[index]?.word === word ? [{ place, index }] : []));
  const texts: LetteredText[] = [];
  const tails: Point[][] = [];
  const isJoined = (i: number) =>
    pairs[i] === true && areJoined(partsOf(words[i - 1]), partsOf(words[i]), silhouettes);
  for (const [i, word] of words.entries()) {
    // This line was drawn together with the line before it.
    if (isJoined(i)) continue;
    const others = words.slice(i + 1).findIndex((_, later) => !isJoined(i + 1 + later));
    const line = words.slice(i, others < 0 ? undefined : i + 1 + others);
    const parts = line.flatMap(partsOf);
    const tail = tailOf(line, parts, (index) => {
      const others = [...taken, ...silhouettes.filter((_, j) => j !== index)];
      const beyond = beyondFold(word, panel, marks.faces, page);
      return { panel, beyond, faces: marks.faces, hands: handsOf(marks.keep), others, tails, budget };
    });
    const from = placed[tail?.index ?? -1];
    if (tail !== null && from !== undefined) tails.push(wayOf(tail.tail, from.middle));
    const frame = frameOf({ corners: panel.frame.corners, unframed: marks.unframed });
    const drawn = line.map((one) => drawText(panel, one, { parts: partsOf(one), tail, frame }, page));
    texts.push(...inJoinedOutline(drawn));
  }
  return { texts, silhouettes, limited: free.limited || forPlaces.limited };
}

/**
 * The places that the search gives a panel's words when it may place all of them. They do not depend on where a person put some of them, so
 * they are cached.
 */
function freePlaces(
  words: readonly PositionedText[],
  {
    panel,
    near,
    room,
    budget,
    places,
  }: Pick<WordsAround, "near" | "budget" | "places"> & { panel: Panel; room: Room },
): FreePlaces {
  const asFree = panel.words.texts.map((word) => ({ ...word, at: word.at !== undefined }));
  const key = JSON.stringify([panel.id, asFree]);
  const known = places.get(key);
  if (known !== undefined && isSameList(known.near, near)) return known;
  // Words without a chosen place are placed a second time around the others, so this search gets half of the budget.
  const share = words.some(({ at }) => at !== undefined) ? 0.5 : 1;
  const own = searchBudget(budget.limit * share, budget);
  const found = { near, placed: placeTexts(words, room, own), limited: own.limited };
  places.set(key, found);
  return found;
}

/** One balloon of a word, with its index among the panel's balloons. */
interface Part {
  place: PlacedText;
  index: number;
}

function areJoined(before: readonly Part[], after: readonly Part[], all: readonly Silhouette[]): boolean {
  const [last, first] = [all[before.at(-1)?.index ?? -1], all[after[0]?.index ?? -1]];
  return last !== undefined && first !== undefined && touch(last, first, 0);
}

/** Texts of joined balloons: the first one's outline encloses all, the others refer to it (`within`). */
function inJoinedOutline([first, ...others]: readonly LetteredText[]): LetteredText[] {
  if (first === undefined || others.length === 0) return first === undefined ? [] : [first];
  const outlines = [first, ...others].flatMap(({ outline }) => outline ?? []);
  const within = others.map((other) => ({ ...other, outline: null, within: first.id }));
  return [{ ...first, outline: joinOutlines(outlines) }, ...within];
}

/** `at`: the place that a person or a repair chose. */
type PositionedText = TextToPlace & { at: Point | undefined };

/** Puts texts where a person wants them and searches places for the others around those. */
function placeAroundPositioned(
  words: readonly PositionedText[],
  { free, room, budget }: { free: readonly PlacedText[]; room: Room; budget: SearchBudget },
): readonly PlacedText[] {
  if (words.every(({ at }) => at === undefined)) return free;
  const fixed = free.map((place, i) => ({ ...place, middle: words[i]?.at ?? place.middle }));
  const standing = fixed.flatMap(({ body, middle }, index) =>
    words[index]?.at === undefined ? [] : [{ index, silhouette: silhouetteOf(body, middle) }],
  );
  const those = (isMeant: (index: number) => boolean) =>
    standing.filter(({ index }) => isMeant(index)).map(({ silhouette }) => silhouette);
  const around = { ...room, taken: [...room.taken, ...those(() => true)] };
  const others = placeTexts(
    words.flatMap((word, i) =>
      word.at === undefined
        ? [{ ...word, standing: { before: those((at) => at < i), after: those((at) => at > i) } }]
        : [],
    ),
    around,
    budget,
  );
  return fixed.map((place, i) => (words[i]?.at === undefined ? (others.shift() ?? place) : place));
}

/** A tail, and the index of the panel's balloon to which it belongs. */
interface WordTail {
  index: number;
  tail: Tail;
}

/** Of a word's balloons, the one that gives the shortest tail gets the tail. */
function tailOf(
  line: readonly Word[],
  parts: readonly Part[],
  around: (index: number) => Parameters<typeof tailFor>[2],
): WordTail | null {
  const [word] = line;
  const chosen = line.find(({ set }) => set?.tail !== undefined)?.set?.tail;
  if (word === undefined || chosen === "none") return null;
  if (word.kind === "caption" && chosen === undefined) return null;
  const isBare = ({ body }: PlacedText) => body.form === "none" || body.form === "caption";
  const tails = parts.flatMap(({ place, index }) => {
    if (isBare(place)) return [];
    const tail = chosen === undefined ? tailFor(word, place, around(index)) : handTail(chosen, place);
    return tail === null ? [] : [{ index, tail, length: Math.hypot(tail.tip.x, tail.tip.y) }];
  });
  return tails.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

function drawText(
  panel: Panel,
  word: Word,
  { parts, tail, frame }: { parts: readonly Part[]; tail: WordTail | null; frame: readonly Side[] },
  page: PageBrief,
): LetteredText {
  const id = `${panel.id}/${word.id}`;
  const balloons = parts.map(({ place: { body, middle }, index }, part) => {
    if (body.form === "none") return { outline: null, box: bodyBox(body, middle) };
    if (body.form === "caption") return drawCaption(captionCorners(body, middle, frame));
    const random = wobble(page.seed, `${page.number}/${id}${part === 0 ? "" : `/${part}`}`);
    return drawBalloon(body, middle, tail?.index === index ? tail.tail : null, random);
  });
  const places = parts.map(({ place }) => place);
  const glyphs = places.flatMap(({ block, body, middle }) =>
    moved(
      inWeight(block.glyphs(), word.set?.weight),
      compose(translation(middle.x, middle.y), scaling(body.fontSize)),
    ),
  );
  const fontSize = round(Math.min(...places.map(({ body }) => body.fontSize)));
  const from = parts.find(({ index }) => index === tail?.index)?.place.middle;
  const outlines = balloons.flatMap(({ outline }) => outline ?? []);
  return {
    id,
    panel: panel.id,
    kind: word.kind,
    voice: word.voice,
    ...(word.set?.shape && { shape: word.set.shape }),
    speaker: word.speaker,
    guessed: word.guessed,
    text: word.text,
    lines: places.flatMap(({ block }) => block.lines),
    vertical: places[0]?.block.vertical ?? false,
    fontSize,
    box: roundBox(boundingBox(balloons.flatMap(({ box }) => cornersOf(box)))),
    textBox: roundBox(inkOr(glyphs, places[0]?.middle ?? { x: 0, y: 0 })),
    outline: outlines.length > 1 ? joinOutlines(outlines) : (outlines[0] ?? null),
    tail: tail && from ? { x: round(from.x + tail.tail.tip.x), y: round(from.y + tail.tail.tip.y) } : null,
    glyphs: glyphPath(glyphs),
    edge: formOf(word) === "none" ? round(edgeOf(fontSize)) : 0,
  };
}

function bodyBox({ outerX, outerY }: PlacedText["body"], { x, y }: Point): Box {
  return { x: x - outerX, y: y - outerY, width: outerX * 2, height: outerY * 2 };
}

/** What a person chose for the size of a text and its balloon. */
function wantedOf({ set }: Word): Pick<TextToPlace, "isSizeFixed" | "extent"> {
  const { size, width, height } = set ?? {};
  return {
    ...(size !== undefined && { isSizeFixed: true }),
    ...((width ?? height) !== undefined && { extent: { width, height } }),
  };
}

/** How much larger the letters of a chapter's heading are than those of a line, in points. */
const HEADING_EXTRA = 5;

/** Size of a word's letters in units. 12 pt is usual and 10 to 14 pt the range of manga; loud words are larger, quiet ones smaller. */
function sizeOf(word: Word, page: PageBrief): number {
  if (word.set?.size !== undefined) return word.set.size * UNITS_PER_POINT;
  const usual = page.language === "ja" ? 12 : 11;
  if (word.heading) return (usual + HEADING_EXTRA) * UNITS_PER_POINT;
  if (word.kind === "caption") return (usual - 1.25) * UNITS_PER_POINT;
  const short = word.text.length <= (page.language === "ja" ? 12 : 24);
  switch (word.voice) {
    case "shout":
      return (short ? usual + 2 : usual + 0.75) * UNITS_PER_POINT;
    case "cry":
      return (short ? usual + 1.5 : usual + 0.5) * UNITS_PER_POINT;
    case "whisper":
      return (usual - 1) * UNITS_PER_POINT;
    case "thought":
      return (usual - 0.4) * UNITS_PER_POINT;
    default:
      return usual * UNITS_PER_POINT;
  }
}

/**
 * The side of the panel behind which a speaker stands on the facing page, for a panel that crosses the fold. Words never cross the fold.
 */
function beyondFold(
  word: Word,
  { frame, figures }: Panel,
  faces: readonly Face[],
  { direction }: PageBrief,
): "left" | "right" | undefined {
  const figure = figures.find(({ character }) => character === word.speaker);
  if (!frame.crosses || word.kind === "caption" || !figure || faceOf(word, faces) !== null) return undefined;
  const side = figure.side < 0.5 ? "left" : "right";
  // A speaker on the words' own page who is seen from behind has no face in the art either.
  return side === (direction === "rtl" ? "left" : "right") ? side : undefined;
}

/** The speaker's face; null where the art shows none. */
function faceOf(word: Word, faces: readonly Face[]): Face | null {
  if (word.kind === "caption" || word.speaker === null) return null;
  return faces.find((f) => f.character === word.speaker) ?? null;
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y: y + height },
  ];
}
