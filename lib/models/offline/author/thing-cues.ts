// The things that a text names, remembered by sentence.
import type { Prop } from "../closed/staging.ts";
import { remembering } from "../remembering.ts";
import type { Found } from "../words/cues.ts";
import { thingsIn } from "../words/things-named.ts";
import type { Lexicon } from "./lexicon.ts";

type Things = readonly Found<Prop>[];

/** A sentence is asked for its things by whoever reads its acts, hands and captions. */
const readLast = new WeakMap<Lexicon, ReturnType<typeof remembering<Things>>>();

/** Things that a text names, in its order. */
export function findThings(text: string, lexicon: Lexicon): Things {
  const read = readLast.get(lexicon) ?? remembering<Things>(300);
  readLast.set(lexicon, read);
  return read(text, () => thingsIn(text, lexicon, lexicon.unlisted));
}
