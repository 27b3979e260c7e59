// Chooses a book's peaks: the strongest beats, preferably late, because stories rise towards their end.
import { does } from "./deeds.ts";
import type { ToldBeat } from "./join-beats.ts";

const LOUD: ReadonlySet<string> = new Set(["shout", "cry"]);
export const isLoud = ({ lines }: Pick<ToldBeat, "lines">): boolean =>
  lines.some(({ voice }) => LOUD.has(voice));

/** Loudness of a beat. Neighbours count, too: a climax is loud for several beats, a single cry is not. */
const noiseOf = (beat: ToldBeat | undefined): number =>
  beat === undefined
    ? 0
    : (isLoud(beat) ? 0.5 : 0) + beat.sounds.reduce((sum, { loudness }) => sum + loudness / 8, 0);

/** Minimum number of beats of a book with two peaks. */
const BEATS_OF_TWO_PEAKS = 60;
const FEWEST_BEATS = 4;

/** The part of the book, 0 to 1, in which a story rises. Later beats usually follow the climax. */
const RISES = { from: 0.4, to: 0.87 } as const;
const BEGINNING = 0.35;
const ENDING = 0.96;

/** Worth of a position in the book, 0 to 1, for a peak. */
function riseAt(at: number): number {
  if (at < BEGINNING) return -0.8;
  if (at <= RISES.from || at >= ENDING) return 0;
  return at <= RISES.to ? 0.6 + at * 0.6 : 0.6;
}

/** Minimum weights: a book starts with a large picture, and does not end with a small one. */
const LEAST_WEIGHT = { first: 4, last: 3 } as const;

/**
 * Makes the strongest beat the peak. Late beats are preferred, because stories rise, and so are actions of people, because views and talk
 * carry less of a story.
 */
export function withPeaks(beats: readonly ToldBeat[]): ToldBeat[] {
  if (beats.length < FEWEST_BEATS) return [...beats];
  const worth = (beat: ToldBeat, index: number) => {
    const empty = beat.figures.length === 0 ? 1 : 0;
    const acts = beat.figures.some(({ doing }) => does(doing, "moves") || does(doing, "gesture")) ? 0.4 : 0;
    const guessed = beat.guessed?.length ?? 0;
    const around = noiseOf(beats[index - 1]) + noiseOf(beats[index + 1]);
    const rise = riseAt(index / (beats.length - 1));
    return beat.weight + rise + noiseOf(beat) + around / 2 + acts - empty - guessed * 0.4;
  };
  const peaks = beats
    .flatMap((beat, index) => (beat.units.length > 0 ? [{ index, worth: worth(beat, index) }] : []))
    .toSorted((a, b) => b.worth - a.worth || b.index - a.index)
    .slice(0, beats.length > BEATS_OF_TWO_PEAKS ? 2 : 1)
    .map(({ index }) => index);
  const last = beats.length - 1;
  return beats.map((beat, index) => {
    if (peaks.includes(index)) return { ...beat, weight: 5 };
    const least = index === 0 ? LEAST_WEIGHT.first : index === last ? LEAST_WEIGHT.last : 0;
    return { ...beat, weight: Math.max(beat.weight, least) };
  });
}
