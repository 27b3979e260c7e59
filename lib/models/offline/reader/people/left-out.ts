import type { FillSubject } from "./walk.ts";
export const japaneseSubject: FillSubject = () => undefined;
