// A sheet over the reader: all pages to choose from, or the text. It takes the focus, and gives it back when it is closed.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "../words/words.tsx";

interface ReaderSheetProps {
  label: string;
  kind: "pages" | "text";
  /** What lies under it is not come to, its heading neither: the sheet's own is the first. */
  isCovering: boolean;
  onClose: () => void;
  children: ReactNode;
}

export function ReaderSheet({ label, kind, isCovering, onClose, children }: ReaderSheetProps) {
  const { t } = useWords();
  const Heading = isCovering ? "h1" : "h2";
  const sheet = useRef<HTMLElement>(null);
  // Once it is there, what lies under it has lost the focus.
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    sheet.current?.focus();
    // Of a long book the page that one is at is in sight.
    sheet.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [opener]);
  return (
    <section className={`reader-sheet reader-sheet-${kind}`} aria-label={label} tabIndex={-1} ref={sheet}>
      <header>
        <Heading>{label}</Heading>
        <button type="button" className="button button-small" onClick={onClose}>
          {t("app.close")}
        </button>
      </header>
      {children}
    </section>
  );
}
