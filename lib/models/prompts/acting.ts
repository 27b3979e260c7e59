// What beats and panels ask about somebody who is seen, in the same words.
import * as z from "zod";

export const ACTING = {
  who: z.string().describe("id"),
  doing: z.string().describe("what they do, a few English words"),
  feeling: z.string().describe("what their face shows, one to three English words"),
  holding: z.string().describe("what is in their hands, English nouns; empty if nothing is told"),
};
