// The catalog as the local model server offers it on a date: with its prices, without retired models.
import type { Offer, ServedBy } from "../../emulators/models/account.ts";
import { CATALOG, type CatalogModel, ratesOn } from "../../lib/models/catalog.ts";

/** `today`: ISO date. Retired models are in the list, marked; the server answers 404 for them. */
export function catalogOffers(today: string): Offer[] {
  return CATALOG.flatMap((model): Offer[] => {
    const { id, kind, method, services, thinking, takesSchema, limits, images } = model;
    const { input, imageInput, output, imageOutput, flexShare, batchShare } = ratesOn(model, today);
    if (method === "own") return [];
    return [
      {
        ...{ id, kind, method, takesSchema },
        services: {
          ...(services.gemini && { gemini: servedOn(services.gemini, today) }),
          ...(services.vertex && { vertex: servedOn(services.vertex, today) }),
        },
        thinkingLevels: thinking?.levels ?? [],
        limits: { input: limits.inputTokens, output: limits.outputTokens },
        rates: { input, imageInput, output, imageOutput },
        ...(flexShare !== undefined && { flexShare }),
        ...(batchShare !== undefined && { batchShare }),
        ...(images && { images: picturesOf(images) }),
      },
    ];
  });
}

type Service = NonNullable<CatalogModel["services"]["gemini"]>;

function servedOn({ versions, locations, retires, closedToNewKeys }: Service, today: string): ServedBy {
  return {
    versions,
    ...(locations && { locations }),
    retired: retires !== undefined && today >= retires,
    closedToNewKeys: closedToNewKeys !== undefined && today >= closedToNewKeys,
  };
}

function picturesOf({ aspectRatios, sizes, references }: NonNullable<CatalogModel["images"]>) {
  const tokens: Record<string, number> = {};
  const micros: Record<string, number> = {};
  for (const [size, count] of Object.entries(sizes)) {
    if (count === undefined) continue;
    if ("tokens" in count) tokens[size] = count.tokens;
    else micros[size] = count.micros;
  }
  return { aspectRatios, tokens, micros, references: references.things + references.people };
}
