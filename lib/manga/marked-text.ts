// Texts with their readings and emphasis in the notation of stories and CSV files: `｜漢字《かんじ》` and `《《強調》》`.
import type { TextRange } from "./hand-lettering.ts";
import type { Ruby } from "./story.ts";
import type { Word } from "./storyboard.ts";

export function markedText({ text, ruby, set }: Pick<Word, "text" | "ruby" | "set">): string {
  const marks = [
    ...ruby.map((one) => ({ ...one, before: "｜", after: `《${one.text}》` })),
    ...(set?.emphasis ?? []).map((one) => ({ ...one, before: "《《", after: "》》" })),
  ];
  let marked = "";
  let read = 0;
  for (const { at, length, before, after } of marks.toSorted((a, b) => a.at - b.at)) {
    marked += `${text.slice(read, at)}${before}${text.slice(at, at + length)}${after}`;
    read = at + length;
  }
  return marked + text.slice(read);
}

export interface UnmarkedText {
  text: string;
  ruby: Ruby[];
  /** Absent: none. */
  emphasis?: TextRange[];
}

export function unmarkedText(marked: string): UnmarkedText {
  const ruby: Ruby[] = [];
  const emphasis: TextRange[] = [];
  let text = "";
  let read = 0;
  for (const match of marked.matchAll(/[｜|]([^｜|《》\n]+)《([^《》\n]+)》|《《([^《》\n]+)》》/gu)) {
    const [all, base = "", reading = "", strong = ""] = match;
    text += marked.slice(read, match.index);
    if (strong === "") ruby.push({ at: text.length, length: base.length, text: reading });
    else emphasis.push({ at: text.length, length: strong.length });
    text += base + strong;
    read = match.index + all.length;
  }
  return { text: text + marked.slice(read), ruby, ...(emphasis.length > 0 && { emphasis }) };
}
