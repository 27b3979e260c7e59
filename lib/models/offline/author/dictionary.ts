// The words of the reader's Japanese dictionary as the author reads them.
import { dictionaryWords } from "../reader/text/japanese-words.ts";

export interface Token {
  text: string;
  at: number;
  /** IPADIC's part of speech and its subdivisions; `["UNK"]` for a word that it does not know. */
  kind: readonly string[];
  /** Dictionary form; the text itself where the dictionary has none. */
  base: string;
  /** IPADIC's conjugated form: `未然形`, `連用形`, `基本形` … or `*`. */
  form: string;
}

export async function japaneseTokenizer(): Promise<(text: string) => Token[]> {
  const wordsOf = await dictionaryWords();
  return (text) =>
    wordsOf(text).map(({ from, text: surface, tag, detail = [], lemma, form = "*" }) => ({
      ...{ text: surface, at: from, kind: [tag, ...detail], base: lemma, form },
    }));
}
