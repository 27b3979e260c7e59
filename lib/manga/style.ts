// The style of a book, in words that any artist reads. A person picks a preset and may add their own words.
import * as z from "zod";
import { OpenWordSchema, SaidSchema } from "./staging.ts";

export const StyleSchema = z.object({
  /** Name of the preset: `shonen`. */
  preset: OpenWordSchema,
  /** `ink and screen tone`, `watercolour`. */
  medium: OpenWordSchema,
  /** `bold, of varying width`, `thin and even`. */
  line: OpenWordSchema,
  /** `crisp screen tone`, `none`, `washes`. */
  tone: OpenWordSchema,
  /** `large, with many lights`, `small and narrow`. */
  eyes: OpenWordSchema,
  /** `detailed`, `sparse`, `flowers and light`. */
  backgrounds: OpenWordSchema,
  /** How much is solid black: `few`, `heavy`. */
  blacks: OpenWordSchema,
  /** For books in colour: `warm and muted`. */
  palette: OpenWordSchema,
  /** The person's own words about it. */
  artDirection: SaidSchema.optional(),
});
export type Style = z.infer<typeof StyleSchema>;
