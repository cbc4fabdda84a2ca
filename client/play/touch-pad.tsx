/** Thumbs on glass: a stick on the left that appears where it is touched, two big buttons on the right. */
import './touch-pad.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { HudActions } from './hud-actions.ts';

/** What thumbs may do. */
export type ThumbActions = Pick<HudActions, 'stick' | 'hold'>;

/** Radius of the stick's travel, px. */
const REACH = 56;

/** Shown on devices with a coarse pointer. */
export function TouchPad({ actions }: { readonly actions: ThumbActions }) {
  const middle = useRef({ x: 0, y: 0 });
  const [knob, setKnob] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const push = (event: PointerEvent) => {
    const dx = (event.clientX - middle.current.x) / REACH;
    const dy = (event.clientY - middle.current.y) / REACH;
    const most = Math.max(1, Math.hypot(dx, dy));
    setKnob({ x: dx / most, y: dy / most });
    actions.stick(dx / most, -dy / most);
  };
  const lift = () => {
    setKnob(null);
    actions.stick(0, 0);
  };
  // A pad that goes away under a thumb lets go of everything.
  useEffect(
    () => () => {
      actions.stick(0, 0);
      actions.hold('jump', false);
      actions.hold('use', false);
    },
    [actions],
  );
  return (
    <>
      <div
        class="stick-area"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const box = event.currentTarget.getBoundingClientRect();
          middle.current = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
          push(event);
        }}
        onPointerMove={(event) => {
          if (knob !== null) push(event);
        }}
        onPointerUp={lift}
        onPointerCancel={lift}
      >
        <div
          class="stick-knob"
          style={{ transform: `translate(${(knob?.x ?? 0) * REACH}px, ${(knob?.y ?? 0) * REACH}px)` }}
        />
      </div>
      <div class="thumb-buttons">
        <HoldButton name="use" label={t('use')} actions={actions} />
        <HoldButton name="jump" label={t('jump')} actions={actions} />
      </div>
    </>
  );
}

interface HoldButtonProps {
  readonly name: 'jump' | 'use';
  readonly label: string;
  readonly actions: ThumbActions;
}

function HoldButton({ name, label, actions }: HoldButtonProps) {
  return (
    <button
      type="button"
      class="panel thumb"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        actions.hold(name, true);
      }}
      onPointerUp={() => actions.hold(name, false)}
      onPointerCancel={() => actions.hold(name, false)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Icon name={name} />
    </button>
  );
}
