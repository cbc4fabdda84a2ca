/** A panel whose code comes when it is first opened, and which says so meanwhile. */
import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '#client/i18n/translate.ts';
import { SidePanel } from '#client/ui/side-panel.tsx';
import { sentenceOf } from './sentence-of.ts';

interface LatePanelProps {
  readonly title: string;
  readonly name: string;
  readonly load: () => Promise<() => ComponentChild>;
  readonly onClose: () => void;
}

/** Heading and close button are there at once. */
export function LatePanel({ title, name, load, onClose }: LatePanelProps) {
  const [Body, setBody] = useState<(() => ComponentChild) | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    load().then(
      (body) => {
        if (!isGone) setBody(() => body);
      },
      (error: unknown) => setProblem(sentenceOf(error)),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <SidePanel title={title} name={name} onClose={onClose}>
      {problem !== null ? (
        <p class="bad" role="alert">
          {problem}
        </p>
      ) : Body === null ? (
        <p role="status">{t('loading')}</p>
      ) : (
        <Body />
      )}
    </SidePanel>
  );
}
