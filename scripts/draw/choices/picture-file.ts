// A picture of a choice in the studio: a small WebP that the program itself has drawn.
import sharp from "sharp";

export interface ChoicePicture {
  /** Name of its file, without the ending. */
  name: string;
  /** Draws it. The same program gives the same pixels. */
  draw(): Promise<ChoiceFile>;
}

export interface ChoiceFile {
  /** An encoded picture. */
  png: Uint8Array;
  width: number;
  height: number;
  isColour?: boolean;
}

export const CHOICES_FOLDER = new URL("../../../web/public/choices/", import.meta.url);

export const fileOf = ({ name }: Pick<ChoicePicture, "name">): URL => new URL(`${name}.webp`, CHOICES_FOLDER);

export async function encoded({ png, width, height, isColour = false }: ChoiceFile): Promise<Buffer> {
  const small = sharp(png).resize(width, height);
  return (isColour ? small : small.grayscale()).webp({ quality: 60 }).toBuffer();
}
