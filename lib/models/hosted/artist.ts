// An artist on top of hosted image models: prompts from data, reference portraits, a picture of the panel's shape, and one look at it.
// A picture that does not come is asked for otherwise, as `picture-outcomes.ts` says, and at last drawn offline: no refusal ends a book.
import { BusyError, OutOfTimeError, TerminalError } from "../../pipeline/errors.ts";
import type { Artist, DrawingProgram, Drawn, DrawRequest, EditRequest } from "../artist.ts";
import type { Desk } from "../desk.ts";
import { areaOf } from "../mask.ts";
import { programRequest } from "../program-request.ts";
import { ask } from "./ask.ts";
import { OverloadedError } from "./failures.ts";
import { inOrder } from "./in-order.ts";
import { type Looked, look } from "./look.ts";
import type { HostedModel, Question, Reply } from "./model.ts";
import {
  type Attempt,
  type Failure,
  failureOfReply,
  MOST_REQUESTS,
  planNext,
  type Take,
  type Telling,
} from "./picture-outcomes.ts";
import {
  askedFor,
  editsOf,
  pictureQuestion,
  ratioFor,
  referencesOf,
  shownIn,
  takesPictures,
  unletteringQuestion,
} from "./picture-question.ts";
import { type Crop, cropFor, cropped, decode, nearestRatio, type Picture } from "./shape.ts";

/** Each in the order in which they stand in for each other. */
export interface ArtistModels {
  /** Make pictures. */
  images: readonly HostedModel[];
  /** See, and answer in JSON. Empty: nobody looks, and faces and lettering in the picture are not known. */
  eyes: readonly HostedModel[];
  /** Draws what no model draws. Loaded when it is first wanted. */
  program: () => Promise<DrawingProgram>;
}

/** Throws as `HostedModel.ask` and `Desk.call` do; never for a picture that is refused or cannot be used. */
export function hostedArtist(id: string, models: ArtistModels): Artist {
  return {
    id,
    references: models.images[0] && referencesOf(models.images[0].id),
    edits: models.images[0] !== undefined && editsOf(models.images[0].id) !== undefined,
    async draw(request, desk, { label = `a ${request.kind}` } = {}) {
      const eyes = request.draft ? [] : models.eyes;
      const sitting = { ...models, eyes, request, desk: labelled(desk, label) };
      if (request.kind !== "edit") return drawWith(sitting);
      const images = models.images.filter((model) => editsOf(model.id) !== undefined);
      if (images.length === 0)
        throw new TerminalError("edit-unsupported", `${id} changes no part of a picture.`);
      const { region, picture } = request;
      const area = region && (await areaOf(picture.bytes, region));
      return drawWith({ ...sitting, request: { ...request, ...(area && { area }) }, images });
    },
  };
}

/** The same desk, whose notices say which picture they are about. */
function labelled(desk: Desk, label: string): Desk {
  return {
    signal: desk.signal,
    call: (call) => desk.call(call),
    note: (notice) => desk.note(`${label}: ${notice}`),
    progress: desk.progress,
    slow: desk.slow,
  };
}

interface Sitting extends ArtistModels {
  request: DrawRequest;
  desk: Desk;
}

type Failed = Attempt & Failure;

async function drawWith(sitting: Sitting): Promise<Drawn> {
  const { request, images } = sitting;
  const failed: Failed[] = [];
  // The model that answers; those before it are gone or silent.
  let first = 0;
  for (;;) {
    const standIn = first + 1 < images.length;
    const take = planNext(failed, { scenery: request.kind === "panel", standIn });
    if (request.kind === "edit" && take?.telling !== "moment") return unchanged(sitting, request, failed);
    if (take === undefined) return drawOffline(sitting, failed);
    const received = await receive(sitting, images.slice(take.by === "first" ? first : first + 1), take);
    if (take.by === "first" && received.by !== undefined) first = images.indexOf(received.by);
    if (received.kind === "failure") {
      failed.push({ ...take, ...received.failure });
      continue;
    }
    sayWhatCame(sitting, { take, by: received.by, failed });
    const drawn = await finish(sitting, { ...received, take, requests: failed.length + 1 });
    return { ...drawn, asked: askedFor(received.by.id, request, take) };
  }
}

type Received =
  | { kind: "failure"; failure: Failure; by: HostedModel | undefined }
  | { kind: "picture"; picture: Picture; by: HostedModel };

async function receive(
  { request, desk }: Sitting,
  order: readonly HostedModel[],
  take: Take,
): Promise<Received> {
  try {
    const { made: reply, by } = await inOrder(order, { desk }, (model) =>
      askForPicture(desk, model, pictureQuestion(model.id, request, take)),
    );
    const read = await readPicture(reply, ratioFor(by.id, request));
    return read.kind === "picture"
      ? { kind: "picture", picture: read, by }
      : { kind: "failure", failure: read.failure, by };
  } catch (error) {
    // A stand-in that cannot be asked (gone, no key, no quota) is no reason to lose what the first model can still give.
    const isShut = error instanceof TerminalError && error.code.startsWith("model-");
    if (take.by === "first" || !isShut) throw error;
    return { kind: "failure", failure: { outcome: "technical", reason: error.message }, by: undefined };
  }
}

/** Every reply is remembered: it is paid, whatever came, and a repeated step goes on where this one ended. */
const askForPicture = (desk: Desk, model: HostedModel, question: Question) =>
  ask(desk, model, question, () => true);

async function readPicture(
  reply: Reply,
  aspectRatio: string,
): Promise<Picture | { kind: "failure"; failure: Failure }> {
  const failure = failureOfReply(reply);
  if (failure !== undefined) return { kind: "failure", failure };
  const decoded = await decode(reply.images.at(-1)?.bytes ?? new Uint8Array(), aspectRatio);
  if (decoded.kind === "picture") return decoded;
  return { kind: "failure", failure: { outcome: "technical", reason: decoded.reason } };
}

interface Came {
  picture: Picture;
  by: HostedModel;
  take: Take;
  /** Requests for pictures so far. */
  requests: number;
}

/** Looks at the picture, has lettering taken away once, and cuts it to its panel. */
async function finish(sitting: Sitting, { picture, by, take, requests }: Came): Promise<Drawn> {
  const first = await see(sitting, picture, take.telling);
  const second = first.letters ? await withoutLetters(sitting, { picture, by, take, requests }) : undefined;
  const { content, faces, keep } = second ?? first;
  return { content, faces, keep };
}

interface Seen extends Drawn {
  letters: boolean;
}

async function see(sitting: Sitting, picture: Picture, telling: Telling): Promise<Seen> {
  const { width, height } = sitting.request;
  const crop = cropFor(picture, width, height);
  const { faces, keep, letters } = await lookPatiently(sitting, { picture, crop, telling });
  sitting.desk.signal.throwIfAborted();
  return { content: { kind: "image", ...(await cropped(picture, crop)) }, faces, keep, letters };
}

/**
 * The picture once more, without its lettering: the same one sent back with one instruction, or drawn anew by a model that takes no
 * pictures. Undefined when that does not succeed: what can be used is paid for, and is not thrown away for the sake of a better one.
 */
async function withoutLetters(
  sitting: Sitting,
  { picture, by, take, requests }: Came,
): Promise<Seen | undefined> {
  const { request, desk } = sitting;
  const keepIt = (reason: string) => desk.note(`a picture with letters in it is taken: ${reason}`);
  if (requests >= MOST_REQUESTS) return void keepIt(`${MOST_REQUESTS} requests were made for it`);
  try {
    const seed = take.seed + 1;
    const question = takesPictures(by.id)
      ? unletteringQuestion(by.id, request, { picture, seed })
      : pictureQuestion(by.id, request, { telling: take.telling, seed });
    const read = await readPicture(await askForPicture(desk, by, question), ratioFor(by.id, request));
    if (read.kind === "failure") return void keepIt(read.failure.reason);
    const seen = await see(sitting, read, take.telling);
    if (seen.letters) keepIt("some were left after they were taken away once");
    return seen;
  } catch (error) {
    throwIfOver(error, desk);
    return void keepIt(messageOf(error));
  }
}

/**
 * A picture that is paid for is not thrown away because nobody could look at it: after two tries it is taken unseen. What was
 * refused once would be refused again.
 */
async function lookPatiently(
  { request, eyes, desk }: Sitting,
  { picture, crop, telling }: { picture: Picture; crop: Crop; telling: Telling },
): Promise<Looked> {
  // Nothing is sent to anybody but the server that was chosen, and that one only draws.
  if (eyes.length === 0) return { faces: [], keep: [], letters: false };
  const looking = { people: shownIn(request, telling), frame: request, desk };
  for (const attempt of [1, 2]) {
    try {
      return (await inOrder(eyes, looking, (eye) => look(eye, { picture, crop }, looking))).made;
    } catch (error) {
      throwIfOver(error, desk);
      if (attempt === 1 && !(error instanceof TerminalError)) continue;
      desk.note(`a picture is taken without a look at its faces: ${messageOf(error)}`);
      break;
    }
  }
  return { faces: [], keep: [], letters: false };
}

/** Somebody who wanted a part changed wants no other picture in its place. */
async function unchanged(
  sitting: Sitting,
  { picture, width, height }: EditRequest,
  failed: readonly Failed[],
): Promise<Drawn> {
  sitting.desk.note(
    `the change did not come (${reasonsOf(failed)}); the picture is as it was. Say it otherwise.`,
  );
  const decoded = await decode(picture.bytes, nearestRatio(width, height, [`${width}:${height}`]));
  if (decoded.kind !== "picture") return { content: { kind: "image", ...picture }, faces: [], keep: [] };
  const { content: _cut, faces, keep } = await see(sitting, decoded, "moment");
  return { content: { kind: "image", ...picture }, faces, keep };
}

async function drawOffline({ request, desk, program }: Sitting, failed: readonly Failed[]): Promise<Drawn> {
  const { usage: _free, ...drawn } = await (await program()).draw(programRequest(request), desk.signal);
  desk.note(
    `no picture came (${reasonsOf(failed)}); the offline artist drew it from the same data. ${ADVICE}`,
  );
  return drawn;
}

const ADVICE = "Change it, or ask for another take, to have it drawn anew.";

/** Says how a picture came otherwise than asked; nothing where the first request gave it. */
function sayWhatCame(
  { desk }: Sitting,
  { take, by, failed }: { take: Take; by: HostedModel; failed: readonly Failed[] },
): void {
  if (failed.length === 0) return;
  desk.note(`the picture did not come as asked (${reasonsOf(failed)}); ${cameAs(take, by)}`);
}

function cameAs({ telling, by }: Take, { id }: HostedModel): string {
  switch (telling) {
    case "moment":
      return by === "stand-in" ? `${id} drew it` : "another seed gave it";
    case "gentle":
      return `a gentler picture was drawn in its place. ${ADVICE}`;
    case "scenery":
      return `the place was drawn without people. ${ADVICE}`;
  }
}

const reasonsOf = (failed: readonly Failed[]) => [...new Set(failed.map(({ reason }) => reason))].join(", ");

/**
 * A step that is out of time, or whose rate limit is used up, comes back and finds its answers remembered: nothing has to be given up for
 * that. An overload may last for hours, so it is a failure of what was asked.
 */
function throwIfOver(error: unknown, { signal }: Desk): void {
  signal.throwIfAborted();
  const comesBack = error instanceof BusyError && !(error instanceof OverloadedError);
  if (comesBack || error instanceof OutOfTimeError) throw error;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
