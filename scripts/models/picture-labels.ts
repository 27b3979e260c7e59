// The labels of `pictures/labels.tsv`; `pictures/SOURCES.md` describes the columns.
import { readFileSync } from "node:fs";
import * as z from "zod";

const LabelSchema = z.enum(["y", "n", "?"]);
export type Label = z.infer<typeof LabelSchema>;

const LabelledSchema = z.object({
  file: z.string().regex(/^[\w.-]+\.webp$/),
  half: z.enum(["dev", "test"]),
  of: z.string(),
  derived: z.string(),
  letters: LabelSchema,
  border: LabelSchema,
  colour: LabelSchema,
  asked: z.string().regex(/^\d+:\d+$/),
  ratio: LabelSchema,
});
export type Labelled = z.infer<typeof LabelledSchema>;

/** Throws for a line that does not match the columns. */
export function readLabels(path: string): Labelled[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const columns = head.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return LabelledSchema.parse(Object.fromEntries(columns.map((name, at) => [name, cells[at]])));
  });
}
