// Progress of a picture that is being made: a thin bar at its lower edge, and a text for screen readers.
import type { CSSProperties } from "react";
import type { StepProgress } from "../documents.ts";
import { useWords } from "../words/words.tsx";

interface StepsProps {
  /** Name of the picture's subject. */
  of: string;
  /** Nothing is shown if it is undefined. */
  reached: StepProgress | undefined;
  style?: CSSProperties;
}

export function Steps({ of, reached, style }: StepsProps) {
  const { t } = useWords();
  if (reached === undefined) return null;
  const { done, total } = reached;
  return (
    <progress
      className="steps"
      style={style}
      value={done}
      max={total}
      aria-label={of}
      aria-valuetext={t("watch.steps", { done, total })}
    />
  );
}
