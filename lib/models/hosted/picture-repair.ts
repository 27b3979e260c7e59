// What is done with a picture that came: an eye looks at it, code repairs what it can, at most two paid repairs follow, and the best of the
// pictures is cut to its panel. `picture-faults.ts` decides.
import { BusyError, OutOfTimeError, TerminalError } from "../../pipeline/errors.ts";
import type { Drawn, DrawRequest } from "../artist.ts";
import type { CallContext } from "../call-context.ts";
import { UnusableAnswerError } from "./asker.ts";
import { type CodeRepairs, planCodeRepairs } from "./code-repairs.ts";
import { type ExpectedPicture, expectedPicture } from "./expected-picture.ts";
import { OverloadedError } from "./failures.ts";
import { type Inspection, inspectPicture, NOT_INSPECTED, placeMarks } from "./inspect-picture.ts";
import { type FindLetters, isWriting, placeOf } from "./letters/writing.ts";
import type { HostedModel } from "./model.ts";
import { withFallback } from "./model-fallback.ts";
import {
  bestOf,
  type Fault,
  faultsInWords,
  isRepairedByCode,
  isWorthRepairing,
  planRepair,
  type Repair,
} from "./picture-faults.ts";
import { type Failure, MOST_REQUESTS, type PictureAttempt } from "./picture-outcomes.ts";
import { pictureQuestion, ratioFor, repairQuestion, takesPictures } from "./picture-question.ts";
import { askForPicture, readPicture } from "./received-picture.ts";
import { cropped, type Picture } from "./shape.ts";

interface InspectionContext {
  request: DrawRequest;
  context: CallContext;
  /** See, and answer in JSON. Empty: nobody looks. */
  eyes: readonly HostedModel[];
  /** Looks for writing by code in a picture that nobody looked at. */
  letters?: FindLetters | undefined;
}

interface ReceivedPicture {
  picture: Picture;
  by: HostedModel;
  take: PictureAttempt;
  /** Requests for pictures so far. */
  requests: number;
}

/** A picture that was looked at, and how code repairs it. */
interface InspectedPicture {
  picture: Picture;
  repairs: CodeRepairs;
  inspection: Inspection;
  faults: readonly Fault[];
}

export interface Finished {
  drawn: Drawn;
  /** What the look found wrong with the picture as it came, in words; undefined where nobody looked. */
  found: string[] | undefined;
}

/** Looks at the picture, has what is wrong mended as `picture-faults.ts` says, and gives the best of those that came. */
export async function finishPicture(
  drawing: InspectionContext,
  received: ReceivedPicture,
): Promise<Finished> {
  const { request, context } = drawing;
  const { by, take } = received;
  const wanted = expectedPicture(request, take.telling);
  const inspected = [await inspect(drawing, received.picture, wanted)];
  const history: Repair[] = [];
  const troubles: string[] = [];
  // What a person wanted changed may be what an eye takes for a fault: writing on a sign.
  while (request.kind !== "edit") {
    const repair = planRepair(inspected, history, { edits: takesPictures(by.id) });
    if (repair === undefined) break;
    const requests = received.requests + history.length;
    if (requests >= MOST_REQUESTS) {
      troubles.push(`${requests} requests were made for it`);
      break;
    }
    history.push(repair);
    const last = inspected.at(-1)?.picture ?? received.picture;
    const made = await requestRepair(drawing, received, {
      repair,
      picture: last,
      seed: take.seed + history.length,
    });
    if (made.kind === "picture") inspected.push(await inspect(drawing, made, wanted, inspected.at(-1)));
    else troubles.push(made.failure.reason);
    if (made.kind === "failure" && made.isOver) break;
  }
  const best = bestOf(inspected) ?? inspected[0];
  if (best === undefined) throw new Error("no picture was inspected");
  noteRemainingFaults(context, best.faults, troubles);
  const { picture, repairs, inspection } = best;
  if (inspection.answer === undefined) await noteLetters(drawing, best);
  const content = await cropped(picture, repairs.crop, repairs.recolour);
  const { people } = wanted;
  const first = inspected[0]?.inspection;
  return {
    drawn: {
      content: { kind: "image", ...content },
      ...placeMarks(inspection, { picture, crop: repairs.crop, people, frame: request }),
    },
    found: first?.answer && first.faults.map((fault) => faultsInWords([fault])),
  };
}

/** What a look finds in a picture that stays as it is. */
export async function inspectUnchanged(
  drawing: InspectionContext,
  picture: Picture,
  telling: PictureAttempt["telling"],
): Promise<Pick<Drawn, "faces" | "keep">> {
  const { people, ...wanted } = expectedPicture(drawing.request, telling);
  const { inspection, repairs } = await inspect(drawing, picture, { people, ...wanted });
  return placeMarks(inspection, { picture, crop: repairs.crop, people, frame: drawing.request });
}

/**
 * What code repairs is no fault any more. A mended picture that nobody could look at is held to have the faults of the one `before` it: it
 * is taken for no better.
 */
async function inspect(
  drawing: InspectionContext,
  picture: Picture,
  wanted: ExpectedPicture,
  before?: InspectedPicture,
): Promise<InspectedPicture> {
  const inspection = await inspectWithRetry(drawing, picture, wanted);
  drawing.context.signal.throwIfAborted();
  const eyeSawBorder = inspection.faults.some(({ kind }) => kind === "border");
  const repairs = await planCodeRepairs(picture, drawing.request, { eyeSawBorder });
  const faults = inspection.faults.filter((fault) => !isRepairedByCode(fault));
  return {
    picture,
    repairs,
    inspection,
    faults: inspection.answer === undefined ? (before?.faults ?? []) : faults,
  };
}

interface RepairRequest {
  repair: Repair;
  /** The one that is to be mended. */
  picture: Picture;
  /** Added to the request's. */
  seed: number;
}

/**
 * The picture sent back with one instruction, or another one that is told what was wrong. What can be used is paid for, and is not thrown
 * away for the sake of a better one, so a failure is no error; `isOver`: no further mend would come either.
 */
async function requestRepair(
  { request, context }: InspectionContext,
  { by, take: { telling } }: ReceivedPicture,
  { repair, picture, seed }: RepairRequest,
): Promise<Picture | { kind: "failure"; failure: Failure; isOver?: boolean }> {
  try {
    const question =
      repair.kind === "edit"
        ? repairQuestion(by.id, request, { picture, fault: repair.fault, seed })
        : pictureQuestion(by.id, request, { telling, seed, faults: repair.faults });
    return await readPicture(await askForPicture(context, by, question), ratioFor(by.id, request));
  } catch (error) {
    rethrowIfResumable(error, context);
    return {
      kind: "failure",
      failure: { outcome: "technical", reason: messageOf(error) },
      isOver: true,
    };
  }
}

function noteRemainingFaults(
  context: CallContext,
  faults: readonly Fault[],
  troubles: readonly string[],
): void {
  const left = faults.filter(isWorthRepairing);
  if (left.length === 0) return;
  const why = troubles.length > 0 ? [...new Set(troubles)].join(", ") : "mends did not take them away";
  context.note(`a picture with faults is taken (${faultsInWords(left)}): ${why}. ${ADVICE}`);
}

/**
 * Code is sure of what it reads, and reads half of what is written: its word is a notice, and no reason to pay for another picture. What is
 * cut away counts not.
 */
async function noteLetters(
  { letters, request, context }: InspectionContext,
  { picture, repairs }: InspectedPicture,
): Promise<void> {
  // A person may have wanted words on a sign.
  if (letters === undefined || request.kind === "edit") return;
  try {
    const { crop } = repairs;
    const lines = (await letters(picture.bytes)).filter(isWriting).flatMap((line) => {
      const x = (line.x * picture.width - crop.x) / crop.width;
      const y = (line.y * picture.height - crop.y) / crop.height;
      return x > 0 && x < 1 && y > 0 && y < 1 ? placeOf({ x, y }) : [];
    });
    const places = [...new Set(lines)].join(", ");
    if (places !== "")
      context.note(`code reads letters in it (${places}), and nobody looked at it. ${ADVICE}`);
  } catch (error) {
    rethrowIfResumable(error, context);
    context.note(`a picture is taken without a search for letters: ${messageOf(error)}`);
  }
}

/**
 * A picture that is paid for is not thrown away because nobody could look at it: after two tries it is taken unseen. What was
 * refused once would be refused again.
 */
async function inspectWithRetry(
  { eyes, context }: InspectionContext,
  picture: Picture,
  wanted: ExpectedPicture,
): Promise<Inspection> {
  // Nothing is sent to anybody but the server that was chosen, and that one only draws.
  if (eyes.length === 0) return NOT_INSPECTED;
  for (const attempt of [1, 2]) {
    try {
      return (
        await withFallback(eyes, { context }, (eye) => inspectPicture(eye, picture, { wanted, context }))
      ).made;
    } catch (error) {
      rethrowIfResumable(error, context);
      // An answer that cannot be used is paid: a picture is looked at once.
      const isPaid = error instanceof TerminalError || error instanceof UnusableAnswerError;
      if (attempt === 1 && !isPaid) continue;
      context.note(`a picture is taken without a look at its faces: ${messageOf(error)}`);
      break;
    }
  }
  return NOT_INSPECTED;
}

export const ADVICE = "Change it, or ask for another take, to have it drawn anew.";

/**
 * A step that is out of time, or whose rate limit is used up, comes back and finds its answers remembered: nothing has to be given up for
 * that. An overload may last for hours, so it is a failure of what was asked.
 */
function rethrowIfResumable(error: unknown, { signal }: CallContext): void {
  signal.throwIfAborted();
  const comesBack = error instanceof BusyError && !(error instanceof OverloadedError);
  if (comesBack || error instanceof OutOfTimeError) throw error;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
