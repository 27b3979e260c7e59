// Client-side routing: the screen of the current address, and links that change it without a reload.
import { type MouseEvent, type ReactNode, useSyncExternalStore } from "react";
import { goToPlace, keepPlaces, notePlace } from "./scroll-place.ts";
import { isHeldBack } from "./unsaved.ts";

export type Route =
  | { screen: "new" }
  | { screen: "shelf" }
  | { screen: "account" }
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
  if (second === "") return { screen: "missing" };
  if (first === "session" && third === undefined) return { screen: "session", sessionId: second };
  if (first === "session" && third === "revise") return { screen: "revise", sessionId: second };
  if (first === "read" && third === undefined) return { screen: "read", sessionId: second };
  return { screen: "missing" };
}

const listeners = new Set<() => void>();

/** The address of the current screen. */
let here = addressNow();

function addressNow(): string {
  return `${location.pathname}${location.hash}`;
}

const pathOf = (address: string): string => address.split("#")[0] ?? address;

keepPlaces(() => pathOf(here));

// The browser has already gone back. If the user must confirm first, the earlier address is restored.
window.addEventListener("popstate", () => {
  const there = addressNow();
  const isSameScreen = pathOf(there) === pathOf(here);
  if (!isSameScreen && isHeldBack(there)) history.pushState(null, "", here);
  else {
    if (!isSameScreen) notePlace(pathOf(here));
    here = there;
    if (!isSameScreen) goToPlace(pathOf(there), true);
  }
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}

/** Asks first if unsaved work would be lost. */
export function navigate(path: string): void {
  if (isHeldBack(path)) return;
  notePlace(pathOf(here));
  history.pushState(null, "", path);
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
