// English words with tags of Universal Dependencies and lemmas, by wink-nlp. The model is loaded once a process, when English is first read
// (about 0.2 s of CPU time and 75 MB).
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
    for (let start = 0; start < text.length; ) {
      const end = pieceEnd(text, start);
      let at = start;
      const take = (token: ItemToken) => {
        const written = String(token.out(its.value));
        const from = placeOf(written, text, at);
        const to = Math.min(text.length, from + written.length);
        at = to;
        const tag = String(token.out(its.pos));
        if (written.trim() === "" || tag === "SPACE") return;
        const lemma =
          tag === "PROPN" ? written : String(token.out(its.lemma as ItsFunction<string>)).toLowerCase();
        words.push({ from, to, text: text.slice(from, to), lemma, tag });
      };
      nlp.readDoc(text.slice(start, end)).tokens().each(take);
      start = end;
    }
    return corrected(words);
  };
}

/** Longer texts are tagged in pieces, for the tagger's time grows faster than a text. In UTF-16 units. */
const PIECE = 1_500;

function pieceEnd(text: string, start: number): number {
  const most = start + PIECE;
  if (most >= text.length) return text.length;
  const sentence = text.lastIndexOf(". ", most) + 2;
  const space = text.lastIndexOf(" ", most) + 1;
  const half = start + PIECE / 2;
  return sentence > half ? sentence : space > half ? space : most;
}

const SPACE = /\s*/uy;

/** Where the token stands at or after `at`. The tokenizer writes some characters otherwise; what is not found keeps its place. */
function placeOf(token: string, text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  const from = SPACE.lastIndex;
  if (text.startsWith(token, from)) return from;
  const near = text.slice(at, from + NEAR).indexOf(token);
  return near < 0 ? at : at + near;
}

/** No character that the tokenizer drops is further from a token, in UTF-16 units. */
const NEAR = 40;
