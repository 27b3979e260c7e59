// Who says each line of a story, how sure that is and how it is uttered. Signs of the text beside a line, turn taking and manner are
// weighed together for a whole talk; the probability of the likeliest speaker is how sure the line is.
import { type People, type ReadStory, type Speakers, type Spoken, SURE_ENOUGH } from "../facts.ts";
import { weighTalk } from "./features.ts";
import { type LineSigns, NAMING } from "./sign-kinds.ts";
import { type Talk, talksOf } from "./talks.ts";
import { voiceOf } from "./voice.ts";
import { speakerWeights } from "./weights.ts";

export function findSpeakers(story: ReadStory, people: People): Speakers {
  const weights = speakerWeights(story.language);
  const spoken = new Map<number, Spoken>();
  for (const talk of talksOf(story, people)) settle(talk, weighTalk(talk, weights), spoken);
  return { of: (unit) => spoken.get(unit) };
}

function settle(
  { reading, lines, candidates }: Talk,
  shares: readonly number[][],
  spoken: Map<number, Spoken>,
): void {
  let named: { who: string; paragraph: number } | undefined;
  for (const [at, { line, signs }] of lines.entries()) {
    const read = reading.story.units[line.unit];
    const own = shares[at];
    if (read === undefined || own === undefined) continue;
    const best = own.indexOf(Math.max(...own));
    const speaker = candidates[best];
    const sure = own[best] ?? 0;
    const isNamed = speaker !== undefined && isNamedBy(signs, speaker.id, sure);
    const goesOn =
      speaker !== undefined &&
      named?.who === speaker.id &&
      named.paragraph === read.unit.paragraph &&
      sure >= NAMED_BY_NAME;
    if (isNamed || goesOn) named = { who: speaker.id, paragraph: read.unit.paragraph };
    const to = signs.to !== undefined && signs.to.value !== speaker?.id ? signs.to : undefined;
    spoken.set(line.unit, {
      speaker: { value: speaker?.id ?? null, sure },
      named: isNamed || goesOn,
      ...(to === undefined ? {} : { to }),
      voice: voiceOf(read, { manner: signs.manner, speaker, words: reading.words }),
    });
  }
}

/**
 * The text itself says who: it names them, and nothing else makes somebody else likelier; or a pronoun means them, and that is sure.
 */
function isNamedBy({ signs }: LineSigns, id: string, sure: number): boolean {
  if (sure >= NAMED) return signs.some(({ kind, who }) => who === id && NAMING.has(kind));
  return (
    sure >= NAMED_BY_NAME &&
    signs.some(
      ({ kind, who, share }) =>
        who === id && share >= SURE_ENOUGH && NAMING.has(kind) && kind !== "pronounTag",
    )
  );
}

const NAMED = 0.85;
const NAMED_BY_NAME = 0.6;
