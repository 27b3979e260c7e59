// Modal dialogs: content over a screen, and a confirmation before something is lost. Uses `<dialog>`, which keeps the focus inside.
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useWords } from "../words/words.tsx";

interface DialogProps {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with a title and a close button. */
export function Dialog({ label, onClose, children }: DialogProps) {
  const { t } = useWords();
  return (
    <Modal label={label} onClose={onClose}>
      <header className="dialog-head">
        <h2>{label}</h2>
        <button type="button" className="button button-small" onClick={onClose}>
          {t("app.close")}
        </button>
      </header>
      {children}
    </Modal>
  );
}

function Modal({ label, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closes before the element is removed, so that the browser restores the focus.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      className="dialog"
      onCancel={onClose}
      // The event comes late: React's strict mode has opened the dialog again by then.
      onClose={() => dialog.current?.open || onClose()}
    >
      {children}
    </dialog>
  );
}

interface ConfirmDialogProps {
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}

export function ConfirmDialog({ question, yes, no, onYes, onNo }: ConfirmDialogProps) {
  return (
    <Modal label={question} onClose={onNo}>
      <p className="dialog-question">{question}</p>
      <div className="row">
        <button type="button" className="button" onClick={onNo}>
          {no}
        </button>
        <button type="button" className="button button-hot" onClick={onYes}>
          {yes}
        </button>
      </div>
    </Modal>
  );
}
