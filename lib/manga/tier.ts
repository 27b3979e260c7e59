// Price tiers of a book's pictures: a draft to see whether the story works, the usual quality, or the best that the models can make.
import * as z from "zod";

/**
 * `draft`: the cheapest model at 1K; pictures are repaired by code only and no model checks them. `standard`: the chosen model. `final`:
 * the best model.
 */
export const TIERS = ["draft", "standard", "final"] as const;
export const TierSchema = z.enum(TIERS);
export type Tier = z.infer<typeof TierSchema>;

/** The tier as books and parameters store it: absent for `standard`, so that inputs from before tiers existed keep their hashes. */
export const KeptTierSchema = TierSchema.exclude(["standard"]).optional();
