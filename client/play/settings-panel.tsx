/** Picture, view, motion, sound, text, keys: all kept in this browser, all at work at once. */
import { t } from '#client/i18n/translate.ts';
import { LanguageChoice } from '#client/ui/language-choice.tsx';
import { SidePanel } from '#client/ui/side-panel.tsx';
import type { HudActions } from './hud-actions.ts';
import { KeySettings } from './key-settings.tsx';
import { type Measured, QUALITIES } from './picture-settings.ts';
import type { RememberedSettings } from './remembered-settings.ts';
import { type Flag, RANGES, type Slid, TOUCH_MODES } from './settings.ts';

interface SettingsPanelProps {
  readonly settings: RememberedSettings;
  readonly actions: HudActions;
}

/** In groups under headings, the most wanted first. */
export function SettingsPanel({ settings, actions }: SettingsPanelProps) {
  const now = settings.now.value;
  const percent = (share: number) => t('settings.percent', { percent: Math.round(share * 100) });
  const slide = (key: Slid, shown: string) => (
    <Slide name={key} value={now[key]} shown={shown} onChange={(value) => settings.change({ [key]: value })} />
  );
  const check = (key: Flag) => <Check name={key} on={now[key]} onChange={(on) => settings.change({ [key]: on })} />;
  return (
    <SidePanel title={t('panel.settings')} name="settings" onClose={actions.close}>
      <div class="stack settings">
        <h3>{t('settings.picture')}</h3>
        <label class="stack small">
          {t('settings.quality')}
          <select
            data-pad="press"
            value={now.quality}
            onChange={(event) => {
              const quality = QUALITIES.find((name) => name === event.currentTarget.value);
              if (quality !== undefined) settings.change({ quality, measured: null });
            }}
          >
            {QUALITIES.map((name) => (
              <option key={name} value={name}>
                {t(`quality.${name}`)}
              </option>
            ))}
          </select>
        </label>
        {now.quality === 'auto' && now.measured !== null ? (
          <p class="soft small">{measuredWords(now.measured)}</p>
        ) : null}
        {check('sparing')}
        {slide('fieldOfView', t('settings.degrees', { degrees: now.fieldOfView }))}
        <h3>{t('settings.looking')}</h3>
        {slide('sensitivity', percent(now.sensitivity))}
        {check('inverted')}
        {check('mouseLock')}
        {check('compass')}
        <label class="stack small">
          {t('settings.touch')}
          <select
            value={now.touch}
            onChange={(event) => {
              const touch = TOUCH_MODES.find((mode) => mode === event.currentTarget.value);
              if (touch !== undefined) settings.change({ touch });
            }}
          >
            {TOUCH_MODES.map((mode) => (
              <option key={mode} value={mode}>
                {t(`touch.${mode}`)}
              </option>
            ))}
          </select>
        </label>
        <h3>{t('settings.comfort')}</h3>
        {check('reducedMotion')}
        {check('comfortEdge')}
        {slide('textSize', percent(now.textSize))}
        <LanguageChoice />
        <h3>{t('settings.sound')}</h3>
        {slide('volume', percent(now.volume))}
        {slide('ambience', percent(now.ambience))}
        {check('captions')}
        <h3>{t('settings.keys')}</h3>
        <KeySettings keys={now.keys} onChange={(keys) => settings.change({ keys })} />
        <button type="button" onClick={() => settings.reset()}>
          {t('settings.reset')}
        </button>
      </div>
    </SidePanel>
  );
}

function measuredWords(measured: Measured): string {
  return measured === 'sparing'
    ? t('settings.measured-sparing', { tier: t('quality.low') })
    : t('settings.measured', { tier: t(`quality.${measured}`) });
}

interface SlideProps {
  readonly name: Slid;
  readonly value: number;
  /** The value in words. */
  readonly shown: string;
  readonly onChange: (value: number) => void;
}

function Slide({ name, value, shown, onChange }: SlideProps) {
  const { min, max, step } = RANGES[name];
  return (
    <label class="stack small">
      <span class="row spread">
        {t(`settings.${name}`)} <span class="soft">{shown}</span>
      </span>
      <input
        type="range"
        name={name}
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={shown}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}

interface CheckProps {
  readonly name: Flag;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Check({ name, on, onChange }: CheckProps) {
  return (
    <label class="row small">
      <input type="checkbox" name={name} checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      {t(`settings.${name}`)}
    </label>
  );
}
