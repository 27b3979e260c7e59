// How far a picture is that is being made: a thin bar at its foot, and the steps in words for who does not see it.
import type { CSSProperties } from "react";
import type { StepProgress } from "../documents.ts";
import { useWords } from "../words/words.tsx";

interface StepsProps {
  /** What the picture is of, in words. */
  of: string;
  /** Nothing is shown where nobody tells it. */
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
