// Wishes of a person about single pictures: a prompt and reference pictures of their own, and edits of a part of a picture. The schedule
// holds hashes, so that it stays small; the texts and lists are in blobs that the session's key seals.
import * as z from "zod";
import { ReferenceUseSchema } from "./reference.ts";
import type { Services } from "./services.ts";

/** A point of the art, relative to its upper left corner: `[0, 0]` to `[1, 1]`. */
const PointSchema = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]);
/** The corners of an area, in order. */
export const RegionSchema = z.array(PointSchema).min(3).max(64);
export type Region = z.infer<typeof RegionSchema>;

/** Characters. */
export const MOST_INSTRUCTION = 500;
export const MOST_PROMPT = 2_000;
/** The number of pictures that one edit or redraw makes. */
export const MOST_TAKES = 4;
/** The number of choices of one picture that are kept: one for each version. */
export const MOST_CHOICES = 100;

/** The change to a picture that a person asked for. Stored sealed. */
export const InstructionSchema = z.object({
  instruction: z.string().min(1).max(MOST_INSTRUCTION),
  region: RegionSchema.optional(),
});
export type Instruction = z.infer<typeof InstructionSchema>;

const SealedTextSchema = z.object({
  /** Hash of the text itself: it enters the input hash, so that equal texts are equal inputs. */
  id: z.string(),
  /** sha-256 of the sealed blob. */
  text: z.string(),
});
export type SealedText = z.infer<typeof SealedTextSchema>;

const PictureEditSchema = SealedTextSchema.extend({
  /** The take that this edit makes: while another take is wanted, the edit does not apply. */
  take: z.int().positive(),
  /** Hash of the picture's inputs, without takes and edits: when these change, the picture is drawn again and not edited. */
  from: z.string(),
  /** The edited picture, sha-256. */
  picture: z.string(),
  contentType: z.string(),
  /** How many pictures it makes; absent: one. */
  count: z.int().min(2).max(MOST_TAKES).optional(),
  /** Which of them the panel shows, from 1; absent: the first. */
  pick: z.int().min(2).max(MOST_TAKES).optional(),
});
export type PictureEdit = z.infer<typeof PictureEditSchema>;

/** Several pictures drawn for one take, from which the person chooses. */
const TakeChoiceSchema = z.object({
  /** The take that they make: while another take is wanted, the choice does not apply. */
  take: z.int().positive(),
  /** Hash of the picture's inputs without takes: when these change, one picture is drawn. */
  from: z.string(),
  count: z.int().min(2).max(MOST_TAKES),
  /** Which of them the panel shows, from 1; absent: the first. */
  pick: z.int().min(2).max(MOST_TAKES).optional(),
});
export type TakeChoice = z.infer<typeof TakeChoiceSchema>;

/** A picture that a person supplied for a sheet: a blob of the session. Its hash enters the input hash. */
export const OwnPictureSchema = z.object({ blob: z.string(), contentType: z.string() });
export type OwnPicture = z.infer<typeof OwnPictureSchema>;

/** The most reference pictures that a person may add to one panel. */
export const MOST_OWN_REFERENCES = 3;
/** A picture that a person added to a panel's request, with what it is for. */
const OwnReferenceSchema = OwnPictureSchema.extend({ use: ReferenceUseSchema });
export type OwnReference = z.infer<typeof OwnReferenceSchema>;
/** In the person's order. Stored sealed. */
export const OwnReferencesSchema = z.array(OwnReferenceSchema).max(MOST_OWN_REFERENCES);

/** By step. An entry without members is removed. */
export const PictureWishesSchema = z.record(
  z.string(),
  z.object({
    prompt: SealedTextSchema.optional(),
    /** A list of `OwnReference`, as JSON. */
    references: SealedTextSchema.optional(),
    edits: z.array(PictureEditSchema).optional(),
    choices: z.array(TakeChoiceSchema).max(MOST_CHOICES).optional(),
    /** Used instead of a drawn sheet, until it is removed. */
    own: OwnPictureSchema.optional(),
  }),
);
export type PictureWishes = z.infer<typeof PictureWishesSchema>;

/** The question to an artist about a picture, as its owner may read it. Stored sealed; the result names it. */
export const AskedSchema = z.object({
  prompt: z.string(),
  references: z.array(z.object({ role: z.string(), step: z.string(), sha256: z.string() })),
  model: z.string(),
  /** `1K`, `2K`. */
  size: z.string(),
  notices: z.array(z.string()),
  /** Faults that the check found in the picture as it came. Absent where it was not checked. */
  found: z.array(z.string()).optional(),
});
export type Asked = z.infer<typeof AskedSchema>;

type Ports = Pick<Services, "blobs" | "stories">;
interface Session {
  sessionId: string;
  ownerId: string;
}

/** Seals a text and gives the hash of its blob. Throws `BusyError` when a store is down, `SessionMissingError`. */
export async function keepSealed({ blobs, stories }: Ports, session: Session, text: string): Promise<string> {
  return blobs.put(session.sessionId, await stories.seal(session, text), "application/octet-stream");
}

/** The reference pictures that the person added to a step's picture. Throws as `readSealed` does. */
export async function ownReferencesOf(
  ports: Ports,
  { pictures, ...session }: Session & { pictures?: PictureWishes | undefined },
  step: string,
): Promise<OwnReference[]> {
  const kept = pictures?.[step]?.references;
  if (kept === undefined) return [];
  return OwnReferencesSchema.parse(JSON.parse(await readSealed(ports, session, kept.text)));
}

/** Throws `BlobMissingError`, too. */
export async function readSealed({ blobs, stories }: Ports, session: Session, hash: string): Promise<string> {
  return stories.open(session, await blobs.get(session.sessionId, hash));
}
