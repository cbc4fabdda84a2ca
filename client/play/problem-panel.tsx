/** A panel that has nothing to show, because it could not be fetched: why, and a button that asks again. */
import { t } from '#client/i18n/translate.ts';
import { ProblemLine } from '#client/ui/problem-line.tsx';
import { SidePanel } from '#client/ui/side-panel.tsx';
import type { HudActions } from './hud-actions.ts';

interface ProblemPanelProps {
  readonly panel: 'profile' | 'automata';
  readonly sentence: string;
  readonly actions: Pick<HudActions, 'open' | 'close'>;
}

/** Stands in the place of the panel, under its name. */
export function ProblemPanel({ panel, sentence, actions }: ProblemPanelProps) {
  return (
    <SidePanel title={t(`panel.${panel}`)} name={panel} onClose={actions.close}>
      <ProblemLine sentence={sentence} onAgain={() => actions.open(panel)} />
    </SidePanel>
  );
}
