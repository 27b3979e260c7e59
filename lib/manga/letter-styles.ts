// Lettering styles of people and of a book: how they are changed, and a page's words with them. Pure, and the same in the browser and in the
// service.
import type { LetterStyle, LetterStyles } from "./hand-lettering.ts";
import { withSet } from "./hand-set.ts";
import { type LetterEdit, merged, type StyleEdit } from "./letter-edits.ts";
import type { Panel, Word } from "./storyboard.ts";

export const isStyleEdit = (edit: LetterEdit): edit is StyleEdit => edit.kind === "style";

/** The styles after the edits of styles among `edits`; undefined where none is left. */
export function editStyles(
  styles: LetterStyles | undefined,
  edits: readonly LetterEdit[],
): LetterStyles | undefined {
  return edits.filter(isStyleEdit).reduce(edited, styles);
}

function edited(styles: LetterStyles = {}, { of, change }: StyleEdit): LetterStyles | undefined {
  const { book, people = {} } = styles;
  if (of === "book") return kept(merged(book, change), people);
  return kept(book, { ...people, [of]: merged(people[of], change) });
}

/** Without styles that choose nothing, so that a style taken back leaves no trace. */
function kept(book: LetterStyle | undefined, people: Record<string, LetterStyle>): LetterStyles | undefined {
  const chosen = Object.entries(people).filter(([, style]) => choices(style) > 0);
  const isBook = choices(book) > 0;
  if (!isBook && chosen.length === 0) return undefined;
  return {
    ...(isBook && { book }),
    ...(chosen.length > 0 && { people: Object.fromEntries(chosen) }),
  };
}

const choices = (style: LetterStyle = {}): number => Object.keys(style).length;

/** The style of a line that chooses nothing itself: its speaker's, else the book's. */
export function styleOf({ speaker }: Pick<Word, "speaker">, styles: LetterStyles | undefined): LetterStyle {
  return { ...styles?.book, ...(speaker === null ? undefined : styles?.people?.[speaker]) };
}

/** The panels with the styles in the choices of their texts; the same list where no style concerns them. */
export function withStyles(panels: readonly Panel[], styles: LetterStyles | undefined): readonly Panel[] {
  if (styles === undefined) return panels;
  const styled = panels.map((panel) => {
    const texts = panel.words.texts.map((word) => withStyle(word, styles));
    const isSame = texts.every((word, at) => word === panel.words.texts[at]);
    return isSame ? panel : { ...panel, words: { ...panel.words, texts } };
  });
  return styled.every((panel, at) => panel === panels[at]) ? panels : styled;
}

function withStyle(word: Word, styles: LetterStyles): Word {
  const { set = {} } = word;
  const style = styleOf(word, styles);
  const isNew = (["font", "size", "weight"] as const).some(
    (one) => set[one] === undefined && style[one] !== undefined,
  );
  return isNew ? withSet(word, { ...style, ...set }) : word;
}
