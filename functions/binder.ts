// What binds books into files, for the one function that does.
import { onceLoaded } from "./once.ts";

export const binder = onceLoaded(async () => (await import("../lib/export/file-binder.ts")).fileBinder());
