// Turns a file's bytes into a story's text: detects the encoding, normalizes line ends and Unicode, and checks the length.
import { toNfc } from "./compose-text.ts";
import { STORY_LIMITS } from "./story.ts";

/** The bytes or the text cannot be used as a story; the message gives the reason and the limit. */
export class StoryUnusableError extends Error {
  override readonly name = "StoryUnusableError";
}

/** Decodes UTF-8 (with or without a byte order mark) and Shift_JIS. Throws `StoryUnusableError`. */
export function decodeStory(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new StoryUnusableError("the story is empty");
  if (bytes.includes(0)) throw new StoryUnusableError("the story is a binary file, not text");
  const text = decodeAs("utf-8", bytes) ?? decodeShiftJis(bytes);
  if (text === undefined) {
    throw new StoryUnusableError("the story's encoding is unknown; save it as UTF-8 or Shift_JIS");
  }
  return normalizeStory(text);
}

/** Normalizes a story's text and checks its length. Throws `StoryUnusableError`. */
export function normalizeStory(raw: string): string {
  const text = toNfc(raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n")).trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  const controls = text.match(/[\u0000-\u0008\u000E-\u001F\u007F]/g)?.length ?? 0;
  if (controls > 0 && controls * 50 > text.length) {
    throw new StoryUnusableError("the story is a binary file, not text");
  }
  const length = countCharacters(text);
  if (length === 0) throw new StoryUnusableError("the story is empty");
  if (length < STORY_LIMITS.min) {
    throw new StoryUnusableError(
      `the story has ${length} characters; at least ${STORY_LIMITS.min} are needed`,
    );
  }
  if (length > STORY_LIMITS.max) {
    throw new StoryUnusableError(
      `the story has ${length} characters; at most ${STORY_LIMITS.max} are possible`,
    );
  }
  return text;
}

/** Characters as people count them: Unicode code points. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Almost any bytes can be decoded as Shift_JIS. Text in another encoding (EUC-JP, Latin-1) gives half-width katakana and rare characters;
 * real text is mostly kana, common kanji and ASCII.
 */
function decodeShiftJis(bytes: Uint8Array): string | undefined {
  const text = decodeAs("shift_jis", bytes);
  if (text === undefined) return undefined;
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const japanese = text.match(/[\u3000-\u30FF\u4E00-\u9FFF\uFF01-\uFF5E]/g)?.length ?? 0;
  const kana = text.match(/[\u3041-\u30FF]/g)?.length ?? 0;
  return japanese >= foreign * 0.9 && kana * 10 >= foreign ? text : undefined;
}
