// Applies wishes about a page's texts. None of them changes a picture.
import type { StoryboardPage } from "../../../manga/storyboard.ts";
import type { Answer, BookView } from "../../../pipeline/reviser.ts";
import { boardsOf, conceptOf, findPersonByName, targetOf, type WishRequest } from "./book-parts.ts";
import { changePages, changePanels } from "./page-changes.ts";
import { refuse } from "./refusals.ts";
import {
  changeTexts,
  pointInPanel,
  selectTexts,
  withDialogue,
  withLine,
  withShortTexts,
  withSound,
  withVoice,
} from "./word-changes.ts";
import type { WordIntent } from "./word-intents.ts";

type Of<Kind extends WordIntent["kind"]> = WordIntent & { kind: Kind };

/** Changes the given page; without one, all pages. */
async function onPages(
  { book }: WishRequest,
  page: number | undefined,
  change: (page: StoryboardPage) => StoryboardPage,
): Promise<Answer> {
  const results = changePages(await boardsOf(book, page), change);
  return results.length > 0 ? { kind: "change", results } : refuse("nothing-to-change", book);
}

export async function changeDialogue(from: string, to: string | undefined, book: BookView): Promise<Answer> {
  const results = changePanels(await boardsOf(book), undefined, (panel) => withDialogue(panel, from, to));
  return results.length > 0 ? { kind: "change", results } : refuse("nothing-to-change", book);
}

export async function setLine({ which, to }: Of<"line">, request: WishRequest): Promise<Answer> {
  const { page, panel } = targetOf(request);
  if (page === undefined) return refuse("which", request.book);
  return onPages(request, page, (one) =>
    changeTexts(one, selectTexts(one, panel, { which }), (word) =>
      to === undefined ? undefined : { ...word, text: to, ruby: to === word.text ? word.ruby : [] },
    ),
  );
}

export async function addLine({ text, as, speaker }: Of<"say">, request: WishRequest): Promise<Answer> {
  const { book, wish } = request;
  const { page, panel } = targetOf(request);
  if (page === undefined || panel === undefined) return refuse("which", book);
  const { people } = await conceptOf(book);
  const named = speaker === undefined ? undefined : findPersonByName(speaker, people)?.person.id;
  const boards = await boardsOf(book, page);
  const figures =
    boards.flatMap((board) => board.page.panels).find(({ id }) => id === panel)?.picture.figures ?? [];
  const only = figures.length === 1 ? figures[0]?.character : undefined;
  const said = as === "caption" ? null : (named ?? wish.target.character ?? only ?? null);
  const results = changePanels(boards, panel, (one) => withLine(one, { text, kind: as, speaker: said }));
  return results.length > 0 ? { kind: "change", results } : refuse("nothing-to-change", book);
}

export function changeVoice({ voice, which }: Of<"voice">, request: WishRequest): Promise<Answer> | Answer {
  const { page, panel } = targetOf(request);
  if (page === undefined && which === undefined) return refuse("which", request.book);
  return onPages(request, page, (one) => {
    // A wish about a panel concerns its balloons, not its captions.
    const keys = selectTexts(one, panel, which === undefined ? { kind: "balloon" } : { which });
    return changeTexts(one, keys, (word) => withVoice(word, voice));
  });
}

export function moveTexts({ at, which }: Of<"place">, request: WishRequest): Promise<Answer> | Answer {
  const { page, panel } = targetOf(request);
  if (page === undefined && which === undefined) return refuse("which", request.book);
  if (which === undefined && panel === undefined) return refuse("which", request.book);
  return onPages(request, page, (one) => {
    const meant = selectTexts(one, panel, { which });
    // Moves only the first text, because two texts at one position would overlap.
    const first = new Set([...meant].slice(0, 1));
    return changeTexts(one, at === undefined ? meant : first, ({ at: _before, ...word }, within) =>
      at === undefined ? word : { ...word, at: pointInPanel(within, at) },
    );
  });
}

export async function changeSounds(intent: Of<"sound">, request: WishRequest, by: number): Promise<Answer> {
  const { book } = request;
  const { page, panel } = targetOf(request);
  const isAdded = intent.change === "add";
  if (isAdded && (page === undefined || panel === undefined)) return refuse("which", book);
  if (isAdded && (intent.text ?? "").length > 12) return refuse("not-supported", book);
  const results = changePanels(await boardsOf(book, page), panel, (one) => withSound(one, intent, by));
  return results.length > 0 ? { kind: "change", results } : refuse("nothing-to-change", book);
}

export function shortenTexts(request: WishRequest): Promise<Answer> {
  const { language } = request.book.params;
  return onPages(request, targetOf(request).page, (page) => ({
    ...page,
    panels: page.panels.map((panel) => withShortTexts(panel, language)),
  }));
}
