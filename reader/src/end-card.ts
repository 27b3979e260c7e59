// What stands after the last page: that the book is over, a way back to its beginning, and what the host has to say (slot `end`).
import { el } from "./dom.ts";
import type { Translate } from "./words.ts";

export function endCard(
  className: string,
  { say, onAgain }: { say: Translate; onAgain(): void },
): HTMLElement {
  const again = el("button", { type: "button", class: "plain", onclick: onAgain }, say("again"));
  return el("div", { class: className }, el("p", {}, say("end")), again, el("slot", { name: "end" }));
}
