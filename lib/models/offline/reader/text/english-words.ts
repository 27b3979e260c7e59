// English words with tags of Universal Dependencies and lemmas, by wink-nlp. The model is loaded once a process, when English is first read
// (about 0.2 s of CPU time and 75 MB).
import type { ItemToken, ItsFunction, WinkMethods } from "wink-nlp";
import { corrected } from "./english-tags.ts";
import type { TagWords, Word } from "./word.ts";

let loading: Promise<WinkMethods> | undefined;

async function load(): Promise<WinkMethods> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import("wink-nlp"),
    import("wink-eng-lite-web-model"),
  ]);
  return winkNLP(model, ["sbd", "pos"]);
}

export async function tagger(): Promise<TagWords> {
  loading ??= load();
  const nlp = await loading;
  const { its } = nlp;
  return (text) => {
    const words: Word[] = [];
    let to = 0;
    const take = (token: ItemToken) => {
      const written = String(token.out(its.value));
      const from = placeOf(written, text, to);
      to = Math.min(text.length, from + written.length);
      const tag = String(token.out(its.pos));
      if (written.trim() === "" || tag === "SPACE") return;
      const lemma =
        tag === "PROPN" ? written : String(token.out(its.lemma as ItsFunction<string>)).toLowerCase();
      words.push({ from, to, text: text.slice(from, to), lemma, tag });
    };
    nlp.readDoc(text).tokens().each(take);
    return corrected(words);
  };
}

const SPACE = /\s*/uy;

/** No character that the tokenizer drops is further from a token, in UTF-16 units. */
const NEAR = 40;

/** Where the token stands at or after `at`. The tokenizer writes some characters otherwise; what is not found keeps its place. */
function placeOf(token: string, text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  const from = SPACE.lastIndex;
  if (text.startsWith(token, from)) return from;
  const near = text.slice(at, from + NEAR).indexOf(token);
  return near < 0 ? at : at + near;
}
