// The catalog as the local model server offers it, at the prices of a day.
import type { Offer } from "../../emulators/models/account.ts";
import { CATALOG } from "../../lib/models/catalog.ts";

/** Models that are retired by then are offered too: their endpoints may still answer. */
export function catalogOffers(today: string): Offer[] {
  return CATALOG.map(({ id, kind, method, rates, images }) => {
    const { input, output, imageOutput } = rates.find(({ until }) => until === undefined || today <= until) ??
      rates.at(-1) ?? { input: 0, output: 0, imageOutput: 0 };
    const sizes = Object.entries(images?.sizes ?? {});
    return {
      ...{ id, kind, method, input, output, imageOutput },
      imageTokens: Object.fromEntries(
        sizes.flatMap(([size, count]) =>
          count !== undefined && "tokens" in count ? [[size, count.tokens]] : [],
        ),
      ),
      pieceMicros: Object.fromEntries(
        sizes.flatMap(([size, count]) =>
          count !== undefined && "micros" in count ? [[size, count.micros]] : [],
        ),
      ),
    };
  });
}
