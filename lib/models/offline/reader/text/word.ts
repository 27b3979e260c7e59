// A word as either language's tagger gives it: where it stands, its dictionary form and its part of speech.

export interface Word {
  /** Half-open, in UTF-16 units of the text that was read. */
  from: number;
  to: number;
  text: string;
  /** Dictionary form, in lower case in English (names keep their capitals). */
  lemma: string;
  /** English: a tag of Universal Dependencies. Japanese: IPADIC's part of speech. */
  tag: string;
  /** Japanese: IPADIC's subdivisions of the part of speech, without `*`. */
  detail?: readonly string[];
  /** Japanese: IPADIC's conjugated form (`未然形`, `連用形` …). */
  form?: string;
}

/** Words of a text of a bounded length, with their offsets in it. */
export type TagWords = (text: string) => Word[];

/** Words that follow each other, as a text without spaces has them. */
export const writtenOf = (words: readonly Word[]): string => words.map(({ text }) => text).join("");
