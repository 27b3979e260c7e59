// Which beats of a book are its peaks: the strongest ones, and rather late, since stories rise.
import type { ToldBeat } from "./join-beats.ts";

const LOUD: ReadonlySet<string> = new Set(["shout", "cry"]);
export const isLoud = ({ lines }: Pick<ToldBeat, "lines">): boolean =>
  lines.some(({ voice }) => LOUD.has(voice));

/** How loud a beat is: a climax is loud for several beats, a single cry is none. */
const noiseOf = (beat: ToldBeat | undefined): number =>
  beat === undefined
    ? 0
    : (isLoud(beat) ? 0.5 : 0) + beat.sounds.reduce((sum, { loudness }) => sum + loudness / 8, 0);

/** A longer book has two peaks. */
const BEATS_OF_TWO_PEAKS = 60;
const FEWEST_BEATS = 4;

/** The strongest beat becomes the peak. Late beats win, since stories rise; the last beat is never small. */
export function withPeaks(beats: readonly ToldBeat[]): ToldBeat[] {
  if (beats.length < FEWEST_BEATS) return [...beats];
  const worth = (beat: ToldBeat, index: number) => {
    const at = index / (beats.length - 1);
    const rise = at < 0.35 ? -0.8 : at > 0.4 && at < 0.96 ? 0.6 + at * 0.6 : 0;
    const empty = beat.figures.length === 0 && beat.things.length === 0 ? 1 : 0;
    const guessed = beat.guessed?.length ?? 0;
    const around = noiseOf(beats[index - 1]) + noiseOf(beats[index + 1]);
    return beat.weight + rise + noiseOf(beat) + around / 2 - empty - guessed * 0.4;
  };
  const peaks = beats
    .flatMap((beat, index) => (beat.units.length > 0 ? [{ index, worth: worth(beat, index) }] : []))
    .toSorted((a, b) => b.worth - a.worth || b.index - a.index)
    .slice(0, beats.length > BEATS_OF_TWO_PEAKS ? 2 : 1)
    .map(({ index }) => index);
  const last = beats.length - 1;
  return beats.map((beat, index) => {
    if (peaks.includes(index)) return { ...beat, weight: 5 };
    return index === last ? { ...beat, weight: Math.max(beat.weight, 3) } : beat;
  });
}
