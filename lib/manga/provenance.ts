// What a file of a book says of its making, for programs: the IPTC digital source type, the models, the tier, what a person gave.
import { modelName } from "./credit.ts";
import type { Language } from "./language.ts";
import { isHostedId, type MadeBy, type ModelIds } from "./model-ids.ts";

/** Terms of the IPTC vocabulary (https://cv.iptc.org/newscodes/digitalsourcetype/), as far as a file of a book can be one. */
export type SourceTerm =
  /** A trained model drew it. */
  | "trainedAlgorithmicMedia"
  /** A trained model drew it, and a person's own picture is in it. */
  | "compositeWithTrainedAlgorithmicMedia"
  /** A program drew it that was trained on nothing: the offline artist. */
  | "algorithmicMedia"
  /** Such a program drew it, and a person's own picture is in it. */
  | "compositeSynthetic";

/** A term as metadata names it. */
export const sourceTypeUri = (term: SourceTerm): string =>
  `http://cv.iptc.org/newscodes/digitalsourcetype/${term}`;

export interface Provenance {
  language: Language;
  models: ModelIds;
  /** Where others had a share than `models` names. */
  madeBy?: MadeBy | undefined;
  tier?: string | undefined;
  /** Steps whose pictures a person gave: `characters/c1`. */
  given?: readonly string[];
  /** Whether one of these is in the file itself, not only what its pictures were made after. */
  holdsGiven?: boolean;
}

/** By who drew the pictures; a book of which a model drew a part counts as a model's. */
export function sourceTermOf(made: Pick<Provenance, "models" | "madeBy" | "holdsGiven">): SourceTerm {
  const isTrained = artistsOf(made).some(isHostedId);
  if (made.holdsGiven) return isTrained ? "compositeWithTrainedAlgorithmicMedia" : "compositeSynthetic";
  return isTrained ? "trainedAlgorithmicMedia" : "algorithmicMedia";
}

/** Names of the trained models that had a share, each once; empty where programs made all of it. */
export function trainedModelsOf(made: Pick<Provenance, "models" | "madeBy">): string[] {
  const { models, madeBy = {} } = made;
  const ids = [...(madeBy.reader ?? [models.reader]), ...(madeBy.director ?? [models.director])];
  return [...new Set([...ids, ...artistsOf(made)].filter(isHostedId).map(modelName))];
}

const artistsOf = ({ models, madeBy }: Pick<Provenance, "models" | "madeBy">): string[] =>
  madeBy?.artist ?? [models.artist];

interface Described {
  language: Language;
  models: ModelIds;
  madeBy?: MadeBy | undefined;
  tier?: string | undefined;
  cast: { characters: readonly { id: string; portrait?: unknown }[] };
}

/** Of a book's files. */
export function provenanceOf({ language, models, madeBy, tier, cast }: Described): Provenance {
  const given = cast.characters
    .filter(({ portrait }) => portrait !== undefined)
    .map(({ id }) => `characters/${id}`);
  return { language, models, madeBy, tier, given };
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

/** The source type in words, with the term by which programs know it. */
export function sourceInWords(term: SourceTerm, language: Language): string {
  const words = SOURCES[term][language];
  return language === "ja" ? `${words}（IPTC ${term}）` : `${words} (IPTC ${term})`;
}

const TIERS: Record<string, Record<Language, string>> = {
  draft: { en: "draft", ja: "下描き" },
  standard: { en: "standard", ja: "標準" },
  final: { en: "final", ja: "決定稿" },
};

/** A tier of this version; another is said as it is called. */
export const tierInWords = (tier: string, language: Language): string => TIERS[tier]?.[language] ?? tier;
