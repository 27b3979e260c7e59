// How much a book's pictures may cost: a draft to see whether the story works, the usual, or the best that the models make.
import * as z from "zod";

/**
 * `draft`: every picture by the cheapest model, at 1K, mended by code alone and looked at by nobody. `standard`: the model that is chosen.
 * `final`: the best model.
 */
export const TIERS = ["draft", "standard", "final"] as const;
export const TierSchema = z.enum(TIERS);
export type Tier = z.infer<typeof TierSchema>;

/** As books and parameters keep it: `standard` is absent, so that what was made before there were tiers keeps its inputs. */
export const KeptTierSchema = TierSchema.exclude(["standard"]).optional();
