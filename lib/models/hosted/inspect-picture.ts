// Inspects a picture with a cheap vision model: faces and areas to keep clear, in the panel's units, and faults.
import type { Face } from "../../manga/artwork.ts";
import type { Box } from "../../manga/geometry.ts";
import type { CallContext } from "../call-context.ts";
import { freeWords } from "../prompts/free-words.ts";
import { type InspectionAnswer, inspectionQuestion } from "../prompts/look/prompt.ts";
import { createAsker } from "./asker.ts";
import type { ExpectedPicture } from "./expected-picture.ts";
import type { HostedModel } from "./model.ts";
import type { Fault } from "./picture-faults.ts";
import type { Crop, Picture } from "./shape.ts";

export interface Inspection {
  /** Undefined if the picture was not inspected. */
  answer: InspectionAnswer | undefined;
  faults: Fault[];
}

export const NOT_INSPECTED: Inspection = { answer: undefined, faults: [] };

/** Throws as `Asker.ask` does. */
export async function inspectPicture(
  model: HostedModel,
  picture: Picture,
  { wanted, context }: { wanted: ExpectedPicture; context: CallContext },
): Promise<Inspection> {
  const answer = await createAsker([model], context).ask(inspectionQuestion({ picture, ...wanted }));
  return { answer, faults: faultsIn(answer, wanted) };
}

/** Differences between the answer and the expected picture. Ignores people who are not expected, and likeness without a sheet. */
export function faultsIn(
  answer: InspectionAnswer,
  { people, sheets, heads, zone }: ExpectedPicture,
): Fault[] {
  const { least = 0, most = Number.POSITIVE_INFINITY } = heads;
  const known = new Set(people.map(({ design }) => design.id));
  const compared = new Set(sheets.map(({ of }) => of));
  const inPicture = answer.faces.filter(({ character }) => known.delete(character));
  return [
    ...(answer.letters ? [{ kind: "letters" as const, where: shortened(answer.lettersWhere) }] : []),
    ...(answer.heads < least ? [{ kind: "heads" as const, seen: answer.heads, wanted: least }] : []),
    ...(answer.heads > most ? [{ kind: "heads" as const, seen: answer.heads, wanted: most }] : []),
    ...inPicture.flatMap(({ character, likeness, badHands }): Fault[] => [
      ...(compared.has(character) && (likeness === 0 || likeness === 1)
        ? [{ kind: "likeness" as const, character, likeness } as const]
        : []),
      ...(badHands ? [{ kind: "hands" as const, character }] : []),
    ]),
    ...(answer.zoneClear || zone === "" ? [] : [{ kind: "zone" as const, where: zone }]),
    ...(answer.border ? [{ kind: "border" as const }] : []),
  ];
}

/** Shortens the model's words for a place, because they go into the next prompt. */
function shortened(where: string): string {
  const words = freeWords(where)
    .toLowerCase()
    .replace(/^(?:in|at|on|near)? ?(?:the )?/u, "");
  return /^\p{L}[\p{L} -]{0,29}$/u.test(words) && words !== "none" ? words : "";
}

/** Faces and areas to keep clear, in units of the panel. `crop`: the used part of the picture, in pixels. */
export function placeMarks(
  { answer }: Inspection,
  {
    picture,
    crop,
    people,
    frame,
  }: { picture: Picture; crop: Crop } & Pick<ExpectedPicture, "people"> & {
      frame: Frame;
    },
): { faces: Face[]; keep: Box[] } {
  if (answer === undefined) return { faces: [], keep: [] };
  const known = new Set(people.map(({ design }) => design.id));
  const place = toFrameUnits(picture, crop, frame);
  const faces = answer.faces.flatMap(({ character, box, mouth }): Face[] => {
    const shown = place.box(box);
    const [y = 0, x = 0] = mouth;
    if (shown === undefined || !known.delete(character)) return [];
    return [{ character, box: shown, mouth: place.point(x, y) }];
  });
  return { faces, keep: answer.keep.flatMap(({ box }) => place.box(box) ?? []) };
}

interface Frame {
  /** Units of the panel. */
  width: number;
  height: number;
}

/** From thousandths of the whole picture to units of the panel. */
function toFrameUnits({ width, height }: Picture, crop: Crop, frame: Frame) {
  const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)) * 10) / 10;
  const point = (x: number, y: number) => ({
    x: within((((x / 1_000) * width - crop.x) / crop.width) * frame.width, frame.width),
    y: within((((y / 1_000) * height - crop.y) / crop.height) * frame.height, frame.height),
  });
  return {
    point,
    /** Undefined if less than 4 units of it are inside the crop. */
    box([top = 0, left = 0, bottom = 0, right = 0]: readonly number[]): Box | undefined {
      const a = point(Math.min(left, right), Math.min(top, bottom));
      const b = point(Math.max(left, right), Math.max(top, bottom));
      const box = { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y };
      return box.width < 4 || box.height < 4 ? undefined : box;
    },
  };
}
