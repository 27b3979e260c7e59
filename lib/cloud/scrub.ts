// Removes confidential content from messages for logs and traces: keys, tokens, and the text of users' stories.

/** Keys of Google and of OpenAI's form (`sk-…`, `gsk_…`), tokens, and Basic credentials. */
const SECRETS =
  /\bAIza[\w-]{20,}|\bg?sk[-_][\w*-]{12,}|\bBasic\s+[\w+/]{8,}=*|\bya29\.[\w.-]+|\bBearer\s+[\w.~+/=-]+|\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g;
/** `JSON.parse` quotes the text that it could not read: `Unexpected token 'x', ..."and then"... is not valid JSON`. */
const UNREAD_JSON = /(?:\.\.\.)?"[^\n]*"(?:\.\.\.)? is not valid JSON/g;
/** Quotations long enough to be a sentence; names, paths and codes are shorter. */
const QUOTED = /"[^"\n]{32,}"|“[^”\n]{16,}”|「[^」\n]{8,}」|『[^』\n]{8,}』/g;
/** Our own messages are in English, so a longer run of Japanese is a user's text. */
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー、。！？…「」『』]{8,}/gu;

export function scrub(text: string): string {
  return text
    .replace(SECRETS, "[secret]")
    .replace(UNREAD_JSON, "[text] is not valid JSON")
    .replace(QUOTED, "[text]")
    .replace(JAPANESE, "[text]");
}
