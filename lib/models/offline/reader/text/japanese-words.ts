// Japanese words by the dictionary that the offline reader loads (IPADIC), in the form that both languages share.
import { japaneseTokenizer } from "./dictionary.ts";
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

/** Tags a text in time that grows with its length. Offsets are those of the text. */
export async function japaneseTagger(): Promise<(text: string) => Word[]> {
  const tokenize = await japaneseTokenizer();
  return (text) =>
    whole(
      tokenize(text).map(({ text: surface, at, kind: [tag = "UNK", ...detail], base, form }) => ({
        ...{ from: at, to: at + surface.length, text: surface, lemma: base, tag, form },
        detail: detail.filter((part) => part !== "*"),
      })),
    );
}

/** A word that the dictionary cuts has no more parts. */
const MOST_PARTS = 5;

/** Joins the parts of nouns that the dictionary has not (おばあさま), and of those that are one though の is in them (女の人). */
function whole(words: readonly Word[]): Word[] {
  const table = wordTable("ja");
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const parts = words.slice(at, at + MOST_PARTS);
    while (parts.length > 1 && !table.is("whole", parts.map(({ text }) => text).join(""))) parts.pop();
    const [first] = parts;
    if (first === undefined) break;
    const text = parts.map((part) => part.text).join("");
    const to = parts.at(-1)?.to ?? first.to;
    joined.push(
      parts.length === 1
        ? first
        : { ...{ from: first.from, to, text, lemma: text, tag: "名詞" }, detail: ["一般"] },
    );
    at += parts.length - 1;
  }
  return joined;
}
