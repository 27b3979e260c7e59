// English words with tags of Universal Dependencies and lemmas, by wink-nlp. The model is loaded once a process, when English is first read
// (about 0.1 s of CPU time and 30 MB).
import type { ItemToken, ItsFunction, WinkMethods } from "wink-nlp";
import { corrected } from "./english-tags.ts";
import type { Word } from "./word.ts";

let loading: Promise<WinkMethods> | undefined;

async function load(): Promise<WinkMethods> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import("wink-nlp"),
    import("wink-eng-lite-web-model"),
  ]);
  return winkNLP(model, ["sbd", "pos"]);
}

export type TagWords = (text: string) => Word[];

/** Tags a text of any length, in time that grows with its length. Offsets are those of the text. */
export async function englishTagger(): Promise<TagWords> {
  loading ??= load();
  const nlp = await loading;
  const { its } = nlp;
  return (text) => {
    const words: Word[] = [];
    let at = 0;
    nlp
      .readDoc(text)
      .tokens()
      .each((token: ItemToken) => {
        const written = String(token.out(its.value));
        const found = text.indexOf(written, at);
        // The tokenizer writes some characters otherwise (a no-break space); what is not found keeps its place.
        const from = found < 0 || found > at + LONGEST_GAP ? at : found;
        const to = Math.min(text.length, from + written.length);
        at = to;
        const tag = String(token.out(its.pos));
        if (written.trim() === "" || tag === "SPACE") return;
        const lemma =
          tag === "PROPN" ? written : String(token.out(its.lemma as ItsFunction<string>)).toLowerCase();
        words.push({ from, to, text: written, lemma, tag });
      });
    return corrected(words);
  };
}

/** White space before a token is not longer, or it is no white space. */
const LONGEST_GAP = 4_000;
