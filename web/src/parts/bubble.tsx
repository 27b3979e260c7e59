// A speech balloon that says something: an empty shelf, a lost book, a failure. The sound is drawn behind it.
import type { ReactNode } from "react";

interface BubbleProps {
  /** What the page sounds like, as manga write it; nobody needs to read it. */
  sound?: string;
  title: string;
  children?: ReactNode;
  isAlert?: boolean;
  /** It is all that the screen says. */
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
