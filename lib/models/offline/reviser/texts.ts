// Wishes about what is written on a page: texts and sounds, how they are uttered and where they stand. No picture changes.
import { boundingBox, type Point } from "../../../manga/geometry.ts";
import type { Language } from "../../../manga/language.ts";
import { splitText } from "../../../manga/split-text.ts";
import type { Panel, StoryboardPage, Word } from "../../../manga/storyboard.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import type { Answer, BookView } from "../../../pipeline/reviser.ts";
import { answerOf, boardsOf, conceptOf, findPersonByName, targetOf, type WishRequest } from "./book-parts.ts";
import { changePages, changePanels, fromOneToFive } from "./page-changes.ts";
import { refuse } from "./refusals.ts";
import type { TextIntent, TextSelector } from "./text-intents.ts";

type Of<Kind extends TextIntent["kind"]> = TextIntent & { kind: Kind };
type Words = Panel["words"];

const withWords = (panel: Panel, words: Partial<Words>): Panel => ({
  ...panel,
  words: { ...panel.words, ...words },
});

/** Changes some texts of the given page, or of all pages; undefined leaves one out. */
async function changeTexts(
  { book }: WishRequest,
  page: number | undefined,
  {
    keys,
    change,
  }: {
    keys: (page: StoryboardPage) => readonly string[];
    change: (word: Word, panel: Panel) => Word | undefined;
  },
): Promise<Answer> {
  const results = changePages(await boardsOf(book, page), (one) => {
    const chosen = keys(one);
    const changed = (panel: Panel) =>
      panel.words.texts.flatMap((word) =>
        chosen.includes(`${panel.id}/${word.id}`) ? (change(word, panel) ?? []) : [word],
      );
    return { ...one, panels: one.panels.map((panel) => withWords(panel, { texts: changed(panel) })) };
  });
  return answerOf(results, book);
}

/** The texts of a page that are meant, as `panel/word`; of one panel alone where it is named. */
function selectTexts(page: StoryboardPage, panel: string | undefined, which?: TextSelector): string[] {
  const all = page.panels
    .filter(({ id }) => panel === undefined || id === panel)
    .flatMap(({ id, words }) => words.texts.map((word) => ({ ...word, key: `${id}/${word.id}` })));
  const keysOf = (texts: readonly { key: string }[]) => texts.map(({ key }) => key);
  if (which === undefined) return keysOf(all);
  if ("says" in which) return keysOf(all.filter(({ text }) => text.includes(which.says)));
  const said = all.filter(({ kind }) => kind === (which.of ?? "balloon"));
  const counted = said.length === 0 ? all : said;
  const one = which.nth < 0 ? counted.at(-1) : counted[which.nth - 1];
  return one === undefined ? [] : [one.key];
}

/** Replaces what is said; undefined as the new text leaves the words out. */
export async function changeDialogue(from: string, to: string | undefined, book: BookView): Promise<Answer> {
  const results = changePanels(await boardsOf(book), undefined, (panel) => {
    const texts = panel.words.texts.flatMap((word) => {
      if (!word.text.includes(from)) return [word];
      return to === undefined ? [] : [{ ...word, text: word.text.replaceAll(from, () => to), ruby: [] }];
    });
    const sounds = panel.words.sounds.flatMap((sound) => {
      if (sound.text !== from) return [sound];
      return to === undefined || to.length > LONGEST_SOUND ? [] : [{ ...sound, text: to }];
    });
    return withWords(panel, { texts, sounds });
  });
  return answerOf(results, book);
}

export async function setLine({ which, to }: Of<"line">, request: WishRequest): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (page === undefined) return refuse("which", request.book);
  return changeTexts(request, page, {
    keys: (one) => selectTexts(one, panel, which),
    change: (word) =>
      to === undefined ? undefined : { ...word, text: to, ruby: to === word.text ? word.ruby : [] },
  });
}

export async function addLine({ text, as, speaker }: Of<"say">, request: WishRequest): Promise<Answer> {
  const { book, wish } = request;
  const { page, panel } = targetOf(request);
  if (page === undefined || panel === undefined) return refuse("which", book);
  const { people } = await conceptOf(book);
  const named = speaker === undefined ? undefined : findPersonByName(speaker, people)?.person.id;
  const results = changePanels(await boardsOf(book, page), panel, (one) => {
    const [figure, other] = one.picture.figures;
    const only = other === undefined ? figure?.character : undefined;
    const said = as === "caption" ? null : (named ?? wish.target.character ?? only ?? null);
    const numbers = one.words.texts.map(({ id }) => Number(id.slice(1)));
    const id = `w${Math.max(0, ...numbers) + 1}`;
    const word: Word = {
      ...{ id, unit: null, text, kind: as, speaker: said, voice: "speech", guessed: false, ruby: [] },
    };
    return withWords(one, { texts: [...one.words.texts, word] });
  });
  return answerOf(results, book);
}

export async function changeVoice({ voice, which }: Of<"voice">, request: WishRequest): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (page === undefined && which === undefined) return refuse("which", request.book);
  return changeTexts(request, page, {
    keys: (one) => selectTexts(one, panel, which),
    change: (word) => {
      // A wish about a panel concerns its balloons, not its captions.
      if (which === undefined && word.kind !== "balloon") return word;
      return voice === "caption"
        ? { ...word, kind: "caption", voice: "speech" }
        : { ...word, kind: "balloon", voice };
    },
  });
}

/** A sixth, a half or five sixths of the way across the panel, and of the way down. */
function pointInPanel({ frame }: Panel, { x, y }: { x: number; y: number }): Point {
  const { x: left, y: top, width, height } = boundingBox(frame.corners);
  return { x: left + (width * (2 * x + 1)) / 6, y: top + (height * (2 * y + 1)) / 6 };
}

export async function moveTexts({ at, which }: Of<"place">, request: WishRequest): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (which === undefined && (page === undefined || panel === undefined))
    return refuse("which", request.book);
  return changeTexts(request, page, {
    // Moves only the first text, because two texts at one position would overlap.
    keys: (one) => selectTexts(one, panel, which).slice(0, at === undefined ? undefined : 1),
    change: ({ at: _before, ...word }, within) =>
      at === undefined ? word : { ...word, at: pointInPanel(within, at) },
  });
}

/** Characters of a sound that is lettered into the picture. */
const LONGEST_SOUND = 12;

export async function changeSounds(
  { change, text }: Of<"sound">,
  request: WishRequest,
  by: number,
): Promise<Answer> {
  const { book } = request;
  const { page, panel } = targetOf(request);
  if (change === "add" && (page === undefined || panel === undefined)) return refuse("which", book);
  if (change === "add" && (text ?? "").length > LONGEST_SOUND) return refuse("not-supported", book);
  const isMeant = (sound: Words["sounds"][number]) => text === undefined || sound.text.includes(text);
  const results = changePanels(await boardsOf(book, page), panel, (one) => {
    const { sounds } = one.words;
    if (change === "add") return withWords(one, { sounds: [...sounds, soundOf(text ?? "", by)] });
    if (change === "remove") return withWords(one, { sounds: sounds.filter((sound) => !isMeant(sound)) });
    const step = change === "louder" ? by : -by;
    const changed = (sound: Words["sounds"][number]) =>
      isMeant(sound) ? { ...sound, loudness: fromOneToFive(sound.loudness + step) } : sound;
    return withWords(one, { sounds: sounds.map(changed) });
  });
  return answerOf(results, book);
}

const soundOf = (text: string, by: number): Words["sounds"][number] => ({
  ...{ text, loudness: fromOneToFive(2 + by) },
  hard: /[ガギグゲゴザジズゼゾダドバビブベボ]|[BKCDGT]/iu.test(text),
});

/** Characters of Japanese, or words of English, that a balloon holds and is still read at a glance. */
const MOST_AT_A_GLANCE = { ja: 16, en: 9 } as const;

export async function shortenTexts(request: WishRequest): Promise<Answer> {
  const { book } = request;
  const boards = await boardsOf(book, targetOf(request).page);
  const results = changePanels(boards, undefined, (panel) => withShortTexts(panel, book.params.language));
  return answerOf(results, book);
}

/** Long texts in pieces, where a reader breathes. Those that somebody placed stay whole. */
function withShortTexts(panel: Panel, language: Language): Panel {
  const most = MOST_AT_A_GLANCE[language];
  const isLong = ({ text, at }: Word) => at === undefined && lengthOf(text) > most;
  if (!panel.words.texts.some(isLong)) return panel;
  const pieces = panel.words.texts.flatMap((word) =>
    word.at === undefined
      ? splitText(word.text, word.ruby, most).map((piece) => ({ ...word, ...piece }))
      : [word],
  );
  return withWords(panel, { texts: pieces.map((word, index) => ({ ...word, id: `w${index + 1}` })) });
}
