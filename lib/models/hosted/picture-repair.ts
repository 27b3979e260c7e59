// Inspects a received picture with a vision model, repairs it by code where possible and by at most two paid requests otherwise, and crops
// the best picture to its panel. `picture-faults.ts` decides.
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
  /** Vision models that answer in JSON. Empty: no inspection. */
  visionModels: readonly HostedModel[];
  /** Finds writing by code in a picture that was not inspected. */
  letters?: FindLetters | undefined;
}

interface ReceivedPicture {
  picture: Picture;
  by: HostedModel;
  take: PictureAttempt;
  /** Picture requests so far. */
  requests: number;
}

/** An inspected picture with its planned code repairs and the faults that are left. */
interface InspectedPicture {
  picture: Picture;
  repairs: CodeRepairs;
  inspection: Inspection;
  faults: readonly Fault[];
}

export interface Finished {
  drawn: Drawn;
  /** Faults of the first picture, in words; undefined if it was not inspected. */
  found: string[] | undefined;
}

/** Inspects and repairs the picture as `picture-faults.ts` decides, and returns the best of all pictures. */
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
  // An edit is not repaired: the wanted change may look like a fault, such as writing on a sign.
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

/** Faces and areas to keep clear of a picture that stays as it is. */
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
 * Leaves out faults that code repairs. A repaired picture that could not be inspected gets the faults of the picture `before` it, so it
 * does not count as better.
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
  /** The picture to repair. */
  picture: Picture;
  /** Added to the seed of the request. */
  seed: number;
}

/**
 * Requests an edit of the picture with one instruction, or a new picture whose prompt names the faults. A failure is returned, not thrown:
 * the picture at hand is paid for and stays usable. `isOver`: a further repair would fail as well.
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
  const why = troubles.length > 0 ? [...new Set(troubles)].join(", ") : "repairs did not remove them";
  context.note(`a picture with faults is used (${faultsInWords(left)}): ${why}. ${ADVICE}`);
}

/**
 * Notes writing that code finds, and requests no repair for it: the search finds only half of all writing. Writing outside the crop is
 * ignored.
 */
async function noteLetters(
  { letters, request, context }: InspectionContext,
  { picture, repairs }: InspectedPicture,
): Promise<void> {
  // The user may have asked for words on a sign.
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
      context.note(`code found letters in it (${places}), and no model checked it. ${ADVICE}`);
  } catch (error) {
    rethrowIfResumable(error, context);
    context.note(`a picture is used without a check for letters: ${messageOf(error)}`);
  }
}

/**
 * Inspects the picture, with one retry. A paid picture is not discarded because its inspection fails. A refused inspection is not
 * retried: it would be refused again.
 */
async function inspectWithRetry(
  { visionModels, context }: InspectionContext,
  picture: Picture,
  wanted: ExpectedPicture,
): Promise<Inspection> {
  // Without vision models the picture stays with the chosen server, which only draws.
  if (visionModels.length === 0) return NOT_INSPECTED;
  for (const attempt of [1, 2]) {
    try {
      return (
        await withFallback(visionModels, { context }, (eye) =>
          inspectPicture(eye, picture, { wanted, context }),
        )
      ).made;
    } catch (error) {
      rethrowIfResumable(error, context);
      // An unusable answer is paid for, so it is not requested again.
      const isPaid = error instanceof TerminalError || error instanceof UnusableAnswerError;
      if (attempt === 1 && !isPaid) continue;
      context.note(`a picture is used without a check by a model: ${messageOf(error)}`);
      break;
    }
  }
  return NOT_INSPECTED;
}

export const ADVICE = "To draw it again, change it or request another take.";

/**
 * Rethrows errors after which the step runs again and finds its answers in the memo: out of time, rate limit. An overload may last for
 * hours, so it counts as a failure of the request.
 */
function rethrowIfResumable(error: unknown, { signal }: CallContext): void {
  signal.throwIfAborted();
  const comesBack = error instanceof BusyError && !(error instanceof OverloadedError);
  if (comesBack || error instanceof OutOfTimeError) throw error;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
