// Japanese words by the dictionary IPADIC, in the form that both languages share, loaded when Japanese is first read.
import { type TagWords, type Word, writtenOf } from "./clause.ts";
import { inKatakana } from "./word-forms.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("ja");

let loading: Promise<TagWords> | undefined;

export function tagger(): Promise<TagWords> {
  loading ??= load();
  return loading;
}

/** Words as the dictionary cuts them. What it does not know has the tag `UNK`. */
async function load(): Promise<TagWords> {
  const tokenizer = (await import("../../ipadic.ts")).ipadic();
  return (text) => {
    const read = inKnownScript(text);
    const raw: unknown = tokenizer.tokenize(read);
    if (!Array.isArray(raw)) throw new TypeError("the dictionary gave no list of words");
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

/** Nouns that the dictionary has not in hiragana are read in katakana: 白い|ヒゲ, where it has 白|いひ|げ. */
const inKnownScript = (text: string): string =>
  [...table.all("lacking")].reduce((read, noun) => read.replaceAll(noun, inKatakana(noun)), text);

type Kind = Pick<Word, "tag" | "detail" | "form">;

/** There are a few hundred kinds: each is held once, and not by every word of a story. */
const kinds = new Map<string, Kind>();

function kindOf(word: Record<string, unknown>): Kind {
  // The package names the two columns the wrong way round: `conjugationType` has the form.
  const { partOfSpeech: tag = "UNK", conjugationType: form = "*" } = word;
  const parts = [1, 2, 3].map((level) => word[`partOfSpeechSubcategory${level}`]);
  const detail = parts.filter((part) => part !== undefined && part !== "*").map(String);
  const key = [tag, form, ...detail].join("\t");
  const kind = kinds.get(key) ?? { tag: String(tag), form: String(form), detail };
  kinds.set(key, kind);
  return kind;
}

/** A word that the dictionary cuts has no more parts. */
const MOST_PARTS = 5;

/** Joins the parts of nouns that the dictionary has not (おばあさま), and of those that are one though の is in them (女の人). */
function joined(words: readonly Word[]): Word[] {
  const whole: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const parts = words.slice(at, at + MOST_PARTS);
    while (parts.length > 1 && !table.is("whole", writtenOf(parts))) parts.pop();
    const noun = { text: writtenOf(parts), lemma: writtenOf(parts), tag: "名詞", detail: ["一般"] };
    const [from = 0, to = 0] = [parts[0]?.from, parts.at(-1)?.to];
    whole.push(...(parts.length > 1 ? [{ from, to, ...noun }] : parts));
    at += parts.length;
  }
  return whole;
}
