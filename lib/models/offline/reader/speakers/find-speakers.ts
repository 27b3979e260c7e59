// Finds the speaker and voice of each line, with a certainty. It combines evidence beside the line, turn-taking and wording over a whole
// dialogue. The certainty is the probability of the most likely speaker.
import type { People, ReadStory, Speakers, Spoken } from "../facts.ts";
import type { Clause } from "../text/clause.ts";
import { speakerProbabilities, speakerWeights } from "./features.ts";
import { type Dialogue, dialoguesOf } from "./talks.ts";
import { voiceOf } from "./voice.ts";

export function findSpeakers(story: ReadStory, people: People): Speakers {
  const weights = speakerWeights(story.language);
  const spoken = new Map<number, Spoken>();
  for (const talk of dialoguesOf(story, people))
    addSpeakers(talk, speakerProbabilities(talk, weights), spoken);
  return { of: (unit) => spoken.get(unit) };
}

/** Minimum certainty of a named speaker who is a distinct character. Calibrated: includes most tags and unambiguous turns. */
const NO_DOUBT = 0.8;

function addSpeakers(
  { reading, lines, candidates }: Dialogue,
  shares: readonly number[][],
  spoken: Map<number, Spoken>,
): void {
  let last: { speaker: Dialogue["candidates"][number]; manner: readonly Clause[] } | undefined;
  for (const [at, { line, signs }] of lines.entries()) {
    const read = reading.story.units[line.unit];
    const own = shares[at];
    if (read === undefined || own === undefined) continue;
    const sure = Math.max(...own);
    const speaker = candidates[own.indexOf(sure)];
    const to = signs.to !== undefined && signs.to.value !== speaker?.id ? signs.to : undefined;
    // "Pip," whispered Ida. "You will freeze there.": one tag gives the voice of both lines.
    const goesOn = speaker === last?.speaker && (line.gap === "joined" || line.gap === "beside");
    const manner = goesOn && signs.manner.length === 0 && last ? last.manner : signs.manner;
    last = { speaker, manner };
    spoken.set(line.unit, {
      speaker: { value: speaker?.id ?? null, sure },
      named: speaker !== undefined && sure * speaker.sure >= NO_DOUBT,
      ...(to === undefined ? {} : { to }),
      voice: voiceOf(read, { manner, speaker, words: reading.words }),
    });
  }
}
