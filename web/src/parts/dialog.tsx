// A question that is asked before something is lost; the browser's own dialog keeps the keyboard inside.
import { type ReactNode, useEffect, useRef } from "react";

interface DialogProps {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

export function Dialog({ label, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-label={label} className="dialog" onCancel={onClose} onClose={onClose}>
      {children}
    </dialog>
  );
}

interface SureProps {
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}

export function Sure({ question, yes, no, onYes, onNo }: SureProps) {
  return (
    <Dialog label={question} onClose={onNo}>
      <p className="dialog-question">{question}</p>
      <div className="row">
        <button type="button" className="button" onClick={onNo}>
          {no}
        </button>
        <button type="button" className="button button-hot" onClick={onYes}>
          {yes}
        </button>
      </div>
    </Dialog>
  );
}
