// Whether a sentence that names a place has somebody be there, or only sees it from afar.
import type { Roll } from "./mentions.ts";

/** Words of time before the place: `Ten minutes later, the waiting room smelled of leeks.` */
const LEAD =
  /^(?:(?:\w+ ){1,2}later|later|soon|by \w+|at \w+|that \w+|in the (?:morning|afternoon|evening)), /iu;

const SOMEBODY =
  /\b(?:he|she|they|we|both|everyone|everybody|the (?:two|three|four|five|six|others))\b|\bI\b|彼|[二三四五六]人(?=[はがも]|と[^。、]{1,4}[はがも])|ふたり(?=[はがも])|みんな|みな[はが]|一行|一同|私|僕|俺|ぼく|おれ|わたし/iu;

/** `It was dark in the cave`: so it is to those who are there. */
const IT_WAS = /^It (?:was|grew|got|felt|became|smelled) (?:[a-z]+,? ){1,4}(?:in|inside) (?:the|a|an) /u;

/** `The station was huge, and the street in front of it was full of people`: the story looks about where it is. */
const LIES_BEFORE = /\b(?:in front of|outside) (?:it|them) (?:was|were|lay)\b|その(?:すぐ)?前の/iu;

/** `A ship was coming out of the storm`: nobody who is told of is aboard. */
const PASSES = /^(?:Suddenly,? |Then |Now )?An? /u;
const RIDDEN = /^(?:ship|boat|train|tram|bus|ferry|trawler)$/iu;

/** A place only seen from afar moves nobody: somebody must be named in the sentence, or the place must begin it. */
export function somebodyIsThere(text: string, place: string, roll: Roll): boolean {
  if (roll.mentions(text).length > 0 || SOMEBODY.test(text)) return true;
  if (/^Outside,/u.test(text) || IT_WAS.test(text) || LIES_BEFORE.test(text)) return true;
  if (PASSES.test(text) && RIDDEN.test(place)) return false;
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  return text.indexOf(place) - lead <= (/^\p{Script=Latin}/u.test(text) ? 18 : 6);
}
