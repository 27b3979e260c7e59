// A person in the artist's closed words.
import * as z from "zod";

/** `c1`, `c2` …, in order of importance. */
export const CharacterIdSchema = z.string().regex(/^c\d+$/);

export const PersonSchema = z.object({
  id: CharacterIdSchema,
  name: z.string().min(1).max(60),
  kind: z.enum(["human", "cat", "dog", "bird", "robot", "ghost", "creature"]),
  age: z.enum(["child", "teen", "adult", "elder"]),
  gender: z.enum(["female", "male", "unknown"]),
});
export type Person = z.infer<typeof PersonSchema>;
