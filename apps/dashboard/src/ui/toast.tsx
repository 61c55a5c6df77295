'use client';
import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

const SHOWN_MS = 8_000;

interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  undo?: () => void;
}
type Show = (text: string, options?: { tone?: Toast['tone']; undo?: () => void }) => void;

const Context = createContext<Show>(() => {
  throw new Error('There is no ToastProvider.');
});

/** Tells what has happened, and offers to undo it; read out, and gone after a while unless it is being read. */
export function useToast(): Show {
  return useContext(Context);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const drop = useCallback((id: number) => setToasts(shown => shown.filter(toast => toast.id !== id)), []);
  const show = useCallback<Show>((text, { tone = 'plain', undo } = {}) => {
    const toast = { id: Date.now() + Math.random(), text, tone, ...(undo && { undo }) };
    setToasts(shown => [...shown.slice(-2), toast]);
  }, []);
  const value = useMemo(() => show, [show]);
  return (
    <Context value={value}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex flex-col items-center gap-2"
      >
        {toasts.map(toast => (
          <Line key={toast.id} toast={toast} onDone={drop} />
        ))}
      </div>
    </Context>
  );
}

function Line({ toast, onDone }: { toast: Toast; onDone: (id: number) => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDone(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, onDone, toast.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only stays while somebody reads it.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-lg items-center gap-3 rounded-xl border border-line bg-raised py-2.5 ps-4 pe-2 text-sm shadow-lift"
    >
      <span className={toast.tone === 'bad' ? 'text-bad' : undefined}>{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          className="rounded-md px-2 py-1 font-medium text-accent hover:bg-accent-soft"
          onClick={() => {
            toast.undo?.();
            onDone(toast.id);
          }}
        >
          Undo
        </button>
      )}
      <button
        type="button"
        aria-label="Close"
        className="rounded-md p-1 text-muted hover:bg-sunken hover:text-ink"
        onClick={() => onDone(toast.id)}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
