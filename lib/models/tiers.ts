// Which model draws a tier, and what is sold in the half-price lane: read from the catalog, so that next month's rows need no release.
import type { Tier } from "../manga/tier.ts";
import { CATALOG, type CatalogModel, flexShareOf, knownModel, priceOf } from "./catalog.ts";
import { accessOf, type Environment, isOwn, type ModelChoice } from "./hosted/access.ts";
import { parseHostedId, REVISION } from "./hosted/settings.ts";

/** A tier, or the lane, that the chosen models do not have. The message is for a person. */
export class TierError extends RangeError {
  override readonly name = "TierError";
  readonly field: "tier" | "slow";
  constructor(field: "tier" | "slow", message: string) {
    super(message);
    this.field = field;
  }
}

interface Asked {
  /** An ISO date. */
  today: string;
  environment?: Environment;
}

/**
 * The id of the artist that draws a tier: itself for `standard`; of the models that its adapter reaches and that take as many kinds of
 * pictures along, the one whose picture of 1K is cheapest for `draft`, and dearest for `final`, which is what vendors say of their best.
 * Throws `TierError` for an artist whose model is in no catalog: a program, or a server of one's own.
 */
export function artistOfTier(
  artist: string,
  tier: Tier,
  { today, environment = process.env }: Asked,
): string {
  if (tier === "standard") return artist;
  const choice = parseHostedId(artist);
  const chosen = choice && !isOwn(choice.adapter) ? knownModel(choice.model) : undefined;
  if (choice === undefined || chosen === undefined) {
    const name = choice?.adapter ?? artist.replace(/@.*/, "");
    throw new TierError(
      "tier",
      `${tier} chooses among the image models of the catalog, and ${name} is none of them; leave the tier out, or choose models that end with +gemini`,
    );
  }
  const priced = drawersLike(chosen, choice, { today, environment })
    .map((model) => ({ model, micros: pictureMicros(model, today) }))
    .toSorted((a, b) => a.micros - b.micros);
  const found = (tier === "draft" ? priced[0] : priced.at(-1))?.model ?? chosen;
  return found.id === chosen.id ? artist : `${choice.adapter}/${found.id}@${REVISION}`;
}

/** Rows that can stand in a book where a model is chosen: asked in the same way, offered there on that day. */
function drawersLike(chosen: CatalogModel, choice: ModelChoice, { today, environment }: Required<Asked>) {
  const service = accessOf(choice, environment)?.kind === "vertex" ? "vertex" : "gemini";
  const looks = ({ images }: CatalogModel) =>
    images !== undefined && images.references.people + images.references.things > 0;
  return CATALOG.filter((model) => {
    const { retires } = model.services[service] ?? { retires: "" };
    const isOffered = retires === undefined || today < retires;
    const { kind, method, images } = model;
    return (
      kind === "image" &&
      method === chosen.method &&
      images?.sizes["1K"] !== undefined &&
      isOffered &&
      (looks(model) || !looks(chosen))
    );
  });
}

/** Micro-dollars of a picture of 1K, without what goes along with it. */
function pictureMicros(model: CatalogModel, today: string): number {
  const size = model.images?.sizes["1K"];
  const imageTokens = size !== undefined && "tokens" in size ? size.tokens : 0;
  // As many as are usual, so that of equal pictures the one with cheaper words counts as cheaper.
  const words = { inputTokens: 2_500, outputTokens: 700 };
  return priceOf(model, { ...words, imageTokens, pieces: { size: "1K", count: 1 } }, today);
}

/** The share of its price that a model's id costs in the half-price lane; undefined where nobody can ask it there. */
export function slowShareOf(id: string, today: string): number | undefined {
  const choice = parseHostedId(id);
  // The older client of Vertex AI has no field for it.
  if (choice === undefined || isOwn(choice.adapter) || choice.adapter === "vertexai") return undefined;
  const model = knownModel(choice.model);
  return model?.method === "generateContent" ? flexShareOf(model, today) : undefined;
}

/** Throws `TierError` where none of the models has a half-price lane. */
export function requireSlow(ids: readonly string[], today: string): void {
  if (ids.some((id) => slowShareOf(id, today) !== undefined)) return;
  throw new TierError(
    "slow",
    "the half-price lane is of hosted models that their vendor sells so, and none of these models is; leave slow out, or choose gemini",
  );
}
