// Japanese words by the dictionary IPADIC, in the form that both languages share. It is loaded once a process, when Japanese is first read
// (about 0.3 s of CPU time and 135 MB).
import type { TagWords, Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

let loading: Promise<TagWords> | undefined;

/** Words as the dictionary cuts them. What it does not know has the tag `UNK`. */
function dictionaryWords(): Promise<TagWords> {
  loading ??= load();
  return loading;
}

export async function tagger(): Promise<TagWords> {
  const wordsOf = await dictionaryWords();
  const lacking = [...wordTable("ja").all("lacking")];
  return (text) => joined(cutOut(text, lacking, wordsOf));
}

const nounAt = (from: number, text: string): Word => ({
  ...{ from, to: from + text.length, text, lemma: text },
  ...{ tag: "名詞", detail: ["一般"] },
});

/** Cuts the nouns that the dictionary has not (白い|ひげ, for it 白|いひ|げ) out of the text, and what stands between them by itself. */
function cutOut(text: string, [noun, ...others]: readonly string[], wordsOf: TagWords): Word[] {
  if (noun === undefined) return wordsOf(text);
  let from = 0;
  return text.split(noun).flatMap((piece, at) => {
    const own = nounAt(from - noun.length, noun);
    const words = cutOut(piece, others, wordsOf);
    const moved = words.map((word) => ({ ...word, from: word.from + from, to: word.to + from }));
    from += piece.length + noun.length;
    return at === 0 ? moved : [own, ...moved];
  });
}

async function load(): Promise<TagWords> {
  const { TokenizerBuilder } = await import("lindera-wasm-nodejs-ipadic");
  const builder = new TokenizerBuilder();
  builder.setDictionary("embedded://ipadic");
  builder.setMode("normal");
  const tokenizer = builder.build();
  return (text) => {
    const raw: unknown = tokenizer.tokenize(text);
    if (!Array.isArray(raw)) throw new TypeError("the dictionary gave no list of words");
    let to = 0;
    return raw.map((word: Record<string, unknown>): Word => {
      const surface = String(word.surface);
      const from = Math.max(to, text.indexOf(surface, to));
      to = from + surface.length;
      const base = word.baseForm;
      const lemma = typeof base === "string" && base !== "*" && base !== surface ? base : surface;
      return { from, to, text: surface, lemma, ...kindOf(word) };
    });
  };
}

type Kind = Pick<Word, "tag" | "detail" | "form">;

/** There are a few hundred kinds: each is held once, and not by every word of a story. */
const kinds = new Map<string, Kind>();

function kindOf(word: Record<string, unknown>): Kind {
  const { partOfSpeech: tag = "UNK", conjugationType } = word;
  // The package names the two columns the wrong way round: `conjugationType` has the form.
  const form = conjugationType ?? "*";
  const details = [
    word.partOfSpeechSubcategory1,
    word.partOfSpeechSubcategory2,
    word.partOfSpeechSubcategory3,
  ];
  const key = [tag, form, ...details].join("\t");
  const detail = details.filter((part) => part !== undefined && part !== "*").map(String);
  const kind = kinds.get(key) ?? { tag: String(tag), form: String(form), detail };
  kinds.set(key, kind);
  return kind;
}

/** A word that the dictionary cuts has no more parts. */
const MOST_PARTS = 5;

/** Joins the parts of nouns that the dictionary has not (おばあさま), and of those that are one though の is in them (女の人). */
function joined(words: readonly Word[]): Word[] {
  const table = wordTable("ja");
  const whole: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const parts = words.slice(at, at + MOST_PARTS);
    const written = () => parts.map(({ text }) => text).join("");
    while (parts.length > 1 && !table.is("whole", written())) parts.pop();
    const [first, last] = [parts[0], parts.at(-1)];
    if (first === undefined || last === undefined) break;
    whole.push(first === last ? first : nounAt(first.from, written()));
    at += parts.length;
  }
  return whole;
}
