// The files that people want of a book, as its schedule has them. Pure.
import { type BoundFormat, BoundFormatSchema } from "../manga/export-formats.ts";
import type { Schedule } from "./schedule.ts";

/** The formats that a person asked for of the book as it is now, and that did not fail. */
export function exportsOf(
  { exports = {} }: Pick<Schedule, "exports">,
  book: string | undefined,
): BoundFormat[] {
  if (book === undefined) return [];
  return BoundFormatSchema.options.filter((format) => {
    const ask = exports[format];
    return ask?.book === book && ask.error === undefined;
  });
}
