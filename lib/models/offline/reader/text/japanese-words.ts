// Tags Japanese words with the dictionary IPADIC, in the word form shared by both languages. Loaded on first use.
import { joinedText, type TagWords, type Word } from "./clause.ts";
import { inKatakana } from "./word-forms.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("ja");

let loading: Promise<TagWords> | undefined;

export function tagger(): Promise<TagWords> {
  loading ??= load();
  return loading;
}

/** Splits a text into the dictionary's words. Unknown words have the tag `UNK`. */
async function load(): Promise<TagWords> {
  const tokenizer = (await import("../../ipadic.ts")).ipadic();
  return (text) => {
    const read = withKnownSpelling(text);
    const raw: unknown = tokenizer.tokenize(read);
    if (!Array.isArray(raw)) throw new TypeError("IPADIC returned no list of words");
    let to = 0;
    const words = raw.map((word: Record<string, unknown>): Word => {
      const surface = String(word.surface);
      const from = Math.max(to, read.indexOf(surface, to));
      to = from + surface.length;
      const base = word.baseForm;
      const written = text.slice(from, to);
      const lemma = typeof base === "string" && base !== "*" && base !== surface ? base : written;
      const { tag, detail, form } = kindOf(word);
      return { from, to, text: written, lemma, tag, detail, form };
    });
    return joined(words);
  };
}

/** Writes nouns that the dictionary lacks in hiragana in katakana, so that it finds 白い|ヒゲ and not 白|いひ|げ. */
const withKnownSpelling = (text: string): string =>
  [...table.all("lacking")].reduce((read, noun) => read.replaceAll(noun, inKatakana(noun)), text);

type Kind = Pick<Word, "tag" | "detail" | "form">;

/** Kinds are shared by all words to save memory: there are a few hundred. */
const kinds = new Map<string, Kind>();

function kindOf(word: Record<string, unknown>): Kind {
  // The package swaps the names of two columns: `conjugationType` has the form.
  const { partOfSpeech: tag = "UNK", conjugationType: form = "*" } = word;
  const parts = [1, 2, 3].map((level) => word[`partOfSpeechSubcategory${level}`]);
  const detail = parts.filter((part) => part !== undefined && part !== "*").map(String);
  const key = [tag, form, ...detail].join("\t");
  const kind = kinds.get(key) ?? { tag: String(tag), form: String(form), detail };
  kinds.set(key, kind);
  return kind;
}

/** Maximum number of parts into which the dictionary splits one noun. */
const MOST_PARTS = 5;

/** Joins the parts of nouns that the dictionary lacks (おばあさま), and of fixed phrases with の (女の人). */
function joined(words: readonly Word[]): Word[] {
  const whole: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const parts = words.slice(at, at + MOST_PARTS);
    while (parts.length > 1 && !table.is("whole", joinedText(parts))) parts.pop();
    const noun = { text: joinedText(parts), lemma: joinedText(parts), tag: "名詞", detail: ["一般"] };
    const [from = 0, to = 0] = [parts[0]?.from, parts.at(-1)?.to];
    whole.push(...(parts.length > 1 ? [{ from, to, ...noun }] : parts));
    at += parts.length;
  }
  return whole;
}
