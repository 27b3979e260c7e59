// The window's title: the screen or book, then the studio.
import { useEffect } from "react";

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Mekuri`;
  }, [title]);
}
