// Buttons of the desks that can be pressed, or say why not.
import { type ReactNode, useId } from "react";
import "../../styles/act.css";

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

/**
 * The reason is the button's description. A form shows it below its button, because touch screens show no titles; of other buttons it is the
 * title. The status line of a desk says the same about its main button.
 */
export function ActButton(props: ActButtonProps) {
  const { why, label, isMain, isSubmit, isPressed, className, onPress, children } = props;
  const id = useId();
  const isShown = isSubmit && why !== undefined;
  const button = (
    <button
      type={isSubmit ? "submit" : "button"}
      className={className ?? (isMain ? "button button-ink" : "button button-small")}
      aria-label={label}
      aria-pressed={isPressed}
      disabled={why !== undefined}
      title={isShown ? undefined : why}
      aria-describedby={isShown ? id : undefined}
      onClick={onPress}
    >
      {children}
    </button>
  );
  if (!isShown) return button;
  return (
    <>
      {button}
      <p id={id} className="word-hint act-why">
        {why}
      </p>
    </>
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
