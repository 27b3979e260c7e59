// The kinds of settings in the tables: each creates its schema when it is read, because a function reads only a few of them.
import * as z from "zod";

interface Numbers {
  from: number;
  to: number;
  standard: number;
}

export const aNumber =
  (about: string, { from, to, standard }: Numbers) =>
  () =>
    z.coerce.number().min(from).max(to).default(standard).describe(`${about} From ${from} to ${to}.`);
export const aCount =
  (about: string, { from, to, standard }: Numbers) =>
  () =>
    z.coerce.number().int().min(from).max(to).default(standard).describe(`${about} From ${from} to ${to}.`);
export const anOptionalCount =
  (about: string, { from, to }: Omit<Numbers, "standard">) =>
  () =>
    z.coerce.number().int().min(from).max(to).optional().describe(`${about} From ${from} to ${to}.`);
export const list = (about: string, check: (entry: string) => boolean, what: string) => () =>
  z
    .string()
    .default("")
    .transform((entries) => entries.split(",").flatMap((entry) => entry.trim() || []))
    .refine((entries) => entries.every(check), what)
    .describe(about);
export const text = (about: string) => () => z.string().optional().describe(about);
