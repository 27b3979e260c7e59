// A speech balloon with a message: an empty shelf, a missing book, a failure. A sound word is drawn behind it as decoration.
import type { ReactNode } from "react";

interface BubbleProps {
  /** Decorative sound word, hidden from screen readers. */
  sound?: string;
  title: string;
  children?: ReactNode;
  isAlert?: boolean;
  /** Whether it is the screen's only content. */
  isWhole?: boolean;
}

export function Bubble({ sound, title, children, isAlert = false, isWhole = false }: BubbleProps) {
  const Title = isWhole ? "h1" : "p";
  return (
    <div className="bubble" role={isAlert ? "alert" : undefined}>
      {sound === undefined ? null : (
        <span className="bubble-sound" aria-hidden="true" lang="ja">
          {sound}
        </span>
      )}
      <div className="bubble-body">
        <Title className="bubble-title">{title}</Title>
        {children === undefined ? null : <div className="bubble-more">{children}</div>}
      </div>
    </div>
  );
}
