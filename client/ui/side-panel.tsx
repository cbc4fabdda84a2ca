/** A panel that opens beside the world: heading, close button, Esc; takes the focus and gives it back. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { Icon } from './icon.tsx';

interface SidePanelProps {
  readonly title: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Not modal: the world goes on beside it. */
export function SidePanel({ title, name, onClose, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  // In the step that shows it: an effect after the next picture would take the keyboard from whoever is quicker.
  useLayoutEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      ref={panel}
      class="panel side"
      data-panel={name}
      role="dialog"
      aria-labelledby={`${name}-title`}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.code !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header class="row spread">
        <h2 id={`${name}-title`}>{title}</h2>
        <button type="button" class="icon quiet" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="side-body">{children}</div>
    </section>
  );
}
