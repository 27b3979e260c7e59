// What the window is called: the screen or the book that it shows, then the studio.
import { useEffect } from "react";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Mekuri`;
  }, [title]);
}
