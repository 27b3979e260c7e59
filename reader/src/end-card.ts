// The card after the last page: end of the book, a button back to its beginning, and the host's content (slot `end`).
import { el } from "./dom.ts";
import type { Translate } from "./words.ts";

export function endCard(
  className: string,
  { say, onAgain }: { say: Translate; onAgain(): void },
): HTMLElement {
  const again = el("button", { type: "button", class: "plain", onclick: onAgain }, say("again"));
  return el("div", { class: className }, el("p", {}, say("end")), again, el("slot", { name: "end" }));
}
