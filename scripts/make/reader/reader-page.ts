// The HTML page of a folder for `<mekuri-reader>`. It also works when opened from a file, where pages cannot fetch other files: the
// manifest is inline and the component is a classic script.

import { escapeXml } from "../../../lib/manga/xml.ts";
import type { Manifest } from "../../../reader/manifest.ts";

export function readerPage(manifest: Manifest): string {
  // Within a script element only the end tag needs escaping.
  const json = JSON.stringify(manifest).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="${manifest.language.startsWith("ja") ? "ja" : "en"}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escapeXml(manifest.title)}</title>
<style>html, body { margin: 0; height: 100%; background: #0c0b0a } mekuri-reader { height: 100dvh } h1 { position: absolute; clip-path: inset(50%) }</style>
<script src="mekuri-reader.js" defer></script>
<main><h1>${escapeXml(manifest.title)}</h1><mekuri-reader><script type="application/json">${json}</script></mekuri-reader></main>
<script>addEventListener("DOMContentLoaded", () => document.querySelector("mekuri-reader").focus())</script>
</html>
`;
}
