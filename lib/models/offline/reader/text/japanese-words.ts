// Japanese words by the dictionary that the offline author loads (IPADIC), in the form that both languages share.
import { japaneseTokenizer } from "../../author/dictionary.ts";
import type { Word } from "./word.ts";

/** Tags a text in time that grows with its length. Offsets are those of the text. */
export async function japaneseTagger(): Promise<(text: string) => Word[]> {
  const tokenize = await japaneseTokenizer();
  return (text) =>
    tokenize(text).map(({ text: surface, at, kind: [tag = "UNK", ...detail], base, form }) => ({
      ...{ from: at, to: at + surface.length, text: surface, lemma: base, tag, form },
      detail: detail.filter((part) => part !== "*"),
    }));
}
