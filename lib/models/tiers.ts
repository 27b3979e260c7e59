// Chooses the model of a price tier, and finds the vendors' half-price mode, by the catalog, so that new models need no release.
import type { Tier } from "../manga/tier.ts";
import { CATALOG, type CatalogModel, flexShareOf, knownModel, priceOf } from "./catalog.ts";
import { accessOf, type Environment, isOwn, type ModelChoice } from "./hosted/access.ts";
import { parseHostedId, REVISION } from "./hosted/settings.ts";

/** The chosen models do not offer a tier or the half-price mode. The message is for users. */
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
 * The id of the artist for a tier. `standard`: the chosen one. `draft` and `final`: of the models with the same adapter and the same kinds
 * of references, the one with the cheapest or the most expensive 1K picture, because vendors price their best models highest. Throws
 * `TierError` for an artist that is not in the catalog: a program, or a self-hosted server.
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
      `${tier} selects an image model of the catalog, and ${name} is not one of them; omit the tier, or choose models that end with +gemini`,
    );
  }
  const priced = drawersLike(chosen, choice, { today, environment })
    .map((model) => ({ model, micros: pictureMicros(model, today) }))
    .toSorted((a, b) => a.micros - b.micros);
  const found = (tier === "draft" ? priced[0] : priced.at(-1))?.model ?? chosen;
  return found.id === chosen.id ? artist : `${choice.adapter}/${found.id}@${REVISION}`;
}

/** Models that can replace the chosen one: same way of asking, available on that day. */
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

/** Micro-dollars of a 1K picture without its references. */
function pictureMicros(model: CatalogModel, today: string): number {
  const size = model.images?.sizes["1K"];
  const imageTokens = size !== undefined && "tokens" in size ? size.tokens : 0;
  // Typical numbers of tokens, so that of equally priced pictures the one with cheaper text counts as cheaper.
  const words = { inputTokens: 2_500, outputTokens: 700 };
  return priceOf(model, { ...words, imageTokens, pieces: { size: "1K", count: 1 } }, today);
}

/** Factor of a model's price in the half-price mode; undefined where it is not available. */
export function slowShareOf(id: string, today: string): number | undefined {
  const choice = parseHostedId(id);
  // The older client of Vertex AI has no parameter for it.
  if (choice === undefined || isOwn(choice.adapter) || choice.adapter === "vertexai") return undefined;
  const model = knownModel(choice.model);
  return model?.method === "generateContent" ? flexShareOf(model, today) : undefined;
}

/** Throws `TierError` where none of the models has a half-price mode. */
export function requireSlow(ids: readonly string[], today: string): void {
  if (ids.some((id) => slowShareOf(id, today) !== undefined)) return;
  throw new TierError("slow", "none of these models has a half-price mode; omit slow, or choose gemini");
}
