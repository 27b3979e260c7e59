// Looks at a picture with a cheap model that sees, and gives what it found in the panel's own units.
import type { Face } from "../../manga/artwork.ts";
import type { Box } from "../../manga/geometry.ts";
import type { Desk } from "../desk.ts";
import type { Shown } from "../prompts/design-words.ts";
import { lookQuestion } from "../prompts/look/prompt.ts";
import { openAsker } from "./asker.ts";
import type { HostedModel } from "./model.ts";
import type { Crop, Picture } from "./shape.ts";

export interface Looked {
  faces: Face[];
  keep: Box[];
  letters: boolean;
}

interface Seen {
  picture: Picture;
  /** The part of it that is used, in pixels. */
  crop: Crop;
}

interface Frame {
  /** Units of the panel. */
  width: number;
  height: number;
}

export interface Looking {
  /** Who may be in the picture. */
  people: readonly Shown[];
  frame: Frame;
  desk: Desk;
}

/** Throws as `Asker.ask` does. */
export async function look(
  model: HostedModel,
  seen: Seen,
  { people, frame, desk }: Looking,
): Promise<Looked> {
  const output = await openAsker([model], desk).ask(lookQuestion(seen.picture, people));
  const known = new Set(people.map(({ design }) => design.id));
  const place = placing(seen, frame);
  const faces = output.faces.flatMap(({ character, box, mouth }): Face[] => {
    const shown = place.box(box);
    const [y = 0, x = 0] = mouth;
    if (shown === undefined || !known.has(character)) return [];
    known.delete(character);
    return [{ character, box: shown, mouth: place.point(x, y) }];
  });
  return {
    faces,
    keep: output.keep.flatMap(({ box }) => place.box(box) ?? []),
    letters: output.letters,
  };
}

/** From thousandths of the whole picture to units of the panel. */
function placing({ picture, crop }: Seen, frame: Frame) {
  const { width, height } = picture;
  const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)) * 10) / 10;
  const point = (x: number, y: number) => ({
    x: within((((x / 1_000) * width - crop.x) / crop.width) * frame.width, frame.width),
    y: within((((y / 1_000) * height - crop.y) / crop.height) * frame.height, frame.height),
  });
  return {
    point,
    /** Undefined where next to nothing of it is inside. */
    box([top = 0, left = 0, bottom = 0, right = 0]: readonly number[]): Box | undefined {
      const a = point(Math.min(left, right), Math.min(top, bottom));
      const b = point(Math.max(left, right), Math.max(top, bottom));
      const box = { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y };
      return box.width < 4 || box.height < 4 ? undefined : box;
    },
  };
}
