// Writes the pictures of the studio's choices to web/public/choices/. Run it after changes of the artist, the director, the layout or the
// lettering: node scripts/draw/choice-pictures.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { actingPictures } from "./choices/acting-pictures.ts";
import { bookPictures } from "./choices/book-pictures.ts";
import { CHOICES_FOLDER, encoded, fileOf } from "./choices/picture-file.ts";
import { stylePictures } from "./choices/style-pictures.ts";

mkdirSync(CHOICES_FOLDER, { recursive: true });
for (const picture of [...stylePictures(), ...bookPictures(), ...actingPictures()]) {
  const file = await encoded(await picture.draw());
  writeFileSync(fileOf(picture), file);
  console.log(`${picture.name}.webp: ${file.length} bytes`);
}
