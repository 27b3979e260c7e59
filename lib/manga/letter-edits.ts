// Edits of lettering: a page's texts added, changed, deleted and put in another order, sounds moved and restyled. Pure, and the same in the
// browser and in the service. A field that an edit sets to null is decided by the lettering again.
import type { Point } from "./geometry.ts";
import type { LetterStyle, SoundSet, TextSet } from "./hand-lettering.ts";
import { withEmphasis, withSet } from "./hand-set.ts";
import type { Ruby } from "./story.ts";
import type { LetteredSound, Panel, StoryboardPage, Word } from "./storyboard.ts";

type Nullable<T> = { [K in keyof T]?: T[K] | null | undefined };

/** Changed fields of a text. */
export type TextFields = Nullable<TextSet> & {
  text?: string | undefined;
  as?: Word["kind"] | undefined;
  voice?: Word["voice"] | undefined;
  speaker?: string | null | undefined;
  ruby?: readonly Ruby[] | undefined;
  at?: Point | null | undefined;
};

/** Changed fields of a sound. */
export type SoundFields = Nullable<SoundSet> & {
  text?: string | undefined;
  loudness?: number | undefined;
  hard?: boolean | undefined;
};

/** `text` and `sound`: an id as in the lettering, `k2/w1` or `k2/s1`. */
export type LetterEdit =
  | { kind: "text"; text: string; change: TextFields }
  | { kind: "sound"; sound: string; change: SoundFields }
  | {
      kind: "add";
      panel: string;
      as: Word["kind"] | "sound";
      text: string;
      voice?: Word["voice"] | undefined;
      speaker?: string | null | undefined;
      at?: Point | undefined;
      /** The text of the panel after which it is read; absent: the last one. */
      after?: string | undefined;
    }
  | { kind: "delete"; text: string }
  | { kind: "order"; panel: string; texts: readonly string[] }
  | StyleEdit;

/** Changes the style of all lines of a person, by id, or of the `book`. It belongs to no page: see `letter-styles.ts`. */
export interface StyleEdit {
  kind: "style";
  of: string;
  change: Nullable<LetterStyle>;
}

/** Why an edit cannot be made. */
export type LetterFault = "unknown" | "full" | "range" | "overlap" | "order";

export class LetterEditError extends Error {
  override readonly name = "LetterEditError";
  readonly fault: LetterFault;
  constructor(fault: LetterFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** Most texts and sounds of a panel to which one can be added. */
export const MOST_WORDS = { texts: 12, sounds: 6 } as const;
/** Longest sound, in UTF-16 units. */
export const LONGEST_SOUND = 12;

type Page = StoryboardPage;

/** The page after the edits. Throws `LetterEditError` for the first one that cannot be made; the page stays as it was. */
export function editLettering(page: Page, edits: readonly LetterEdit[]): Page {
  return edits.reduce(edited, page);
}

function edited(page: Page, edit: LetterEdit): Page {
  switch (edit.kind) {
    case "text":
      return inPanelOf(page, edit.text, (panel, id) => withText(panel, id, edit.change));
    case "sound":
      return inPanelOf(page, edit.sound, (panel, id) => withSound(panel, id, edit.change));
    case "add":
      return inPanelOf(page, `${edit.panel}/`, (panel) => withAdded(panel, edit));
    case "delete":
      return inPanelOf(page, edit.text, without);
    case "style":
      return page;
    case "order":
      return inPanelOf(page, `${edit.panel}/`, (panel) => inOrder(panel, edit.texts));
  }
}

type Words = Panel["words"];

function inPanelOf(page: Page, id: string, change: (panel: Panel, textId: string) => Words): Page {
  const [panelId = "", textId = ""] = id.split("/");
  const panel = page.panels.find((one) => one.id === panelId);
  if (panel === undefined)
    throw new LetterEditError("unknown", `page ${page.number} has no panel ${panelId}`);
  const words = change(panel, textId);
  return { ...page, panels: page.panels.map((one) => (one === panel ? { ...panel, words } : one)) };
}

function withText({ id: panel, words }: Panel, id: string, change: TextFields): Words {
  const word = words.texts.find((one) => one.id === id);
  if (word === undefined) throw new LetterEditError("unknown", `panel ${panel} has no text ${id}`);
  const { text = word.text, as = word.kind, voice = word.voice, speaker, ruby, at, ...fields } = change;
  const isRetyped = text !== word.text;
  // Readings and emphasis belong to the characters beside which they were set.
  const { at: before, ...base } = isRetyped ? withEmphasis({ ...word, ruby: [] }) : word;
  const place = at === undefined ? before : at;
  const next: Word = {
    ...base,
    ...{ kind: as, voice, text },
    // A speaker named by a person is no guess.
    ...(speaker !== undefined && { speaker, guessed: false }),
    ...(ruby !== undefined && { ruby: inReadingOrder(ruby) }),
    ...(place && { at: place }),
  };
  const after = withSet(next, merged(next.set, fields));
  checkRanges(after);
  return { ...words, texts: words.texts.map((one) => (one === word ? after : one)) };
}

function withSound({ id: panel, words }: Panel, id: string, change: SoundFields): Words {
  const index = soundIndex(id);
  const sound = words.sounds[index];
  if (sound === undefined) throw new LetterEditError("unknown", `panel ${panel} has no sound ${id}`);
  const { text = sound.text, loudness = sound.loudness, hard = sound.hard, ...fields } = change;
  const after = withSet({ ...sound, text, loudness, hard }, merged(sound.set, fields));
  return { ...words, sounds: words.sounds.with(index, after) };
}

/** `s2` is the second sound. */
const soundIndex = (id: string): number => (/^s\d+$/.test(id) ? Number(id.slice(1)) - 1 : -1);

/** The choices with changed ones; an absent and an empty choice are left out. */
export function merged<Set extends object>(before: Set | undefined, fields: Nullable<Set>): Set {
  const all = Object.entries({ ...before, ...fields });
  const kept = all.filter(([, value]) => value !== null && value !== undefined && !isEmptyList(value));
  return Object.fromEntries(kept) as Set;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const inReadingOrder = <R extends { at: number }>(ranges: readonly R[]): R[] =>
  ranges.toSorted((a, b) => a.at - b.at);

/** Throws where a reading or an emphasis is outside its text, or where two ranges overlap: a character has a reading or a mark. */
function checkRanges({ id, text, ruby, set }: Word): void {
  let end = 0;
  for (const range of inReadingOrder([...ruby, ...(set?.emphasis ?? [])])) {
    if (range.at + range.length > text.length) {
      throw new LetterEditError("range", `a reading or an emphasis of ${id} ends after its text`);
    }
    if (range.at < end) {
      throw new LetterEditError("overlap", `a character of ${id} would have two readings or emphasis marks`);
    }
    end = range.at + range.length;
  }
}

function withAdded({ id: panel, words }: Panel, edit: Extract<LetterEdit, { kind: "add" }>): Words {
  const { texts, sounds } = words;
  const { as, text, voice = "speech", speaker = null, at, after } = edit;
  const isFull = as === "sound" ? sounds.length >= MOST_WORDS.sounds : texts.length >= MOST_WORDS.texts;
  if (isFull) throw new LetterEditError("full", `panel ${panel} has as many ${as}s as a panel can have`);
  if (as === "sound") {
    const sound: LetteredSound = { text: text.slice(0, LONGEST_SOUND), loudness: 3, hard: false };
    return { texts, sounds: [...sounds, withSet(sound, at && { at })] };
  }
  const highest = Math.max(0, ...texts.map(({ id }) => Number(id.slice(1))));
  const word: Word = {
    ...{ id: `w${highest + 1}`, unit: null, kind: as, voice, speaker },
    ...{ guessed: false, text, ruby: [], ...(at && { at }) },
  };
  const before = after === undefined ? texts.length : texts.findIndex(({ id }) => id === after) + 1;
  if (before === 0 && after !== undefined)
    throw new LetterEditError("unknown", `panel ${panel} has no text ${after}`);
  return { sounds, texts: texts.toSpliced(before, 0, word) };
}

function without({ id: panel, words }: Panel, id: string): Words {
  const { texts, sounds } = words;
  const [text, sound] = [texts.findIndex((one) => one.id === id), soundIndex(id)];
  if (text >= 0) return { sounds, texts: texts.toSpliced(text, 1) };
  if (sounds[sound] === undefined)
    throw new LetterEditError("unknown", `panel ${panel} has no text or sound ${id}`);
  return { texts, sounds: sounds.toSpliced(sound, 1) };
}

function inOrder({ id: panel, words }: Panel, order: readonly string[]): Words {
  const texts = order.flatMap((id) => words.texts.find((one) => one.id === id) ?? []);
  const isWhole = new Set(order).size === order.length && texts.length === words.texts.length;
  if (!isWhole || order.length !== texts.length) {
    throw new LetterEditError("order", `the order names every text of panel ${panel} once`);
  }
  return { ...words, texts };
}
