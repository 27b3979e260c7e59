// Client-side routing: the screen of the current address, and links that change it without a reload. It is our own, because a library's
// would exceed the size of the first load: docs/decisions/0194-the-studio-keeps-its-own-router.md.
import { type MouseEvent, type ReactNode, useSyncExternalStore } from "react";
import { goToPlace, keepPlaces, notePlace } from "./scroll-place.ts";
import { isHeldBack } from "./unsaved.ts";

export type Route =
  | { screen: "new" }
  | { screen: "shelf" }
  | { screen: "account" }
  | { screen: "operate" }
  | { screen: "join" }
  | { screen: "report"; token: string }
  | { screen: "session"; sessionId: string }
  | { screen: "revise"; sessionId: string }
  | { screen: "read"; sessionId: string }
  | { screen: "missing" };

export function routeOf(path: string): Route {
  const [first = "", second = "", third, ...rest] = path.split("/").slice(1);
  if (rest.length > 0) return { screen: "missing" };
  if (first === "" && second === "") return { screen: "new" };
  if (first === "shelf" && second === "") return { screen: "shelf" };
  if (first === "account" && second === "") return { screen: "account" };
  if (first === "operate" && second === "") return { screen: "operate" };
  if (first === "join" && second === "") return { screen: "join" };
  if (second === "") return { screen: "missing" };
  if (first === "report" && third === undefined) return { screen: "report", token: second };
  if (first === "session" && third === undefined) return { screen: "session", sessionId: second };
  if (first === "session" && third === "revise") return { screen: "revise", sessionId: second };
  if (first === "read" && third === undefined) return { screen: "read", sessionId: second };
  return { screen: "missing" };
}

const listeners = new Set<() => void>();

/** The address of the current screen, and its place in this tab's history. */
let here = addressNow();
let at = 0;
at = placeInHistory();

/** Entries that the browser made for a fragment have no place yet: they follow the current one. */
function placeInHistory(): number {
  const state: unknown = history.state;
  if (typeof state === "object" && state !== null && "at" in state) return Number(state.at);
  history.replaceState({ at: at + 1 }, "");
  return at + 1;
}

function addressNow(): string {
  return `${location.pathname}${location.hash}`;
}

const pathOf = (address: string): string => address.split("#")[0] ?? address;

keepPlaces(() => pathOf(here));

// The browser has already gone back or forward. If the user must confirm first, the step is taken back, and no entry of the history is lost.
window.addEventListener("popstate", () => {
  const there = addressNow();
  const isSameScreen = pathOf(there) === pathOf(here);
  if (!isSameScreen && isHeldBack(there)) {
    history.go(at - placeInHistory());
    return;
  }
  if (!isSameScreen) notePlace(pathOf(here));
  here = there;
  at = placeInHistory();
  if (!isSameScreen) goToPlace(pathOf(there), true);
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => pathOf(here));
}

/** Asks first if unsaved work would be lost. */
export function navigate(path: string): void {
  if (isHeldBack(path)) return;
  notePlace(pathOf(here));
  at += 1;
  history.pushState({ at }, "", path);
  here = addressNow();
  // The scroll position of a book is restored on every way to it; other screens begin at the top.
  const { screen } = routeOf(location.pathname);
  goToPlace(pathOf(here), screen === "session" || screen === "revise");
  for (const listener of listeners) listener();
}

interface LinkProps {
  to: string;
  className?: string;
  children: ReactNode;
  isCurrent?: boolean;
}

export function Link({ to, className, children, isCurrent = false }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={to} className={className} aria-current={isCurrent ? "page" : undefined} onClick={follow}>
      {children}
    </a>
  );
}
