// Takes out of a message for logs and traces what is nobody's business there: keys, tokens, and the words of people's stories.

/** Keys of Google and of OpenAI's kin (`sk-…`, `gsk_…`), tokens, and what logs in by Basic. */
const SECRETS =
  /\bAIza[\w-]{20,}|\bg?sk[-_][\w*-]{12,}|\bBasic\s+[\w+/]{8,}=*|\bya29\.[\w.-]+|\bBearer\s+[\w.~+/=-]+|\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g;
/** `JSON.parse` quotes the text that it could not read: `Unexpected token 'x', ..."and then"... is not valid JSON`. */
const UNREAD_JSON = /(?:\.\.\.)?"[^\n]*"(?:\.\.\.)? is not valid JSON/g;
/** What is quoted and long enough to be a sentence; names, paths and codes are shorter. */
const QUOTED = /"[^"\n]{32,}"|“[^”\n]{16,}”|「[^」\n]{8,}」|『[^』\n]{8,}』/g;
/** Our own messages are in English: a longer run of Japanese is somebody's text. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー、。！？…「」『』]{8,}/gu;

export function scrub(text: string): string {
  return text
    .replace(SECRETS, "[secret]")
    .replace(UNREAD_JSON, "[text] is not valid JSON")
    .replace(QUOTED, "[text]")
    .replace(JAPANESE, "[text]");
}
