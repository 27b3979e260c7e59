// Ids of programs among the readers, directors and artists. An id ends in a version that is a hash of the program's sources, so that a
// changed program changes the input of every step that uses it. In a bundle this module is replaced by one with the versions of the build
// (`scripts/operate/build/built-versions.ts`).
import { fileURLToPath } from "node:url";
import { programSources, versionOf } from "./program-sources.ts";

/** Each program's entry file, relative to the repository's root. */
export const PROGRAM_ENTRIES = {
  "offline-reader": "lib/models/offline/reader/offline-reader.ts",
  "code-director": "lib/direction/storyboard.ts",
  "offline-artist": "lib/models/offline/artist/artist.ts",
} as const;
export type Program = keyof typeof PROGRAM_ENTRIES;

const versions = new Map<Program, string>();

/** Eight hexadecimal digits: `1f3a9c2e`. */
export function programVersion(program: Program): string {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const version = versions.get(program) ?? versionOf(root, programSources(root, PROGRAM_ENTRIES[program]));
  versions.set(program, version);
  return version;
}

/** `offline-reader@1f3a9c2e`. */
export const programId = (program: Program): string => `${program}@${programVersion(program)}`;
