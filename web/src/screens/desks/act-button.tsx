// Buttons of the desks that can be pressed, or say why not.
import type { ReactNode } from "react";

interface ActButtonProps {
  /** Why it cannot be pressed now; undefined: it can be. */
  why: string | undefined;
  label?: string | undefined;
  isMain?: boolean;
  isSubmit?: boolean;
  isPressed?: boolean | undefined;
  className?: string;
  onPress?: () => void;
  children: ReactNode;
}

/** The reason is the button's description, for a pointer and for a screen reader. */
export function ActButton(props: ActButtonProps) {
  const { why, label, isMain, isSubmit, isPressed, className, onPress, children } = props;
  return (
    <button
      type={isSubmit ? "submit" : "button"}
      className={className ?? (isMain ? "button button-ink" : "button button-small")}
      aria-label={label}
      aria-pressed={isPressed}
      disabled={why !== undefined}
      title={why}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

type ActKey = "apply" | "undo" | "redo" | "discard" | "unchanged" | "notUndone";

interface DeskActsProps {
  w: (key: `edit.${ActKey}`) => string;
  isChanged: boolean;
  canRedo: boolean;
  /** Why the changes cannot be applied now. */
  why: string | undefined;
  onApply: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onDiscard: () => void;
}

/** Applies the changes of a desk, or takes them back. */
export function DeskActs({ w, isChanged, canRedo, why, onApply, onUndo, onRedo, onDiscard }: DeskActsProps) {
  const unchanged = isChanged ? undefined : w("edit.unchanged");
  return (
    <div className="row">
      <ActButton isMain why={unchanged ?? why} onPress={onApply}>
        {w("edit.apply")}
      </ActButton>
      <ActButton why={unchanged} onPress={onUndo}>
        {w("edit.undo")}
      </ActButton>
      <ActButton why={canRedo ? undefined : w("edit.notUndone")} onPress={onRedo}>
        {w("edit.redo")}
      </ActButton>
      <ActButton why={unchanged} onPress={onDiscard}>
        {w("edit.discard")}
      </ActButton>
    </div>
  );
}
