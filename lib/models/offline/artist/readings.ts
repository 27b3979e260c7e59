// What the artist reads out of a request's words, fact by fact, for whoever records it: the goldens keep it beside each panel, so that
// these facts can become fields of the picture. Nothing is kept, and nothing costs more than a call, while nobody records.
// This file goes when the artist reads fields and no prose.
import type { CharacterDesign } from "../closed/cast.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import type { Told } from "../told-animals.ts";

/** The words of a request that a reader looks at: `place` is the name of the place, `design` name and description of a person. */
export type Source = "action" | "place" | "place and action" | "design";

/** True, a word of the reader's own vocabulary, or several. */
export type Finding = boolean | string | readonly string[] | undefined;

/** An animal that the action names and the cast has not. */
export interface AnimalReading {
  told: Told;
  perch: string;
  pose: string;
  expression: string;
  far: boolean;
  designs: readonly CharacterDesign[];
}

/** How a figure was drawn, where its own fields do not say it. Absent: as usual. */
export interface FigureReading {
  /** How the pose is done: `astride`, `onto`, `ladder` … */
  manner?: string | undefined;
  /** Where what they hold is brought: `over` the head, before the `eye`. */
  lift?: string | undefined;
  grips?: boolean | undefined;
  /** Lies, and is seen from above. */
  overhead?: boolean | undefined;
  /** A vehicle that they ride. */
  mount?: string | undefined;
  /** What they push or pull. */
  wheels?: string | undefined;
  /** How what they have is worn: `back`, `shoulder`, `round`. */
  worn?: string | undefined;
  face?: string | undefined;
  wetGlasses?: boolean | undefined;
  shiningEyes?: boolean | undefined;
  /** What is under whoever sits. */
  seat?: string | undefined;
  /** A table is before whoever eats. */
  laid?: boolean | undefined;
  afloat?: boolean | undefined;
  bedded?: boolean | undefined;
  onWall?: boolean | undefined;
  caged?: boolean | undefined;
  /** On somebody's arms, back or in what they push. */
  borne?: boolean | undefined;
  /** On a seat that is shared with others. */
  seated?: boolean | undefined;
}

/** What was made of one request. */
export interface Readings {
  /** Readers that were asked while the picture was drawn, with what they found; found once is found. */
  asked: Record<string, Finding>;
  /** The picture as it was staged: figures with the poses, views and hands that they were drawn with. */
  staged?: Pick<Picture, "shot" | "props"> & { figures: readonly Figure[] };
  /** By character; also of animals that are not of the cast. */
  figures: Record<string, FigureReading>;
  animals: readonly AnimalReading[];
  /** What is drawn, in hands and beside people, and who has it. */
  things: readonly { what: string; by?: string }[];
  /** `none`: it is pitch dark; nothing but outlines is seen. */
  light?: "none";
  /** How each thing is there: it `stands`, `lies`, `flies`, `drifts`, `sinks`, is `sunk`. */
  ways: Record<string, string>;
  /** What a close look at things has under them. */
  ground?: string | undefined;
}

interface Reader {
  fact: string;
  from: Source;
  read(words: string): Finding;
}

const READERS: Reader[] = [];

let into: Readings | undefined;

/** A function that finds a fact in words, made known to whoever records. */
export function reader<Found extends Finding>(
  fact: string,
  from: Source,
  read: (words: string) => Found,
): (words: string) => Found {
  READERS.push({ fact, from, read });
  return (words) => {
    const found = read(words);
    if (into) into.asked[fact] = into.asked[fact] || found || false;
    return found;
  };
}

/** A pattern that finds a fact in words, made known to whoever records. */
export const pattern = (fact: string, from: Source, words: RegExp): { test(words: string): boolean } => ({
  test: reader(fact, from, (text) => words.test(text)),
});

/** Keeps what was made of the words; `keep` runs only while somebody records, and what it reads is not recorded as asked. */
export function keepReadings(keep: (readings: Readings) => void): void {
  if (!into) return;
  const readings = into;
  into = undefined;
  keep(readings);
  into = readings;
}

/** Does something, such as a drawing, and gives what was read meanwhile. What is awaited in it is not recorded. */
export function recorded<Made>(make: () => Made): { made: Made; readings: Readings } {
  const readings: Readings = { asked: {}, figures: {}, animals: [], things: [], ways: {} };
  into = readings;
  try {
    return { made: make(), readings };
  } finally {
    into = undefined;
  }
}

/** All that every reader of a source finds in words, whether a drawing would ask it or not. */
export function findIn(words: string, ...sources: readonly Source[]): Record<string, Finding> {
  const found = READERS.filter(({ from }) => sources.includes(from)).map(
    ({ fact, read }) => [fact, read(words)] as const,
  );
  return Object.fromEntries(found.filter(([, what]) => (Array.isArray(what) ? what.length > 0 : what)));
}

/** Names of all readers with the words that they read, for the goldens' documentation and its test. */
export const allReaders = (): readonly Pick<Reader, "fact" | "from">[] => READERS;
