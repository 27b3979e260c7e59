// The JSON Schema of `book.json` (draft 2020-12), written next to it for consumers in other languages.
import * as z from "zod";
import { BookSchema } from "../manga/book.ts";

export function bookJsonSchema(): Record<string, unknown> {
  return { title: "A book of Mekuri", ...z.toJSONSchema(BookSchema, { io: "input" }) };
}
