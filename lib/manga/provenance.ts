// How a book's file was made, for programs: the IPTC digital source type, the models, the tier, and uploaded pictures.
import type { Book, BookPage, DrawnBy } from "./book.ts";
import { modelName, sharesInWords } from "./credit.ts";
import type { Language } from "./language.ts";
import { artistsOf, isHostedId, type MadeBy, type Makers, type Share } from "./model-ids.ts";
import { panelId } from "./panel-id.ts";
import { crossingPanel } from "./spread.ts";

/** The terms of the IPTC vocabulary that apply to a book's file (https://cv.iptc.org/newscodes/digitalsourcetype/). */
export type SourceTerm =
  /** A trained model drew it. */
  | "trainedAlgorithmicMedia"
  /** A trained model drew it, and it contains an uploaded picture. */
  | "compositeWithTrainedAlgorithmicMedia"
  /** A program without training drew it: the offline artist. */
  | "algorithmicMedia"
  /** Such a program drew it, and it contains an uploaded picture. */
  | "compositeSynthetic";

/** A term's URI, as metadata refers to it. */
export const sourceTypeUri = (term: SourceTerm): string =>
  `http://cv.iptc.org/newscodes/digitalsourcetype/${term}`;

export interface Provenance {
  language: Language;
  /** With all artists of the file's pictures, where `models.artist` did not draw all. */
  models: Makers;
  /** Present where other ids than those of `models` had a share. */
  madeBy?: MadeBy | undefined;
  tier?: string | undefined;
  /** Steps whose pictures a person uploaded: `characters/c1`. */
  given?: readonly string[];
  /** Whether the file itself contains an uploaded picture; otherwise its pictures were only made from one. */
  holdsGiven?: boolean;
}

/** Decided by who drew the pictures: one picture by a model makes it a model's file. */
export function sourceTermOf(made: Pick<Provenance, "models" | "madeBy" | "holdsGiven">): SourceTerm {
  const isTrained = drawnByOf(made).some(isHostedId);
  if (made.holdsGiven) return isTrained ? "compositeWithTrainedAlgorithmicMedia" : "compositeSynthetic";
  return isTrained ? "trainedAlgorithmicMedia" : "algorithmicMedia";
}

/** Names of the trained models with a share, without duplicates; empty where programs made everything. */
export function trainedModelsOf(made: Pick<Provenance, "models" | "madeBy">): string[] {
  const { models, madeBy = {} } = made;
  const ids = [...(madeBy.reader ?? [models.reader]), ...(madeBy.director ?? [models.director])];
  return [...new Set([...ids, ...drawnByOf(made)].filter(isHostedId).map(modelName))];
}

/** Ids of the artists of a file's pictures. */
export const drawnByOf = ({ models, madeBy }: Pick<Provenance, "models" | "madeBy">): string[] =>
  models.drawn === undefined ? (madeBy?.artist ?? [models.artist]) : artistsOf(models);

/** Tiers of a file's pictures, the most frequent first; empty where all are `standard`, which is never stated alone. */
export function tiersOf({ models: { drawn }, tier }: Pick<Provenance, "models" | "tier">): string[] {
  const tiers = [...new Set(drawn === undefined ? [tier] : drawn.map((share) => share.tier))];
  return tiers.length === 1 && tiers[0] === undefined ? [] : tiers.map((one) => one ?? "standard");
}

type Described = Pick<Book, "language" | "models" | "pages"> &
  Partial<Pick<Book, "madeBy" | "tier" | "drawnBy" | "takes" | "sheets">> & {
    cast: { characters: readonly { id: string; portrait?: unknown }[] };
  };

interface Numbered {
  number: number;
  panels: readonly { id: string }[];
}

/** The provenance of a book, or of a file with only some of its pictures: panels (`p003/k2`) and sheets (by step). */
export function provenanceOf(book: Described, shown?: readonly string[]): Provenance {
  const { language, madeBy, tier } = book;
  const after = referencesOf(shown ?? book.pages.flatMap(panelsOf), book);
  const isIn = (step: string) =>
    shown?.includes(step) || (after?.some((one) => isSheetOf(step, one)) ?? true);
  return {
    ...{ language, madeBy, tier, models: bookMakers(book, shown) },
    given: givenOf(book).filter(isIn),
  };
}

/** The provenance of a file that shows one page. */
export const pageProvenance = (book: Described, page: Pick<BookPage, "number" | "panels">): Provenance =>
  provenanceOf(book, panelsSeenOn(page, book.pages));

/** Steps whose pictures a person uploaded, with the story or later. */
function givenOf({ cast, sheets = [] }: Pick<Described, "cast" | "sheets">): string[] {
  const people = cast.characters.filter(({ portrait }) => portrait !== undefined);
  const own = sheets.filter((sheet) => sheet.own).map(({ step }) => step);
  return [...new Set([...people.map(({ id }) => `characters/${id}`), ...own])];
}

/** Sheets of a character's other outfits (`characters/c1.o2`) are drawn from the first one (`characters/c1`). */
const isSheetOf = (given: string, step: string) => step === given || step.startsWith(`${given}.`);

/** The steps of the reference pictures; undefined where the book does not record them. */
const referencesOf = (shown: readonly string[], { takes }: Pick<Described, "takes">): string[] | undefined =>
  takes
    ?.filter(({ panel }) => shown.includes(panel))
    .flatMap(({ references }) => references.map(({ step }) => step));

/** The makers of a book, or of some of its pictures; for a whole book only panels count. */
export function bookMakers(
  { models, drawnBy, pages }: Pick<Described, "models" | "drawnBy"> & { pages: readonly Numbered[] },
  shown: readonly string[] = pages.flatMap(panelsOf),
): Makers {
  if (drawnBy === undefined) return models;
  return { ...models, drawn: sharesOf(drawnBy, shown) };
}

/** Each artist and tier with its number of pictures, largest first; those with none are omitted. */
export function sharesOf(drawnBy: readonly DrawnBy[], shown: readonly string[]): Share[] {
  const wanted = new Set(shown);
  return drawnBy
    .map(({ artist, tier, pictures }) => ({
      ...{ artist, tier, pictures: pictures.filter((one) => wanted.has(one)).length },
    }))
    .filter(({ pictures }) => pictures > 0)
    .toSorted((a, b) => b.pictures - a.pictures);
}

const panelsOf = ({ number, panels }: Numbered): string[] => panels.map(({ id }) => panelId(number, id));

/** The panels visible on a page: its own, and the spread's picture that starts on the page before. */
export function panelsSeenOn(
  page: Pick<BookPage, "number" | "panels">,
  pages: readonly Pick<BookPage, "number" | "panels">[],
): string[] {
  const before = page.number % 2 === 1 ? pages.find(({ number }) => number === page.number - 1) : undefined;
  const crossing = before && crossingPanel(before.panels);
  return [...(before && crossing ? [panelId(before.number, crossing.id)] : []), ...panelsOf(page)];
}

const SOURCES: Record<SourceTerm, Record<Language, string>> = {
  trainedAlgorithmicMedia: { en: "made by a trained model", ja: "学習済みの生成モデルによる画像" },
  compositeWithTrainedAlgorithmicMedia: {
    en: "made by a trained model, with a person's own pictures",
    ja: "学習済みの生成モデルによる画像と、人が用意した画像",
  },
  algorithmicMedia: {
    en: "drawn by a program, without a trained model",
    ja: "学習モデルを使わないプログラムによる画像",
  },
  compositeSynthetic: {
    en: "drawn by a program, with a person's own pictures",
    ja: "プログラムによる画像と、人が用意した画像",
  },
};

/** The source type in words, with its IPTC term. */
export function sourceInWords(term: SourceTerm, language: Language): string {
  const words = SOURCES[term][language];
  return language === "ja" ? `${words}（IPTC ${term}）` : `${words} (IPTC ${term})`;
}

const TIERS: Record<string, Record<Language, string>> = {
  draft: { en: "draft", ja: "下描き" },
  standard: { en: "standard", ja: "標準" },
  final: { en: "final", ja: "決定稿" },
};

/** The name of a tier; an unknown tier is shown by its id. */
const tierInWords = (tier: string, language: Language): string => TIERS[tier]?.[language] ?? tier;

/** The tier of the panels, and how many differ; empty where all are `standard`. */
export function finishInWords({ models, tier }: Provenance, language: Language): string {
  const shares = models.drawn ?? [{ tier, pictures: 1 }];
  if (tiersOf({ models, tier }).length === 0) return "";
  const named = shares.map((share) => ({
    name: tierInWords(share.tier ?? "standard", language),
    panels: share.pictures,
  }));
  return sharesInWords(named, language).join(language === "ja" ? "、" : "; ");
}
