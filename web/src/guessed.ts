// Guessed panels at the storyboard's gate: the order of pages, and which guesses are settled by a user's edit.
import type { ClientPage, Panel } from "./documents.ts";

export type Guess = NonNullable<Panel["picture"]["guessed"]>[number];

const isGuessed = ({ guessed = [] }: ClientPage["panels"][number]): boolean => guessed.length > 0;

export const guessedIn = ({ panels }: ClientPage): number => panels.filter(isGuessed).length;

/** Pages with guessed panels first, then the others, each in the book's order. */
export const guessesFirst = (pages: readonly ClientPage[]): ClientPage[] =>
  pages.toSorted((a, b) => Number(guessedIn(b) > 0) - Number(guessedIn(a) > 0));

/** Position of a panel in the book. */
export interface PanelPlace {
  page: number;
  panel: string;
}

/** The first guessed panel after a position, wrapping around at the end; undefined if there is none. */
export function nextGuess(pages: readonly ClientPage[], after?: PanelPlace): PanelPlace | undefined {
  const all = pages.flatMap((page) =>
    page.panels.map((panel) => ({ page: page.number, panel: panel.id, isGuess: isGuessed(panel) })),
  );
  const at = all.findIndex(({ page, panel }) => page === after?.page && panel === after.panel);
  const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(({ isGuess }) => isGuess);
  return found && { page: found.page, panel: found.panel };
}

/** The panel without the settled guesses. */
export function without(panel: Panel, settled: readonly Guess[]): Panel {
  const { guessed = [], ...picture } = panel.picture;
  const left = guessed.filter((guess) => !settled.includes(guess));
  return { ...panel, picture: left.length === 0 ? picture : { ...picture, guessed: left } };
}

/** A confirmed panel: it has no guesses. A person who was shown from behind because of a guess turns to the front. */
export function confirmed(panel: Panel): Panel {
  const { guessed = [], figures } = panel.picture;
  const settled = without(panel, guessed);
  const texts = panel.words.texts.map((word) => (word.guessed ? { ...word, guessed: false } : word));
  const turned = figures.map((figure) =>
    figure.view === "back" ? { ...figure, view: "three-quarter" as const } : figure,
  );
  return {
    ...settled,
    picture: guessed.includes("who") ? { ...settled.picture, figures: turned } : settled.picture,
    words: { ...panel.words, texts },
  };
}

/** The guesses that an edit of a panel settles: those about the fields that it changes. */
export function settledBy(before: Panel, after: Panel): Guess[] {
  const [one, two] = [before.picture, after.picture];
  const who = (panel: Panel) => panel.picture.figures.map(({ character }) => character).join(" ");
  const deeds = (panel: Panel) =>
    JSON.stringify(
      panel.picture.figures.map(({ character, doing, posture, hands, to, mount, seat }) => [
        ...[character, doing, posture, hands, to, mount, seat],
      ]),
    );
  const isSame = who(before) === who(after);
  return [
    ...(one.place === two.place ? [] : ["place" as const]),
    ...(one.hour === two.hour ? [] : ["hour" as const]),
    ...(isSame ? [] : ["who" as const]),
    ...(!isSame || deeds(before) === deeds(after) ? [] : ["deed" as const]),
    ...(after.words.texts.some(({ guessed }) => guessed) ? [] : ["speaker" as const]),
  ];
}
